import { allMatches } from "../all-matches.ts"
import { numberOf } from "../numerals/chinese-numeral.ts"
import { readEnglishNumeral } from "../numerals/english-numeral.ts"
import type { Utterance } from "../utterance.ts"
import type { DayPart, Groups } from "./period.ts"

/**
 * A time of day. `hour` 0–24 as said; `part`: the part of the day that was said. `isExact`: nothing is left
 * to guess (a 24-hour figure, am or pm, a part of the day); else an hour from 1 to 12 may be before or after
 * noon.
 */
export type Clock = {
  readonly start: number
  readonly end: number
  readonly hour: number
  readonly minute: number
  readonly part?: DayPart
  readonly isExact: boolean
  /** Minutes east of UTC of a time zone that was said: 4pm CET. */
  readonly zone?: number
}

/** Returns the times of day that a text names: 下午三点一刻, 八点半, 15:15, 3:15pm, half past three, noon. */
export function findClocks({ lower }: Utterance): readonly Clock[] {
  if (!HINT.test(lower)) return []
  const found: Clock[] = []
  for (const { pattern, read } of RULES) {
    for (const match of allMatches(lower, pattern)) {
      const content = read(match.groups ?? {})
      if (content === null) continue
      found.push(inZone(lower, { ...content, start: match.index, end: match.index + match[0].length }))
    }
  }
  return found
}

const ZONE =
  /^ ?\(?(gmt|utc|bst|wet|cet|cest|eet|msk|ist|hkt|jst|est|edt|cst|cdt|mst|mdt|pst|pdt)\)?(?![a-z])/
