import { type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import { type Clock, findClocks } from "../time/clock.ts"
import { readPeriods } from "../time/find-periods.ts"
import type { DayPart, Period } from "../time/period.ts"
import { momentText, type Today, todayOf } from "../time/today.ts"
import type { Utterance } from "../utterance.ts"

/**
 * A moment, ISO 8601 with the customer's offset: 前天晚上八点, 今晚8点, 半小时前, tomorrow at 5pm. An hour must be said.
 * Uncertain where the half of the day, or the day, had to be supposed (三点, 八点半): by `prefer`, else the next
 * one.
 */
export const datetime: Recognizer = {
  find(utterance, options) {
    const today = todayOf(options)
    const clocks = withoutOverlaps(findClocks(utterance))
    const days = readPeriods(utterance, today).filter(({ grain }) => grain === "day" || grain === "none")
    const instants = days.filter(({ minute }) => minute !== undefined)
    const found = clocks.flatMap((clock) => {
      const day = nearestDay(utterance, clock, days)
      return day === undefined ? [withoutDay(utterance, clock, today)] : [onDay(utterance, clock, day, today)]
    })
    const told = instants.map(({ start, end, from, minute, certain }) =>
      recognition(
        utterance,
        start,
        end,
        momentText(from ?? today.day, minute ?? 0, today),
        certain && !/刚|方/.test(utterance.plain.slice(start, end)),
      ),
    )
    return withoutOverlaps([...found.filter((one) => one !== null), ...told])
  },
}

const BETWEEN = /^[\s,的在于@、(]{0,4}(?:at|on|for|around|from)?[\s,]{0,2}$/

function nearestDay({ lower }: Utterance, clock: Clock, days: readonly Period[]): Period | undefined {
  const usable = days.filter(({ minute }) => minute === undefined)
  const before = usable.findLast(
    ({ start, end }) =>
      start < clock.start && (end > clock.start || BETWEEN.test(lower.slice(end, clock.start))),
  )
  return (
    before ?? usable.find(({ start }) => start >= clock.end && BETWEEN.test(lower.slice(clock.end, start)))
  )
}

function onDay(utterance: Utterance, clock: Clock, day: Period, today: Today) {
  const part = clock.part ?? day.part
  const minute = day.grain === "none" ? null : minuteOf(clock, part)
  if (minute === null) return null
  const isSupposed = part === undefined && !clock.isExact
  const start = Math.min(clock.start, day.start)
  const end = Math.max(clock.end, day.end)
  const late = minute >= 1440 || (day.part === "night" && minute < 300)
  const local = (isSupposed && clock.hour < 7 ? minute + 720 : minute) + awayFrom(clock, today)
  const value = momentText(day.from ?? today.day, local, today)
  return recognition(utterance, start, end, value, day.certain && !isSupposed && !late)
}

/** Minutes by which the customer's clock is ahead of the zone that was said. */
function awayFrom({ zone }: Clock, { offset }: Today): number {
  return zone === undefined ? 0 : offset - zone
}

/** Without a day: today's, or by `prefer` the last one that is past or the next one to come. */
function withoutDay(utterance: Utterance, clock: Clock, today: Today) {
  const minute = minuteOf(clock, clock.part)
  if (minute === null) return null
  const halves = clock.isExact || clock.hour > 12 ? [minute] : [minute % 720, (minute % 720) + 720]
  const candidates = [-1440, 0, 1440].flatMap((shift) => halves.map((half) => half + shift))
  const chosen =
    today.prefer === "past"
      ? candidates.findLast((candidate) => candidate <= today.minute)
      : candidates.find((candidate) => candidate >= today.minute)
  const value = momentText(today.day, (chosen ?? minute) + awayFrom(clock, today), today)
  return recognition(utterance, clock.start, clock.end, value, false)
}

/**
 * Minutes since midnight, past 1440 for the small hours of 晚上; `null` where hour and part contradict (上午15点).
 */
function minuteOf({ hour, minute }: Clock, part: DayPart | undefined): number | null {
  const at = (hours: number) => hours * 60 + minute
  if (part === undefined) return at(hour)
  if (part === "dawn") return hour === 12 ? at(0) : hour <= 6 ? at(hour) : null
  if (part === "morning") return hour <= 12 ? at(hour) : null
  if (part === "noon") return hour <= 3 ? at(hour + 12) : hour >= 10 && hour <= 14 ? at(hour) : null
  if (part === "afternoon")
    return hour >= 1 && hour < 12 ? at(hour + 12) : hour >= 12 && hour <= 19 ? at(hour) : null
  if (hour === 12 || hour === 24) return at(24)
  if (hour > 12) return at(hour)
  return hour >= 5 ? at(hour + 12) : at(hour + 24)
}
