import { exact, type NumeralScan } from "./numeral.ts"

/**
 * Reads the English number words that begin at `at` in a lower-case text: twenty-one thousand three hundred,
 * 48.2 million, half a dozen, one and a half, two thirds, minus five point five. Returns `null` where none
 * begins.
 */
export function readEnglishNumeral(text: string, at: number): NumeralScan | null {
  const words = new Words(text, at)
  const negative = words.take(/^(?:minus|negative)$/)
  const begin = negative ? words.at : at
  const value = readFraction(text, begin) ?? readCardinal(text, begin)
  if (value === null) return null
  const sign = negative ? -1 : 1
  return {
    value: exact(value.value * sign),
    start: at,
    end: value.end,
    vague: value.vague,
    spelled: value.spelled,
  }
}

/** What must stand in a lower-case text for English number words to be looked for. */
export const ENGLISH_NUMBER_HINT =
  /\b(?:zero|nought|naught|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|mil|bln|tln|mn|bn|la?khs?|lacs?|[ck]rores?|crs?|koti|dozens?|half|quarters?|couple|pair|point|minus|negative|thirds?|\w+ths?)\b/

type Part = {
  readonly value: number
  readonly end: number
  readonly vague: boolean
  readonly spelled: boolean
}

const ONES: Readonly<Record<string, number>> = {
  zero: 0,
  nought: 0,
  naught: 0,
  nil: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  lkh: 1e5,
  lkhs: 1e5,
  lac: 1e5,
  lacs: 1e5,
  million: 1e6,
  mil: 1e6,
  mn: 1e6,
  mm: 1e6,
  crore: 1e7,
  crores: 1e7,
  koti: 1e7,
  cr: 1e7,
  crs: 1e7,
  krore: 1e7,
  krores: 1e7,
  billion: 1e9,
  bln: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tln: 1e12,
}
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  hundredth: 100,
  thousandth: 1000,
  millionth: 1e6,
  billionth: 1e9,
  trillionth: 1e12,
}
const FIGURES = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+/y

