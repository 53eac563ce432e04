/**
 * A number as said or written in a text, `end` exclusive. `vague`: 十多万, 二十几, where `value` is the lower
 * bound. `spelled`: in words or Chinese characters; else in figures.
 */
export type Numeral = {
  readonly value: number
  readonly start: number
  readonly end: number
  readonly vague: boolean
  readonly spelled: boolean
}

/** A stretch of text read as number words; `value` is `null` where they name no one number (二三十, 三四个). */
export type NumeralScan = Omit<Numeral, "value"> & { readonly value: number | null }

/** Returns `value` without the noise of binary fractions: 1.1 * 10000 is 11000. */
export function exact(value: number): number {
  return Number(value.toPrecision(15))
}
