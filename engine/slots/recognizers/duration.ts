import { formatDuration } from "../../calendar/index.ts"
import { allMatches } from "../all-matches.ts"
import { readEnglishNumeral } from "../numerals/english-numeral.ts"
import { exact, type Numeral } from "../numerals/numeral.ts"
import { scanNumerals } from "../numerals/scan-numerals.ts"
import { type Recognition, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"

/**
 * A length of time, ISO 8601: 两年零三个月 P2Y3M, 一个半小时 PT1H30M, 半个月 P15D, 三周 P21D, an hour and a half. What
 * names a point in time (三天前, 3月5日, "in 2 days") is none.
 */
export const duration: Recognizer = {
  find(utterance) {
    const parts = withoutOverlaps([...countedParts(utterance), ...wordParts(utterance)])
    return joined(utterance, parts).filter(
      (found): found is Recognition =>
        found !== null &&
        !/[\d年月周天时钟秒期拜]\s?[-~到至]\s?$/.test(utterance.plain.slice(0, found.start)),
    )
  },
}

type Unit = "years" | "months" | "days" | "hours" | "minutes" | "seconds"
type Part = {
  readonly start: number
  readonly end: number
  readonly amounts: Readonly<Partial<Record<Unit, number>>>
  readonly certain: boolean
  /** Said in weeks, to which days may still be added. */
  readonly isWeeks?: boolean
}

const CHINESE_UNITS: readonly (readonly [RegExp, Unit, number])[] = [
  [/^周岁|^岁/, "years", 0],
  [/^个?月/, "months", 1],
  [/^年/, "years", 1],
  [/^个?(?:星期|礼拜)|^周(?!岁|[一二三四五六日末年])/, "days", 7],
  [/^天|^日(?![元币])/, "days", 1],
  [/^个?(?:小时|钟头)|^个钟/, "hours", 1],
  [/^分钟/, "minutes", 1],
  [/^刻钟/, "minutes", 15],
  [/^个字/, "minutes", 5],
  [/^分(?![之钱])/, "minutes", 1],
  [/^秒钟?/, "seconds", 1],
  [/^晚(?!上|会|餐|饭|点)/, "days", 1],
]
const ENGLISH_UNITS: readonly (readonly [RegExp, Unit, number])[] = [
  [/^years?(?! old)|^yrs?/, "years", 1],
  [/^quarters?/, "months", 3],
  [/^months?/, "months", 1],
  [/^weekends?/, "days", 2],
  [/^fortnights?/, "days", 14],
  [/^weeks?|^wks?/, "days", 7],
  [/^(?:business |working )?days?|^nights?/, "days", 1],
  [/^hours?|^hrs?|^h/, "hours", 1],
  [/^minutes?|^mins?|^m/, "minutes", 1],
  [/^seconds?|^secs?|^s|^"/, "seconds", 1],
]

function countedParts(utterance: Utterance): readonly Part[] {
  return [...scanNumerals(utterance), ...gluedFigures(utterance)].flatMap(
    (numeral) => chinesePart(utterance, numeral) ?? englishPart(utterance, numeral) ?? [],
  )
}

/** 30min and 3.5years are no numbers to the scanner, but lengths of time. */
function gluedFigures({ lower }: Utterance): readonly Numeral[] {
  return [
    ...lower.matchAll(
      /(?<![\da-z./])(\d{1,5}(?:\.\d+)?)(?=(?:years?|months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z\d]))/g,
    ),
  ].map(({ 0: figures, index }) => ({
    value: Number(figures),
    start: index,
    end: index + figures.length,
    vague: false,
    spelled: false,
  }))
}

function chinesePart({ plain }: Utterance, numeral: Numeral): readonly Part[] | null {
  const gap = plain[numeral.end] === " " ? 1 : 0
  const between = /^个[半多]/.exec(plain.slice(numeral.end + gap, numeral.end + gap + 2))?.[0] ?? ""
  const halfBefore = between === "个半" ? 1 : 0
  const at = numeral.end + gap + between.length
  const rest = plain.slice(at, at + 6)
  const unit = CHINESE_UNITS.find(([pattern]) => pattern.test(rest))
  if (unit === undefined) return null
  const [pattern, name, times] = unit
  const word = pattern.exec(rest)?.[0] ?? ""
  let end = at + word.length
  if (times === 0 || isPoint(plain, numeral, word, end) || isOneOfTwo(plain, numeral, unit[0], end)) return []
  const halfAfter = /^半(?!年|天|个|小时|夜)/.test(plain.slice(end)) ? 1 : 0
  end += halfAfter
  const isMoreAfter = /^多(?!少)/.test(plain.slice(end))
  if (isMoreAfter) end += 1
  const isMore = isMoreAfter || between === "个多"
  end += NIGHTS.exec(plain.slice(end, end + 4))?.[0].length ?? 0
  const amount = exact((numeral.value + (halfBefore + halfAfter > 0 ? 0.5 : 0)) * times)
  const isBareMonth = word === "月" || word === "日" || word === "分"
  return [
    {
      start: numeral.start,
      end,
      amounts: { [name]: amount },
      certain: !numeral.vague && !isMore && !isBareMonth,
      isWeeks: times === 7,
    },
  ]
}

/** 三天两夜 are three days. */
const NIGHTS = /^[\d零一二两三四五六七八九十]{1,2}[夜晚](?!上|会|餐|饭|点)/

/** Of 三到五天 or 3-5天 neither end is the length. */
function isOneOfTwo(plain: string, { start }: Numeral, unit: RegExp, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 8), start)
  const other = /[\d一二两三四五六七八九十半]([^\d\s]{0,3}?)\s?[-~到至、]\s?$/.exec(before)?.[1]
  if (other !== undefined && (other === "" || unit.test(other))) return true
  return /^\s?[-~到至]\s?[\d一二两三四五六七八九十半]/.test(plain.slice(end, end + 4))
}

