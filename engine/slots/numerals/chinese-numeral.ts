import { exact, type NumeralScan } from "./numeral.ts"

/**
 * Reads the Chinese or mixed numeral that begins at `at` in a simplified text: 三万五 (35000), 两千三, 1.2万,
 * 5亿1万4千6百, 壹佰零肆万, 十来万 (vague), 负六点六, 二零一六. Spaces may stand between characters. Returns `null`
 * where none begins. Linear in the length of the numeral.
 */
export function readChineseNumeral(text: string, at: number): NumeralScan | null {
  const sign = text[at] === "负" ? -1 : 1
  const begin = sign < 0 ? skipSpaces(text, at + 1) : at
  const scan = new Scan(text, begin)
  const value = scan.read()
  if (value === undefined || scan.end === begin) return null
  return {
    value: value === null ? null : exact(value * sign),
    start: at,
    end: scan.end,
    vague: scan.vague,
    spelled: true,
  }
}

/** Returns the value of a numeral that fills `text` from end to end, also one in figures, or `null`. */
export function numberOf(text: string): number | null {
  const trimmed = text.replaceAll(" ", "")
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) return Number(trimmed)
  const scan = readChineseNumeral(trimmed, 0)
  return scan !== null && scan.end === trimmed.length && !scan.vague ? scan.value : null
}

export const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  参: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 }
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const BIG: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 }
const FIGURES = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y
/** Characters before which 来 means "or so", as in 十来天. */
const COUNTED = /[万亿个天岁块元人年次位分小口斤]/

/** One pass over a numeral; the fields are what has been read so far. */
class Scan {
  end: number
  vague = false
  private total = 0
  private section = 0
  private digit: number | null = null
  private unit = 0
  private smallest = Number.POSITIVE_INFINITY
  private zero = false
  private begun = false
  private readonly text: string

  constructor(text: string, at: number) {
    this.text = text
    this.end = at
  }

  /** Returns the value, `null` for words that name no one number, `undefined` where there is no numeral. */
  read(): number | null | undefined {
    const string = this.digitString()
    if (string !== undefined) return string
    for (;;) {
      const at = this.begun ? skipSpaces(this.text, this.end) : this.end
      const step = this.step(at)
      if (step === "none") break
      if (step === "several") return null
    }
    return this.begun ? this.finish() : undefined
  }

  private step(at: number): "took" | "none" | "several" {
    const character = this.text.charAt(at)
    if (this.isFigure(character)) return this.takeFigures(at)
    const digit = CHINESE_DIGITS[character]
    if (digit !== undefined) return this.takeDigit(digit, at)
    const tens = TENS[character]
    if (tens !== undefined && this.digit === null && this.smallest > 10) return this.takeTens(tens, at)
    const small = SMALL[character]
    if (small !== undefined) return this.takeSmall(small, at)
    const big = BIG[character]
    if (big !== undefined) return this.takeBig(big, at)
    if (character === "点") return this.takeDecimals(at)
    if (character === "个" && this.begun && this.text[at + 1] === "亿") return this.takeBig(1e8, at + 1)
    return this.takeVague(character, at)
  }

  /** Digits in a row without units: 二零一六, 五五, 幺零幺. Two before a unit, 二三十, mean "two or three". */
  private digitString(): number | null | undefined {
    let at = this.end
    let digits = ""
    for (;;) {
      const character = this.text.charAt(at)
      const digit = character === "幺" ? 1 : CHINESE_DIGITS[character]
      if (digit === undefined) break
      digits += digit
      at += 1
    }
    if (digits.length < 2) return undefined
    const next = this.text.charAt(at)
    if (SMALL[next] !== undefined || BIG[next] !== undefined) {
      if (digits.startsWith("0")) return undefined
      this.end = at + 1
      while (SMALL[this.text.charAt(this.end)] ?? BIG[this.text.charAt(this.end)]) this.end += 1
      return null
    }
    if (/^(?:12|23|34|45|56|67|78|89|35)$/.test(digits) && /[个天年次位岁块人周小]/.test(next)) {
      this.end = at
      return null
    }
    if (this.text.slice(this.end, at) === "两两") return undefined
    this.end = at
    this.begun = true
    this.digit = Number(digits)
    this.takeDecimals(skipSpaces(this.text, at))
    return this.digit
  }

  private isFigure(character: string): boolean {
    return character >= "0" && character <= "9"
  }