const ZONES: Readonly<Record<string, number>> = {
  gmt: 0,
  utc: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  msk: 180,
  ist: 330,
  hkt: 480,
  jst: 540,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

function inZone(lower: string, clock: Clock): Clock {
  const match = ZONE.exec(lower.slice(clock.end, clock.end + 7))
  const zone = match?.[1] === undefined ? undefined : ZONES[match[1]]
  return match === null || zone === undefined ? clock : { ...clock, end: clock.end + match[0].length, zone }
}

type ClockContent = Omit<Clock, "start" | "end">

const HINT =
  /\d|点|[时午夜晏]|o'?clock|noon|midday|midnight|past|quarter|half|[ap]\.? ?m(?![a-z])|thirty|fifteen|twenty|ten|forty|fifty|morning|evening|twelve|eleven/
const CHINESE_PART =
  "(?:(?<part>凌晨|清晨|清早|早晨|早上|一早|早|上午|晌午|中午|正午|午后|下午|傍晚|黄昏|晚上|晚间|晚|夜里|夜间|半夜|深夜|午夜|晏昼)的?\\s?)"
const FIGURE = "\\d{1,2}|[零一二两三四五六七八九十]{1,3}"
const SMALL_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
const SMALL_MINUTES =
  "(?:oh|zero|ou|o)[ -]?(?:one|two|three|four|five|six|seven|eight|nine)|(?:twenty|thirty|forty|" +
  "fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|fifteen|" +
  "thirteen|fourteen|sixteen|seventeen|eighteen|nineteen"
const ENGLISH_PART =
  "(?:\\s?(?<meridiem>[ap])\\.?\\s?(?:m\\.?)?(?![a-z])|\\s+(?:in the |this |in " +
  ")?(?<dayPart>morning|afternoon|evening|tonight|night)(?![a-z]))"

const RULES: readonly { readonly pattern: RegExp; readonly read: (groups: Groups) => ClockContent | null }[] =
  [
    {
      pattern: new RegExp(
        `${CHINESE_PART}?(?<![\\d一二三四五六七八九十.])(?<hour>${FIGURE})\\s?(?:点(?!了?[儿些心亮头名击赞评])钟?|时(?![候间常不刻期效光代]))(?:整|(?<half>半)|[搭踏](?<mark>半|${FIGURE})|(?<quarter>[一三])刻|(?<marks>${FIGURE})个字|\\s?(?:过|零)?(?<minute>${FIGURE})\\s?(?:分(?![钟之])|(?![\\d点个万千百年月天号岁小])))?`,
        "g",
      ),
      read: readChinese,
    },
    {
      pattern: new RegExp(
        `${CHINESE_PART}?(?<![\\d:.])(?<hour>\\d{1,2})(?:[:](?<minute>[0-5]\\d)(?::[0-5]\\d)?|h(?<minuteH>[0-5]\\d)?)(?![\\d:])${ENGLISH_PART}?`,
        "g",
      ),
      read: readFigures,
    },
    {
      pattern: new RegExp(
        `(?<![\\d:./a-z-])(?:at |around )?(?<hour>\\d{1,2}|${SMALL_HOURS})(?:[ -](?<words>${SMALL_MINUTES}|[0-5]\\d)|(?<digits>[0-5]\\d))?(?:ish)?(?: ?o'?clock)?${ENGLISH_PART}`,
        "g",
      ),
      read: readEnglish,
    },
    {
      pattern: new RegExp(
        `(?<![\\d:./a-z-])(?:at |@ ?)(?<hour>\\d{1,2}|${SMALL_HOURS})(?:[ -](?<words>${SMALL_MINUTES}|[0-5]\\d)|(?<digits>[0-5]\\d))?(?:ish)?(?: ?o'?clock)?(?![\\d:%h]|[./-]\\d| (?:days?|weeks?|months?|years?|percent|yuan|dollars?))`,
        "g",
      ),
      read: readEnglish,
    },
    {
      pattern: new RegExp(`(?<![\\d:./a-z-])(?<hour>\\d{1,2}|${SMALL_HOURS}) ?o'?clock`, "g"),
      read: readEnglish,
    },
    {
      pattern: new RegExp(`^\\s*(?<hour>${SMALL_HOURS})[ -](?<words>${SMALL_MINUTES})\\s*$`, "g"),
      read: readEnglish,
    },
    {
      pattern: new RegExp(
        `(?<![\\d:./a-z-])(?:at |for )?(?:an? )?(?<amount>quarter|half|\\d{1,2}|five|ten|fifteen|twenty(?:[ -]five)?)(?: minutes?)? (?<side>past|after|to|before|from|till) (?<hour>\\d{1,2}|${SMALL_HOURS}|noon|midnight)(?:h|00)?(?:${ENGLISH_PART}|(?![\\d:a-z]| (?:days?|weeks?)))`,
        "g",
      ),
      read: readPast,
    },
    {
      pattern: new RegExp(`(?<![a-z\\d-])(?:at )?half (?<hour>${SMALL_HOURS})(?![a-z-])`, "g"),
      read: ({ hour }) => readPast({ amount: "half", side: "past", hour }),
    },
    {
      pattern: new RegExp(
        `(?<![a-z])(?:in the |this |early )?(?<dayPart>morning|afternoon|evening|night)(?: at| @|,) ?(?<hour>\\d{1,2}|${SMALL_HOURS})(?:[:.](?<digits>[0-5]\\d))?(?: ?o'?clock)?(?![\\d:a-z])`,
        "g",
      ),
      read: readEnglish,
    },
    { pattern: /(?<![a-z])(?:at )?(?:the )?(?<word>noon|midday|midnight)(?![a-z])/g, read: readWord },
    {
      pattern: /(?<word>中午|正午|午夜)(?!的?\s?[\d零一二两三四五六七八九十]+\s?[点时:])(?=[^点]|$)/g,
      read: readWord,
    },
  ]

const PARTS: readonly (readonly [RegExp, DayPart])[] = [
  [/凌晨/, "dawn"],
  [/清晨|清早|早|上午|morning/, "morning"],
  [/晌午|中午|正午/, "noon"],
  [/午后|下午|晏昼|afternoon/, "afternoon"],
  [/傍晚|黄昏|晚|evening/, "evening"],
  [/夜|night/, "night"],
]

function partOf(word: string | undefined): DayPart | undefined {
  return word === undefined ? undefined : PARTS.find(([pattern]) => pattern.test(word))?.[1]
}

function clock(
  hour: number,
  minute: number,
  part: DayPart | undefined,
  isExact: boolean,
): ClockContent | null {
  if (!(hour >= 0 && hour <= 24) || !(minute >= 0 && minute < 60) || (hour === 24 && minute > 0)) return null
  const exact = isExact || part !== undefined || hour === 0 || hour > 12
  return part === undefined ? { hour, minute, isExact: exact } : { hour, minute, part, isExact: exact }
}

function readChinese({ part, hour, half, minute, mark, marks, quarter }: Groups): ClockContent | null {
  const hours = numberOf(hour ?? "")
  if (hours === null) return null
  const minutes = half === undefined ? chineseMinutes({ minute, mark, marks, quarter }) : 30
  return minutes === null ? null : clock(hours, minutes, partOf(part), false)
}

/** 搭三 and 三个字 count in fives. */
function chineseMinutes({ minute, mark, marks, quarter }: Groups): number | null {
  if (minute !== undefined) return numberOf(minute.replace(/^零/, ""))
  if (quarter !== undefined) return quarter === "一" ? 15 : 45
  if (mark !== undefined) return mark === "半" ? 30 : (numberOf(mark) ?? 0) * 5
  return marks === undefined ? 0 : (numberOf(marks) ?? 0) * 5
}

function readFigures({ part, dayPart, hour, minute, minuteH, meridiem }: Groups): ClockContent | null {
  if (hour === undefined) return null
  return withMeridiem(Number(hour), Number(minute ?? minuteH ?? 0), meridiem, part ?? dayPart, true)
}

function readEnglish({ hour, words, digits, meridiem, dayPart: part }: Groups): ClockContent | null {
  const hours = wordNumber(hour)
  const minutes =
    words === undefined ? Number(digits ?? 0) : wordNumber(words.replace(/^(?:oh|zero|ou|o)[ -]?/, ""))
  return hours === null || minutes === null ? null : withMeridiem(hours, minutes, meridiem, part, false)
}

function readPast({ amount, side, hour, meridiem, dayPart: part }: Groups): ClockContent | null {
  const isNamed = hour === "noon" || hour === "midnight"
  const hours = hour === "noon" ? 12 : hour === "midnight" ? 0 : wordNumber(hour)
  const minutes = amount === "quarter" ? 15 : amount === "half" ? 30 : wordNumber(amount)
  if (hours === null || minutes === null) return null
  const isBefore = side === "to" || side === "before" || side === "till"
  const total = hours * 60 + (isBefore ? -minutes : minutes)
  const content = withMeridiem(Math.floor(total / 60), ((total % 60) + 60) % 60, meridiem, part, isNamed)
  return total < 0 ? null : content
}

function readWord({ word }: Groups): ClockContent | null {
  const isNoon = /noon|midday|中午|正午/.test(word ?? "")
  return isNoon ? clock(12, 0, "noon", true) : clock(24, 0, "night", true)
}

function withMeridiem(
  hour: number,
  minute: number,
  meridiem: string | undefined,
  part: string | undefined,
  isExact: boolean,
): ClockContent | null {
  if (meridiem === undefined)
    return clock(hour, minute, partOf(part), isExact && (hour > 12 || part === undefined))
  if (hour < 1 || hour > 12) return null
  return clock((hour % 12) + (meridiem === "p" ? 12 : 0), minute, undefined, true)
}

function wordNumber(word: string | undefined): number | null {
  if (word === undefined) return null
  return /^\d+$/.test(word) ? Number(word) : (readEnglishNumeral(word, 0)?.value ?? null)
}