/** 2018年, 3月5日, 三天前, 第二天 name points in time. */
function isPoint(plain: string, numeral: Numeral, word: string, end: number): boolean {
  const before = plain.slice(Math.max(0, numeral.start - 2), numeral.start)
  const after = plain.slice(end, end + 3)
  if (/[第周]$|[月年]\s?$|星期$/.test(before) && /^[日月]$/.test(word)) return true
  if (/第$/.test(before) || /^(?:以|之)?(?:前|后)(?!面)/.test(after)) return true
  if (
    word === "年" &&
    (numeral.value >= 1000 || /^\s?\d{1,2}月|^[一二三四五六七八九十]{1,2}月(?!$)/.test(after))
  )
    return true
  if (
    word === "月" &&
    (/^\s?(?:\d|[一二三四五六七八九十]{1,3}[日号]|份|初|底|中|末|[上下]旬)/.test(after) ||
      (numeral.value > 12 === false && !/^\s*$/.test(plain.slice(end))))
  )
    return true
  return word === "分" && /点$/.test(before)
}

function englishPart({ lower }: Utterance, numeral: Numeral): readonly Part[] | null {
  const lead =
    /^(?: (?:more|extra|full|whole|consecutive|of(?: an?)?) |[ -])?/.exec(
      lower.slice(numeral.end, numeral.end + 16),
    )?.[0] ?? ""
  const at = numeral.end + lead.length
  const rest = lower.slice(at, at + 16)
  const unit = ENGLISH_UNITS.find(([pattern]) => new RegExp(`(?:${pattern.source})(?![a-z])`).test(rest))
  if (unit === undefined) return null
  const [pattern, name, times] = unit
  const word = new RegExp(`^(?:${pattern.source.replaceAll("^", "")})(?![a-z])`).exec(rest)?.[0]
  if (word === undefined) return null
  const end = at + word.length
  if (
    /^ (?:ago|later|from|before|after|old|hence|of age|earlier|back)(?![a-z])/.test(lower.slice(end, end + 9))
  )
    return []
  if (/(?<![a-z])in $/.test(lower.slice(Math.max(0, numeral.start - 4), numeral.start))) return []
  const half = /^ and (?:an? )?(?:(half)|(quarter))(?! (?:hour|day|year|month|week|minute))/.exec(
    lower.slice(end, end + 18),
  )
  const more = half?.[1] !== undefined ? 0.5 : half?.[2] !== undefined ? 0.25 : 0
  const amount = exact((numeral.value + more) * times)
  const tail = name === "hours" && half === null ? MINUTES_AFTER.exec(lower.slice(end, end + 24)) : null
  const minutes = tail?.[1] === undefined ? null : readEnglishNumeral(tail[1], 0)
  if (tail !== null && minutes?.value != null) {
    return [
      {
        start: numeral.start,
        end: end + tail[0].trimEnd().length,
        amounts: { hours: amount, minutes: minutes.value },
        certain: !numeral.vague,
      },
    ]
  }
  return [
    {
      start: numeral.start,
      end: end + (half?.[0].length ?? 0),
      amounts: { [name]: amount },
      certain: !numeral.vague,
      isWeeks: times === 7,
    },
  ]
}

