import { en } from "chrono-node"
import { withoutOverlaps } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"
import { ENGLISH_DAYS } from "./english-days.ts"
import { ENGLISH_HOLIDAYS } from "./english-holidays.ts"
import { withLength } from "./english-lengths.ts"
import { ENGLISH_PARTS } from "./english-parts.ts"
import { ENGLISH_SPANS } from "./english-spans.ts"
import { ENGLISH_FEASTS } from "./feasts.ts"
import { applyRule, dayOf, oneDay, type Period } from "./period.ts"
import type { Today } from "./today.ts"

/**
 * Returns the days and longer times that English words name: by own rules, and where those see nothing by
 * chrono-node. `others`: what other rules found already. "3 days after …" moves the day that follows it.
 */
export function englishPeriods(
  utterance: Utterance,
  today: Today,
  others: readonly Period[],
): readonly Period[] {
  const { lower } = utterance
  if (!HINT.test(lower)) return []
  const found = RULES.flatMap((rule) => applyRule(rule, lower, today))
  const ours = withoutOverlaps([...found, ...others]).map((period) => withLength(lower, period, today))
  return [...ours, ...chronoDays(utterance, today, ours)]
}

const RULES = [...ENGLISH_DAYS, ...ENGLISH_PARTS, ...ENGLISH_SPANS, ENGLISH_HOLIDAYS, ENGLISH_FEASTS]
const HINT =
  /day|tomorrow|week|month|year|quarter|ago|later|night|morn|noon|even|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|hour|hr|min|second|hence|now|festival|xmas|christmas|easter|lent|hash|han|chan|purim|passover|pesach|kippur|sukkot|ramad|eid |mawlid|muharram|diwali|navara|shavuot|pentecost|halloween|thanksgiving|fortnight|(?:st|nd|rd|th|first|second|third)(?![a-z])|(?:in|of|since|from|until|between|before|after|during|q[1-4]|^|=|~) ?\d{4}|\d{4} (?:to|and|or)|\d{4}[ -]*[hq][1-4]|[hq][1-4][ -]?\d{4}|(?:cy|fy|mid|late|early) ?\d{4}|\d{4} ?- ?\d{4}|than \d{4}|summer|spring|autumn|winter|[be]o[my]|(?:>|<) ?=? ?\d{4}/

/**
 * Days that chrono-node finds where nothing else was found; times without a day and whole months are left
 * out.
 */
function chronoDays({ plain }: Utterance, today: Today, ours: readonly Period[]): readonly Period[] {
  const reference = { instant: new Date(today.epochMs), timezone: today.offset }
  return en.casual.parse(plain, reference).flatMap(({ index, text, start }): Period[] => {
    const end = index + text.length
    if (ours.some((other) => index < other.end && end > other.start)) return []
    if (!start.isCertain("day") || !/[a-z]{3}/i.test(text) || /^now$/i.test(text)) return []
    if (/\b(?:week|month|year|quarter|weekend|half|days|next|last|past)\b/i.test(text)) return []
    const day = dayOf(start.get("year") ?? 0, start.get("month") ?? 0, start.get("day") ?? 0)
    return day === null ? [] : [{ start: index, end, ...oneDay(day, false) }]
  })
}
