import { shiftBy } from "./english-days.ts"
import { COUNT, readCount, UNIT } from "./english-words.ts"
import { mondayOf, type Period } from "./period.ts"
import type { Today } from "./today.ts"

/**
 * Returns a period together with the length of time that the words around it give: "3 days after …" moves its day,
 * "2 weeks starting …" and "the week of …" begin at it, "… weekend" adds the weekend, "more than 2 weeks after …" is open.
 */
export function withLength(lower: string, period: Period, today: Today): Period {
  const before = lower.slice(Math.max(0, period.start - 48), period.start)
  return (
    moved(before, period, today) ??
    counted(before, period, today) ??
    weekOf(before, period) ??
    weekendOf(before, lower.slice(period.end, period.end + 9), period) ??
    period
  )
}

const MOVE = new RegExp(
  `(?<![a-z\\d])(?:(?<more>more than |at least )|in )?(?:${COUNT}|(?<next>the)) ?${UNIT} (?<side>after|from|following|before|since)(?: the)?(?: year)? $`,
)

function moved(before: string, period: Period, today: Today): Period | null {
  const base = period.grain === "day" || period.grain === "year" ? period.from : null
  const lead = base === null ? null : MOVE.exec(before)
  if (base === null || lead === null) return null
  const { next, count, side, unit, more } = lead.groups ?? {}
  const amount = next === undefined ? readCount(count) : 1
  const result = amount === null ? null : shiftBy(today, base, amount, unit, side === "before" ? -1 : 1)
  if (result === null || result === "impossible") return period
  const { start, end, certain } = { ...period, start: period.start - lead[0].length }
  if (more === undefined) return { ...result, start, end, certain }
  const ends = side === "before" ? { from: null, to: result.to } : { from: result.from, to: null }
  return { start, end, ...ends, grain: "span", certain: false }
}

const STARTING = new RegExp(
  `(?<![a-z\\d])(?:for )?(?:the )?${COUNT} ?${UNIT},? (?:(?:starting|beginning|commencing)(?: on| from)?|(?<=for .{1,30})from)(?: the)? $`,
)

function counted(before: string, period: Period, today: Today): Period | null {
  const lead = period.grain === "day" ? STARTING.exec(before) : null
  const amount = readCount(lead?.groups?.count)
  if (lead === null || period.from === null || amount === null) return null
  const next = shiftBy(today, period.from, amount, lead.groups?.unit, 1)
  if (next === null || next === "impossible" || next.to === null) return null
  const { start, from, end, certain } = period
  return { start: start - lead[0].length, end, from, to: next.to - 1, grain: "span", certain }
}

const WEEK_OF = /(?<![a-z])(?:the )?week (?:commencing|starting|beginning|of)(?: on)?(?: the)? $/

function weekOf(before: string, period: Period): Period | null {
  const lead = period.grain === "day" ? WEEK_OF.exec(before) : null
  if (lead === null || period.from === null) return null
  const from = mondayOf(period.from)
  return { ...period, start: period.start - lead[0].length, from, to: from + 6, grain: "week" }
}

const WEEKEND_OF = /(?<![a-z])(?:the )?weekend (?:of|after) (?:the )?$/

/** A holiday near a weekend and all days between, "labour day weekend". */
function weekendOf(before: string, after: string, period: Period): Period | null {
  const lead = WEEKEND_OF.exec(before)
  const isNamed = /^ weekend(?![a-z])/.test(after)
  if (period.grain !== "day" || period.from === null || (lead === null && !isNamed)) return null
  const monday = mondayOf(period.from)
  const saturday = period.from === monday ? monday - 2 : monday + 5
  return {
    ...period,
    start: period.start - (lead?.[0].length ?? 0),
    end: period.end + (isNamed ? 8 : 0),
    from: Math.min(saturday, period.from),
    to: Math.max(saturday + 1, period.from),
    grain: "span",
  }
}
