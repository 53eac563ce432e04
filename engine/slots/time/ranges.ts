import { civilOf, dayOf, monthsLater, type Period } from "./period.ts"
import type { Today } from "./today.ts"

/**
 * Joins two periods with 到, -, "to", 和…之间 between them to one (both ends included), completes what the second
 * leaves out (3月5号到8号), and opens ends (2018年之后, 从3月1号开始, 至今).
 */
export function joinRanges(plain: string, periods: readonly Period[], today: Today): readonly Period[] {
  const joined: Period[] = []
  for (let index = 0; index < periods.length; index += 1) {
    const first = periods[index]
    const second = periods[index + 1]
    if (first === undefined) break
    const range = second === undefined ? null : joinTwo(plain, first, second)
    if (range !== null) index += 1
    joined.push(range ?? openEnded(plain, first, today))
  }
  return joined
}

const BETWEEN =
  /^\s*(?:一直|直)?(?:住|待|呆|躺|休|请假?)?(?:到|至|-|~|till|until|to|through|thru)\s*(?:the )?$/i
const BETWEEN_AND = /^\s*(?:和|与|跟|and)\s*$/i
const AROUND = /^\s*(?:之间|期间|中间)/

function joinTwo(plain: string, first: Period, second: Period): Period | null {
  const between = plain.slice(first.end, second.start)
  const lead = /(?:between|从|自|由|在)\s*(?:the )?$/i.exec(
    plain.slice(Math.max(0, first.start - 12), first.start),
  )?.[0]
  const isPair =
    BETWEEN_AND.test(between) && (AROUND.test(plain.slice(second.end)) || /^between/i.test(lead ?? ""))
  if (!BETWEEN.test(between) && !isPair) return null
  if (first.grain === "none" || second.grain === "none")
    return { ...second, start: first.start, grain: "none" }
  const [begin, finish] = completeEnd(first, second)
  if (begin.from === null || finish.to === null || finish.to < begin.from) {
    return { ...second, start: first.start, grain: "none" }
  }
  const leadIn = /(?:from|between|从|自|由)\s*(?:the )?$/i.exec(
    plain.slice(Math.max(0, first.start - 12), first.start),
  )
  const around = AROUND.exec(plain.slice(second.end, second.end + 4))
  return {
    start: first.start - (leadIn?.[0].length ?? 0),
    end: second.end + (around?.[0].length ?? 0),
    from: begin.from,
    to: finish.to,
    grain: "span",
    certain: first.certain && (second.certain || second.said !== undefined),
  }
}

/** Returns two ends with what one of them left out as at the other: 一月十日到十二日, 6月1日到2020年7月1日, 周一到周三. */
export function completeEnd(first: Period, second: Period): readonly [Period, Period] {
  const { said: a, from } = first
  const { said: b } = second
  if (b === undefined || from === null || second.to === null) return [first, second]
  if (b.weekday !== undefined && b.date === undefined) {
    const later = from + ((((second.to - from) % 7) + 7) % 7)
    return [first, { ...second, from: later, to: later }]
  }
  if (a === undefined) return [first, second]
  if (b.month === undefined && b.date !== undefined) return [first, inMonthOf(from, second, b.date)]
  if (a.year === undefined && b.year !== undefined) return [moveToYear(first, b.year), second]
  if (b.year === undefined) {
    const { year } = civilOf(from)
    const same = moveToYear(second, year)
    return [first, same.to !== null && same.to < from ? moveToYear(second, year + 1) : same]
  }
  return [first, second]
}

function inMonthOf(from: number, second: Period, date: number): Period {
  const { year, month, date: first } = civilOf(from)
  const next = civilOf(monthsLater(from - first + 1, 1))
  const day = date >= first ? dayOf(year, month, date) : dayOf(next.year, next.month, date)
  return { ...second, from: day, to: day }
}

function moveToYear(period: Period, year: number): Period {
  const { from, to } = period
  if (from === null || to === null) return period
  const months = (year - civilOf(from).year) * 12
  if (period.grain === "month") {
    const first = monthsLater(from, months)
    return { ...period, from: first, to: monthsLater(first, 1) - 1 }
  }
  return { ...period, from: monthsLater(from, months), to: monthsLater(to, months) }
}

