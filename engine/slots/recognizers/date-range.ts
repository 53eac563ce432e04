import { dateOfDay } from "../../calendar/index.ts"
import { type Recognizer, recognition } from "../recognition.ts"
import { findPeriods } from "../time/find-periods.ts"
import { joinStays } from "../time/stays.ts"
import { todayOf } from "../time/today.ts"

/**
 * A stretch of days `{ from, to }`, both included: 3月5号到8号, 上个月, 最近三天, 2021年第二季度. An end that was left
 * open (2018年以后) is `null`, and the reading uncertain. A single day is a range of one, uncertainly.
 */
export const dateRange: Recognizer = {
  find(utterance, options) {
    const today = todayOf(options)
    const periods = joinStays(utterance.plain, findPeriods(utterance, today), today)
    return periods.map(({ start, end, from, to, grain, certain }) => {
      const value = { from: from === null ? null : dateOfDay(from), to: to === null ? null : dateOfDay(to) }
      return recognition(utterance, start, end, value, certain && grain !== "day")
    })
  },
  pick(found) {
    const ranges = found.filter(({ value }) => !isOneDay(value))
    return ranges.find(({ certain }) => certain) ?? ranges[0] ?? found[0] ?? null
  },
}

function isOneDay(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && "from" in value && "to" in value && value.from === value.to
  )
}
