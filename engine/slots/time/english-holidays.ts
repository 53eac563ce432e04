import { readStep } from "./english-days.ts"
import { fixed, lunar, nthWeekday } from "./festival-days.ts"
import { civilOf, oneDay, type PeriodRule, yearFor } from "./period.ts"

/** Rule for holidays in English: Christmas, last Easter, Chinese New Year 2026. */
export const ENGLISH_HOLIDAYS: PeriodRule = {
  pattern:
    /(?<![a-z])(?:(?<step>last|next|this|previous) )?(?<name>christmas eve|christmas(?: day)?|xmas|new year'?s? eve|new year'?s? day|chinese new year|lunar new year|spring festival|mid-autumn(?: festival| day)?|dragon boat festival|lantern festival|national day|valentine'?s day|halloween|thanksgiving(?: day)?|independence day|labou?r day|mother'?s day|father'?s day|april fool'?s(?: day)?|women'?s day|children'?s day)(?:,? (?:of )?(?:(?<relative>this|last|next) year|(?<year>(?:19|20)\d\d)))?(?![a-z\d])/g,
  read({ step, name = "", relative, year }, today) {
    const dayIn = HOLIDAYS.find(([pattern]) => pattern.test(name))?.[1]
    if (dayIn === undefined) return null
    const thisYear = civilOf(today.day).year
    const said =
      year !== undefined ? Number(year) : relative !== undefined ? thisYear + readStep(relative) : null
    if (said !== null) {
      const day = dayIn(said)
      return day === null ? null : oneDay(day)
    }
    const shift = readStep(step)
    const prefer = shift < 0 ? "past" : shift > 0 ? "future" : today.prefer
    const chosen = yearFor({ ...today, prefer }, dayIn)
    const day = chosen === null ? null : dayIn(chosen.year)
    return chosen === null || day === null ? null : oneDay(day, chosen.certain)
  },
}

const HOLIDAYS: readonly (readonly [RegExp, (year: number) => number | null])[] = [
  [/^christmas eve/, fixed(12, 24)],
  [/^(?:christmas|xmas)/, fixed(12, 25)],
  [/^new year'?s? eve/, fixed(12, 31)],
  [/^new year/, fixed(1, 1)],
  [/^(?:chinese|lunar|spring)/, lunar(1, 1)],
  [/^mid-autumn/, lunar(8, 15)],
  [/^dragon/, lunar(5, 5)],
  [/^lantern/, lunar(1, 15)],
  [/^national/, fixed(10, 1)],
  [/^valentine/, fixed(2, 14)],
  [/^halloween/, fixed(10, 31)],
  [/^thanksgiving/, nthWeekday(11, 4, 4)],
  [/^independence/, fixed(7, 4)],
  [/^labou?r/, fixed(5, 1)],
  [/^mother/, nthWeekday(5, 2, 7)],
  [/^father/, nthWeekday(6, 3, 7)],
  [/^april/, fixed(4, 1)],
  [/^women/, fixed(3, 8)],
  [/^children/, fixed(6, 1)],
]
