const DIGITS = "零一二三四五六七八九"

/** Returns a whole number from 0 to 99,999,999 as it is said in Chinese: 35000 is 三万五千, 12 is 十二. */
export function chineseNumber(value: number): string {
  if (value === 0) return "零"
  const high = Math.floor(value / 10000)
  const low = value % 10000
  if (high === 0) return below10000(low).replace(/^一十/, "十")
  const joined = low === 0 ? "" : low < 1000 ? `零${below10000(low)}` : below10000(low)
  return `${below10000(high).replace(/^一十/, "十")}万${joined}`
}

function below10000(value: number): string {
  let text = ""
  let gap = false
  for (const [unit, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) gap = text !== ""
    else {
      text += `${gap ? "零" : ""}${DIGITS[digit]}${name}`
      gap = false
    }
  }
  return text
}