/** A cursor over the words of a text; between two words stand spaces or a hyphen. */
class Words {
  at: number
  private readonly text: string

  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }

  peek(): { readonly word: string; readonly end: number } | null {
    WORD.lastIndex = this.at
    const match = WORD.exec(this.text)
    return match?.[1] === undefined ? null : { word: match[1], end: WORD.lastIndex }
  }

  take(pattern: RegExp): boolean {
    const next = this.peek()
    if (next === null || !pattern.test(next.word)) return false
    this.at = next.end
    return true
  }
}
const WORD = /[ -]{0,3}([a-z]+)(?![a-z'])/y

/** Half a million, a quarter, two thirds, three fifths. */
function readFraction(text: string, at: number, scales = true): Part | null {
  const words = new Words(text, at)
  const article = words.take(/^an?$/)
  const counted = article ? null : readCardinal(text, words.at, true)
  if (counted !== null) words.at = counted.end
  const next = words.peek()
  if (next === null) return null
  const part = partOf(next.word, counted !== null && counted.value !== 1)
  if (part === null || (counted === null && !article && part !== 2 && part !== 4)) return null
  words.at = next.end
  const value = (counted?.value ?? 1) / part
  words.take(/^of$/)
  words.take(/^an?$/)
  const scaled = scales ? readScale(text, words.at, value) : null
  return scaled ?? { value, end: next.end, vague: false, spelled: true }
}

function partOf(word: string, plural: boolean): number | null {
  const single = PARTS[word]
  if (single !== undefined && !plural) return single
  return plural && word.endsWith("s") ? (PARTS[word.slice(0, -1)] ?? PARTS[word] ?? null) : null
}

/** Whether so many parts of a whole are named: three fifths, but not thirty fifths. */
function isShare(count: number, text: string, at: number): boolean {
  const next = new Words(text, at).peek()
  const part = next === null ? null : (partOf(next.word, false) ?? partOf(next.word, true))
  return part !== null && count <= part
}

/**
 * A whole number or decimal with its scale, then "and a half", "and three quarters". `simple`: no such tail.
 */
function readCardinal(text: string, at: number, simple = false): Part | null {
  const sum = readSum(text, at)
  if (sum === null || simple) return sum
  const words = new Words(text, sum.end)
  if (!words.take(/^and$/)) return sum
  const rest = readFraction(text, words.at, false)
  if (rest === null || rest.value >= 1) return sum
  const scale = /(?:million|billion|trillion|thousand)$/.exec(text.slice(at, sum.end))?.[0]
  const times = scale === undefined ? 1 : (SCALES[scale] ?? 1)
  const scaled = readScale(text, rest.end, scale === undefined ? sum.value + rest.value : rest.value)
  if (scaled === null) return { ...rest, value: sum.value + rest.value * times }
  return scale === undefined ? scaled : { ...scaled, value: sum.value + scaled.value }
}

function readScale(text: string, at: number, value: number): Part | null {
  const next = new Words(text, at).peek()
  if (next === null) return null
  const scale = next.word === "hundred" ? 100 : next.word === "dozen" ? 12 : SCALES[next.word]
  return scale === undefined ? null : { value: value * scale, end: next.end, vague: false, spelled: true }
}

function readSum(text: string, at: number): Part | null {
  let total = 0
  let group: number | null = null
  let groupFloor = Number.POSITIVE_INFINITY
  let lastScale = Number.POSITIVE_INFINITY
  let end = at
  let vague = false
  let spelled = false
  const words = new Words(text, at)
  const fixed = takeFixed(words)
  if (fixed !== null) return fixed
  FIGURES.lastIndex = text[at] === " " ? at + 1 : at
  const figures = FIGURES.exec(text)
  if (figures !== null) {
    group = Number(figures[0].replaceAll(",", ""))
    groupFloor = 100
    end = words.at = FIGURES.lastIndex
    if (group < 1e3 && /^ ?hundred\b/.test(text.slice(end, end + 9))) groupFloor = 1000
  } else if (/^an?$/.test(words.peek()?.word ?? "")) {
    words.take(/^an?$/)
    if (!/^(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)$/.test(words.peek()?.word ?? ""))
      return null
    group = 1
    groupFloor = 1000
  }
  for (;;) {
    const mark = words.at
    const joined = (group !== null || total > 0) && words.take(/^and$/)
    const next = words.peek()
    const size = next === null ? undefined : (ONES[next.word] ?? TENS[next.word])
    const scale = next === null ? undefined : SCALES[next.word]
    if (
      next !== null &&
      size !== undefined &&
      fits(size, group, groupFloor) &&
      !(joined && (groupFloor <= 20 || isShare(size, text, next.end)))
    ) {
      group = (group ?? 0) + size
      groupFloor = size >= 20 ? 10 : 0
    } else if (!joined && isHundreds(group, total, next?.word, spelled)) {
      group = (group ?? 0) * 100 + (TENS[next?.word ?? ""] ?? 0)
      groupFloor = 10
      vague = true
    } else if (joined && next === null && groupFloor > 20 && figuresAt(text, words.at) !== null) {
      const rest = figuresAt(text, words.at)
      if (rest === null || rest.value >= groupFloor || group === null) break
      return { value: total + group + rest.value, end: rest.end, vague, spelled: true }
    } else if (next?.word === "hundred" && !joined && (group ?? 1) < 1000 && groupFloor !== 100.5) {
      group = (group ?? 1) * 100
      groupFloor = 100
    } else if (next !== null && scale !== undefined && !joined && (scale < lastScale || group === null)) {
      total = group === null && total > 0 ? total * scale : total + (group ?? 1) * scale
      lastScale = scale
      group = null
      groupFloor = Number.POSITIVE_INFINITY
    } else if (
      next !== null &&
      /^doz(?:en)?s?$/.test(next.word) &&
      !joined &&
      (group !== null || total > 0)
    ) {
      return { value: (total + (group ?? 0)) * 12, end: next.end, vague, spelled: true }
    } else if (next !== null && next.word === "odd" && group !== null) {
      vague = true
    } else {
      words.at = mark
      break
    }
    spelled = true
    end = words.at = next?.end ?? end
  }
  if (group === null && total === 0) return readPoint(text, at, 0)
  const value = total + (group ?? 0)
  return readPoint(text, end, value) ?? { value, end, vague, spelled }
}

function figuresAt(text: string, at: number): { readonly value: number; readonly end: number } | null {
  const match = /^ (\d{1,3})(?![\d.,a-z])/.exec(text.slice(at, at + 6))
  return match?.[1] === undefined ? null : { value: Number(match[1]), end: at + match[0].length }
}

/** Whether the hundred is left out before a word: one twenty, three fifty-five. */
function isHundreds(group: number | null, total: number, word = "", spelled: boolean): boolean {
  return spelled && total === 0 && group !== null && group > 0 && group < 10 && TENS[word] !== undefined
}

/** Whether a word of this size may follow: twenty + one, hundred + twelve, not one + one. */
function fits(size: number, group: number | null, floor: number): boolean {
  return group === null || (size < floor && (size > 0 || floor > 100))
}

function takeFixed(words: Words): Part | null {
  const begin = words.at
  words.take(/^an?$/)
  const next = words.peek()
  if (next !== null && words.at > begin && /^(?:couple|pair|dozen)$/.test(next.word)) {
    return {
      value: next.word === "dozen" ? 12 : 2,
      end: next.end,
      vague: next.word === "couple",
      spelled: true,
    }
  }
  words.at = begin
  return null
}

/** "point zero three" after `whole`. */
function readPoint(text: string, at: number, whole: number): Part | null {
  const words = new Words(text, at)
  if (!words.take(/^point$/)) return null
  let decimals = ""
  let end = words.at
  const figures = /^ ?(\d+)(?!\.\d)/.exec(text.slice(end, end + 12))
  if (figures?.[1] !== undefined) {
    decimals = figures[1]
    end += figures[0].length
  }
  for (let next = words.peek(); figures === null && next !== null; next = words.peek()) {
    const digit = next.word === "oh" ? 0 : ONES[next.word]
    if (digit === undefined || digit > 9) break
    decimals += digit
    end = words.at = next.end
  }
  if (decimals === "") return null
  const value = whole + Number(`0.${decimals}`)
  return readScale(text, end, value) ?? { value, end, vague: false, spelled: true }
}
