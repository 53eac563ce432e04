import { dateOfDay } from "../../calendar/index.ts"
import { type Recognizer, recognition } from "../recognition.ts"
import { findPeriods } from "../time/find-periods.ts"
import type { Period } from "../time/period.ts"
import { todayOf } from "../time/today.ts"

/**
 * One day, `YYYY-MM-DD`: 三月五号, 上个月15号, 大前天, 上周三, 去年国庆, 半小时前, 3/5, next Friday. `prefer` chooses where the
 * year or week was not said. 从3月5号开始 is its first day. 月底, 年底 and 周末 give their most likely day, uncertainly; ranges, whole weeks and
 * months give nothing.
 */
export const date: Recognizer = {
  find(utterance, options) {
    return findPeriods(utterance, todayOf(options)).flatMap((period) => {
      const day = dayIn(period)
      if (day === null) return []
      const certain = period.certain && (period.grain === "day" || period.begins !== undefined)
      return [recognition(utterance, period.start, period.end, dateOfDay(day), certain)]
    })
  },
}

function dayIn({ grain, from, to, begins }: Period): number | null {
  if (grain === "day") return from
  if (begins !== undefined) return begins
  if (grain !== "about" || from === null || to === null) return null
  return to - from < 3 || isBeginning(from) ? from : to
}

/** 月初 and 年初 mean the first days, 月底 and 年底 the last. */
function isBeginning(from: number): boolean {
  return dateOfDay(from).endsWith("-01") && !dateOfDay(from).endsWith("-12-01")
}