const SINCE = /(?:自从?|打从|从|since |from |(?:starting|beginning) (?:on |from )?|as of )$/i
const ONWARD =
  /^\s*(?:或|及)?(?:(?:之|以)后|后(?![面来天续期果悔者半年]))|^\s*(?:起|开始)|^\s*(?:(?:and|or) (?:later|after(?:wards?)?|greater|onwards?|beyond|newer)|onwards?)(?![a-z])/i
const BEFORE =
  /^\s*(?:或|及)?(?:(?:之|以)前|前(?![面后往天一几两台提年夕些]))|^\s*(?:and|or) (?:earlier|before|older)(?![a-z])/i
/** English words and signs before a date that leave one end open. */
const OPEN_BEFORE =
  /(?:(?<![a-z])(?<side>after|later than|before|prior to|earlier than|until|till|by the end of|as late as|no later than|no earlier than|as early as|greater than|more than|less than)\s+(?:the )?|(?<sign>[<>] ?=?)\s?)$/i
const TO_NOW =
  /^\s*(?:至今|到现在|到今天|到目前|以来|(?:to|until|till|up to) (?:date|now|the present)(?![a-z]))/i

function openEnded(plain: string, period: Period, today: Today): Period {
  if (period.grain === "none" || period.from === null || period.to === null) return period
  const after = plain.slice(period.end, period.end + 16)
  const since = SINCE.exec(plain.slice(Math.max(0, period.start - 14), period.start))
  const start = period.start - (since?.[0].length ?? 0)
  const toNow = TO_NOW.exec(after)
  if (toNow !== null) {
    const to = period.from <= today.day ? today.day : null
    return { ...span(period, start, toNow[0].length), to, certain: to !== null }
  }
  const onward = ONWARD.exec(after)
  if (onward !== null) {
    const isAfter = /后/.test(onward[0]) && !/[或及]/.test(onward[0])
    const from = isAfter && period.grain !== "day" ? period.to + 1 : period.from
    const open = { ...span(period, isAfter ? period.start : start, onward[0].length), from, to: null }
    return isAfter ? open : { ...open, ...beginning(period) }
  }
  const before = BEFORE.exec(after)
  if (before !== null) {
    const isIncluded = /或|及|and|or/i.test(before[0]) || isEdge(plain, period)
    return {
      ...span(period, period.start, before[0].length),
      from: null,
      to: isIncluded ? period.to : period.from - 1,
    }
  }
  const open = OPEN_BEFORE.exec(plain.slice(Math.max(0, period.start - 18), period.start))
  if (open !== null) {
    const side = open.groups?.side ?? open.groups?.sign?.replace(" ", "") ?? ""
    return openBefore(period, open[0].length, isEdge(plain, period) ? "until" : side)
  }
  const by = period.grain === "day" ? null : BY.exec(plain.slice(Math.max(0, period.start - 7), period.start))
  if (by !== null) return { ...span(period, period.start - by[0].length, 0), from: null, to: period.to }
  return since !== null && /^(?:自从|since|starting|beginning|as of)/i.test(since[0])
    ? { ...span(period, start, 0), ...beginning(period), to: null }
    : period
}

const BY = /(?<![a-z])by (?:the )?$/i
/** 年底前 and "before the end of June" still count the last day. */
function isEdge(plain: string, { grain, start, end }: Period): boolean {
  return grain === "about" && /[底末尾]$|^(?:the )?(?:end|late)(?![a-z])/i.test(plain.slice(start, end))
}

function beginning({ grain, from, certain }: Period): Partial<Period> {
  return grain === "day" && from !== null ? { begins: from, certain } : {}
}

/**
 * "after 2018" begins with 2019, "after Monday" on Monday; "before" ends the day before, "until" includes it.
 */
function openBefore(period: Period, length: number, side: string): Period {
  const content = span(period, period.start - length, 0)
  if (period.from === null || period.to === null) return period
  if (/^(?:>=|no earlier|as early)/i.test(side)) return { ...content, from: period.from, to: null }
  if (/^(?:>|after|later|greater|more)/i.test(side))
    return { ...content, from: period.grain === "day" ? period.from : period.to + 1, to: null }
  const isBefore = /^(?:<$|before|prior|earlier|less)/i.test(side)
  return { ...content, from: null, to: isBefore ? period.from - 1 : period.to }
}

function span(period: Period, start: number, more: number) {
  const { from, to } = period
  return { start, end: period.end + more, from, to, grain: "span", certain: false } as const
}
