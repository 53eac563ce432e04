import { exact, type Numeral } from "./numeral.ts"

/**
 * Returns the numerals of a plain text with those that make a fraction joined: 五分之一, 一又二分之一, 3/5, 1 3/5, 1 over 21.
 * Figures that look like a date (5/17/2018) stay apart.
 */
export function withFractions(plain: string, numerals: readonly Numeral[]): readonly Numeral[] {
  if (numerals.length < 2) return numerals
  const joined: Numeral[] = []
  for (let index = 0; index < numerals.length; index += 1) {
    const first = numerals[index]
    const second = numerals[index + 1]
    if (first === undefined) break
    const fraction = second === undefined ? null : fractionOf(plain, first, second)
    if (fraction === null) {
      joined.push(first)
      continue
    }
    index += 1
    const whole = joined.at(-1)
    if (whole !== undefined && joins(plain, whole, fraction)) {
      const value = whole.value < 0 ? whole.value - fraction.value : whole.value + fraction.value
      joined[joined.length - 1] = { ...fraction, value: exact(value), start: whole.start }
    } else joined.push(fraction)
  }
  return joined
}

function fractionOf(plain: string, first: Numeral, second: Numeral): Numeral | null {
  const between = plain.slice(first.end, second.start)
  if (/^ {0,3}分 {0,3}之 {0,3}$/.test(between) && first.value !== 0) {
    return { ...second, value: exact(second.value / first.value), start: first.start, spelled: true }
  }
  if (between === " over " && second.value !== 0 && /^\s*(?:$|[,.;!?])/.test(plain.slice(second.end))) {
    return { ...second, value: exact(first.value / second.value), start: first.start }
  }
  if (between !== "/" || first.spelled || second.spelled || second.value === 0) return null
  if (plain[second.end] === "/" || plain[first.start - 1] === "/") return null
  if (!Number.isInteger(first.value) || !Number.isInteger(second.value) || first.value > 9999) return null
  return { ...second, value: exact(first.value / second.value), start: first.start }
}

function joins(plain: string, whole: Numeral, fraction: Numeral): boolean {
  const between = plain.slice(whole.end, fraction.start)
  return /^ ?又 ?$/.test(between) || (between === " " && !whole.spelled && Number.isInteger(whole.value))
}