const MINUTES_AFTER = /^ and ((?:ten|fifteen|twenty|thirty|forty|fifty)(?:[ -]five)?|[1-5]?\d)(?=[\s.,!]*$)/

const WORDS: readonly (readonly [RegExp, Readonly<Partial<Record<Unit, number>>>])[] = [
  [/(?<![大小])半年(?!前|后|以|之|内)/g, { months: 6 }],
  [/(?<![第\d])俩月(?!前|后)/g, { months: 2 }],
  [/(?<![第\d])仨月(?!前|后)/g, { months: 3 }],
  [/一整年(?!前|后)/g, { years: 1 }],
  [/一整个?月(?!前|后)/g, { months: 1 }],
  [/一整天(?!前|后)/g, { days: 1 }],
  [/半个月(?!前|后|以|之|内)/g, { days: 15 }],
  [/半[天日](?!前|后|以|之)/g, { hours: 12 }],
  [/半个?(?:小时|钟头|钟)(?!前|后|以|之)/g, { minutes: 30 }],
  [/(?<![一二两三四五六七八九十\d])个半小时/g, { hours: 1, minutes: 30 }],
  [/(?<![一二两三四五六七八九十\d])个半月(?!前|后)/g, { months: 1, days: 15 }],
  [/(?<![一二两三四五六七八九十\d])分半钟?/g, { minutes: 1, seconds: 30 }],
  [/半分钟/g, { seconds: 30 }],
  [/半个(?:世纪)/g, { years: 50 }],
  [/(?<![a-z])half an? hour(?! (?:ago|later|from))|(?<![a-z])half hour/g, { minutes: 30 }],
  [/(?<![a-z])half a day|(?<![a-z])half day/g, { hours: 12 }],
  [/(?<![a-z])half a year|(?<![a-z])half year/g, { months: 6 }],
  [/(?<![a-z])(?:an|another) hour and a half(?![a-z])/g, { hours: 1, minutes: 30 }],
  [/(?<![a-z])a month and a half(?![a-z])/g, { months: 1, days: 15 }],
  [/(?<![a-z])a year and a half(?![a-z])/g, { years: 1, months: 6 }],
  [/(?<![a-z])(?:an?|all|another|one whole) hour(?! (?:ago|later|from|and a half)|[a-z])/g, { hours: 1 }],
  [/(?<![a-z])(?:a|all|another|the whole) day(?! (?:ago|later|from|after|before)|[a-z])/g, { days: 1 }],
  [/(?<![a-z])(?:a|all|another|the whole) week(?! (?:ago|later|from)|[a-z])/g, { days: 7 }],
  [/(?<![a-z])(?:a|all|another|the whole) month(?! (?:ago|later|from|and a half)|[a-z])/g, { months: 1 }],
  [/(?<![a-z])(?:a|all|another|the whole) year(?! (?:ago|later|from|and a half|old)|[a-z])/g, { years: 1 }],
  [/(?<![a-z])1\/2 ?h(?:our|r)?s?(?![a-z])/g, { minutes: 30 }],
  [/(?<![a-z])a minute(?! (?:ago|later|from)|[a-z])/g, { minutes: 1 }],
]

const VAGUE_WORDS: typeof WORDS = [
  [/[大小]半年(?!前|后|以|之|内)/g, { months: 6 }],
  [/半个多月(?!前|后|以|之|内)/g, { days: 15 }],
  [/半年多(?!前|后|以|之|内)/g, { months: 6 }],
]