  private takeFigures(at: number): "took" | "none" {
    if (this.digit !== null) return "none"
    FIGURES.lastIndex = at
    const match = FIGURES.exec(this.text)
    if (match === null) return "none"
    const after = skipSpaces(this.text, at + match[0].length)
    const next = this.text.charAt(after)
    const hasUnit = SMALL[next] !== undefined || BIG[next] !== undefined
    const value = Number(match[0].replaceAll(",", ""))
    const trailing =
      this.begun && at === this.end && (value < 10 || value < this.unit) && !/[.\d%]/.test(next)
    if (!hasUnit && !trailing) return "none"
    if (!hasUnit && value >= 10) {
      this.section += value
      this.unit = 1
    } else this.digit = value
    return this.took(at + match[0].length)
  }

  private takeDigit(digit: number, at: number): "took" | "none" | "several" {
    if (digit === 0) {
      if (this.digit !== null) return "none"
      this.zero = true
      if (!this.begun) this.digit = 0
      return this.took(at + 1)
    }
    if (this.digit === 0 && this.zero && this.unit === 0) this.digit = null
    if (this.digit !== null) {
      if (at > this.end) return "none"
      this.end = at + 1
      return "several"
    }
    this.digit = digit
    return this.took(at + 1)
  }

  private takeTens(tens: number, at: number): "took" {
    this.section += tens
    this.unit = 10
    this.smallest = 10
    this.zero = false
    return this.took(at + 1)
  }

  private takeSmall(unit: number, at: number): "took" | "none" {
    if (unit >= this.smallest) return "none"
    if (this.digit === 0) this.digit = null
    if (this.digit === null && unit > 10 && (this.begun || !this.countsOn(at + 1))) return "none"
    this.section += (this.digit ?? 1) * unit
    this.digit = null
    this.unit = unit
    this.smallest = unit
    this.zero = false
    return this.took(at + 1)
  }

  private takeBig(unit: number, at: number): "took" | "none" {
    const value = this.section + (this.unit < 1e4 ? this.lastDigit() : (this.digit ?? 0))
    if (value === 0 && this.total === 0) {
      if (this.begun || !this.countsOn(at + 1)) return "none"
      this.total = unit
    } else if (value === 0) this.total *= unit
    else if (this.total > 0 && unit > this.unit && this.unit >= 1e4) this.total = (this.total + value) * unit
    else this.total += value * unit
    this.section = 0
    this.digit = null
    this.unit = unit
    this.smallest = Number.POSITIVE_INFINITY
    this.zero = false
    return this.took(at + 1)
  }

  /** Whether a numeral goes on right after a bare unit: 百三, 万九, but not 百姓, 万一. */
  private countsOn(at: number): boolean {
    const next = this.text.charAt(at)
    const digit = CHINESE_DIGITS[next]
    return digit !== undefined && digit > 0 && !(next === "一" && this.text[at - 1] === "万")
  }

  private takeDecimals(at: number): "took" | "none" {
    if (!this.begun || this.text.charAt(at) !== "点") return "none"
    let end = skipSpaces(this.text, at + 1)
    let decimals = ""
    for (;;) {
      const character = this.text.charAt(end)
      const digit = this.isFigure(character) ? Number(character) : CHINESE_DIGITS[character]
      if (digit === undefined || character === "两") break
      decimals += digit
      end += 1
    }
    if (decimals === "" || /^(?:十|拾|刻|分(?!钟|之|米)|半)/.test(this.text.slice(end, end + 2)))
      return "none"
    this.digit = this.finish() + Number(`0.${decimals}`)
    this.total = 0
    this.section = 0
    this.unit = 0
    this.smallest = Number.POSITIVE_INFINITY
    return this.took(end)
  }

  /** 十多万, 五百余万, 一百零几万, 二十几: the value is the lower bound. */
  private takeVague(character: string, at: number): "took" | "none" {
    if (!this.begun || this.vague || !/[多余几来]/.test(character) || character === "") return "none"
    const after = skipSpaces(this.text, at + 1)
    const next = this.text.charAt(after)
    const beforeUnit = BIG[next] !== undefined || (character !== "几" && SMALL[next] !== undefined)
    const afterUnit = this.unit > 0 && this.digit === null && at === this.end
    if (!beforeUnit && !afterUnit) return "none"
    if (character === "来" && !COUNTED.test(next)) return "none"
    if (this.digit === 0) this.digit = null
    this.vague = true
    return this.took(at + 1)
  }

  private took(end: number): "took" {
    this.begun = true
    this.end = end
    return "took"
  }

  /** The last digit of 三万五 counts the next lower unit, of 三万零五 and of 十五 the ones. */
  private finish(): number {
    return exact(this.total + this.section + this.lastDigit())
  }

  private lastDigit(): number {
    const { digit, unit } = this
    const lower = digit !== null && digit < 10 && Number.isInteger(digit) && !this.zero && unit > 10
    return (digit ?? 0) * (lower ? unit / 10 : 1)
  }
}

function skipSpaces(text: string, at: number): number {
  let next = at
  while (text[next] === " " && next - at < 4) next += 1
  return next
}