function wordParts({ lower }: Utterance): readonly Part[] {
  if (!/[半俩仨整]|1\/2|hour|day|week|month|year|minute/.test(lower)) return []
  const few = allMatches(lower, FEW).map((match) => {
    const [unit = "days", times = 1] = FEW_UNITS[match[1] ?? ""] ?? []
    return spanned(match, { [unit]: 3 * times }, false)
  })
  return [
    ...few,
    ...VAGUE_WORDS.flatMap(([pattern, amounts]) =>
      allMatches(lower, pattern).map((match) => spanned(match, amounts, false)),
    ),
    ...WORDS.flatMap(([pattern, amounts]) =>
      allMatches(lower, pattern).map((match) => spanned(match, amounts, true)),
    ),
  ]
}

/** A few are about three. */
const FEW =
  /(?<![a-z])(?:a few|some|several|few) (minute|hour|day|week|month|year)s(?! (?:ago|later|from|back)|[a-z])/g
const FEW_UNITS: Readonly<Record<string, readonly [Unit, number]>> = {
  minute: ["minutes", 1],
  hour: ["hours", 1],
  day: ["days", 1],
  week: ["days", 7],
  month: ["months", 1],
  year: ["years", 1],
}

function spanned(match: RegExpExecArray, amounts: Part["amounts"], certain: boolean): Part {
  return { start: match.index, end: match.index + match[0].length, amounts, certain }
}

const ORDER: readonly Unit[] = ["years", "months", "days", "hours", "minutes", "seconds"]
const LINK = /^(?:[\s,]*(?:零|又|余|多|and|plus|加)?[\s,]*)$/

/** Parts from the larger to the smaller unit make one length: 两年零三个月, "1 hour fifteen seconds". */
function joined(utterance: Utterance, parts: readonly Part[]): readonly (Recognition | null)[] {
  const groups: Part[] = []
  for (const part of parts) {
    const last = groups.at(-1)
    const isNext =
      last !== undefined && LINK.test(utterance.lower.slice(last.end, part.start)) && mayFollow(last, part)
    if (last === undefined || !isNext) groups.push(part)
    else {
      groups[groups.length - 1] = {
        start: last.start,
        end: part.end,
        amounts: {
          ...last.amounts,
          ...part.amounts,
          ...(last.isWeeks ? { days: days(last) + days(part) } : {}),
        },
        certain: last.certain && part.certain,
      }
    }
  }
  return groups.map(({ start, end, amounts, certain }) => {
    const text = toIso(amounts)
    return text === null ? null : recognition(utterance, start, end, text, certain)
  })
}

function mayFollow(last: Part, next: Part): boolean {
  return (
    smallest(last) < largest(next) || (last.isWeeks === true && next.isWeeks !== true && largest(next) === 2)
  )
}

function days({ amounts }: Part): number {
  return amounts.days ?? 0
}

function smallest({ amounts }: Part): number {
  return Math.max(...ORDER.map((unit, index) => (amounts[unit] === undefined ? -1 : index)))
}

function largest({ amounts }: Part): number {
  return ORDER.findIndex((unit) => amounts[unit] !== undefined)
}

/**
 * Carries fractions down: 1.5 years are 18 months, 1.5 months a month and 15 days, 5.5 minutes 5 minutes 30.
 */
function toIso(amounts: Part["amounts"]): string | null {
  const carried: Partial<Record<Unit, number>> = {}
  let rest = 0
  for (const [index, unit] of ORDER.entries()) {
    const value = exact((amounts[unit] ?? 0) + rest)
    const isLast = index === ORDER.length - 1
    const whole = isLast ? value : Math.floor(value + 1e-9)
    rest = isLast ? 0 : exact((value - whole) * (CARRY[unit] ?? 1))
    if (whole > 0) carried[unit] = whole
  }
  if (Object.keys(carried).length === 0) return null
  return formatDuration({
    ...carried,
    ...(carried.seconds === undefined ? {} : { seconds: exact(carried.seconds) }),
  })
}
const CARRY: Readonly<Partial<Record<Unit, number>>> = {
  years: 12,
  months: 30,
  days: 24,
  hours: 60,
  minutes: 60,
}
