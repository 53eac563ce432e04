import { YEAR as CHINESE_YEAR, readYear } from "./chinese-words.ts"
import { lunarDay } from "./lunar.ts"
import { easter, isFullJewishYear, isJewishLeapYear, islamicDay, jewishNewYear } from "./other-calendars.ts"
import { civilOf, dayOf, type Groups, type PeriodRule, type RuleResult, yearFor } from "./period.ts"
import type { Today } from "./today.ts"

type Days = readonly [from: number, to: number]
type Feast = { readonly zh: string; readonly en: string; readonly days: (year: number) => Days | null }

const aroundEaster =
  (first: number, last = first) =>
  (year: number): Days | null => {
    const sunday = easter(year)
    return sunday === null ? null : [sunday + first, sunday + last]
  }

/** Days counted from the Jewish new year of that autumn, to which spring and summer have a fixed distance. */
const jewish =
  (first: number, last: number) =>
  (year: number): Days => [jewishNewYear(year) + first, jewishNewYear(year) + last]

const islamic =
  (month: number, date: number, length = 1) =>
  (year: number): Days | null => {
    const day = islamicDay(year, month, date)
    return day === null ? null : [day, day + length - 1]
  }

function hanukkah(year: number): Days {
  const first = jewishNewYear(year) + (isFullJewishYear(year) ? 84 : 83)
  return [first - 1, first + 7]
}

function newYearOfTrees(year: number): Days {
  const day = jewishNewYear(year) - 163 - (isJewishLeapYear(year) ? 89 : 59)
  return [day - 1, day]
}

/** The new moon between 17 October and 15 November is the eve of a Chinese month. */
function diwali(year: number, first = 0, last = first): Days | null {
  const from = dayOf(year, 10, 17)
  if (from === null) return null
  const months = [9, 10, 11].map((month) => lunarDay(year, month, 1))
  const eve = months.find((day) => day !== null && day > from && day <= from + 30)
  return eve === undefined || eve === null ? null : [eve - 1 + first, eve - 1 + last]
}

/** Jewish feasts begin on the evening before their first day. */
const ALL: readonly Feast[] = [
  { zh: "圣灰(?:星期三|节|日)", en: "ash wednesday", days: aroundEaster(-46) },
  { zh: "四旬期|大斋[节期]", en: "lent", days: aroundEaster(-46, -1) },
  { zh: "棕枝(?:主日|节|星期日)|圣枝主日", en: "palm sunday", days: aroundEaster(-7) },
  { zh: "圣周四|濯足节|神圣星期四", en: "maundy thursday|holy thursday", days: aroundEaster(-3) },
  { zh: "耶稣受难[日节]|受难[日节]|圣周五", en: "good friday", days: aroundEaster(-2) },
  { zh: "圣周六|神圣星期六", en: "holy saturday|easter saturday", days: aroundEaster(-1) },
  { zh: "复活节(?:星期一|周一)", en: "easter monday", days: aroundEaster(1) },
  { zh: "复活节", en: "easter(?: sunday| day)?", days: aroundEaster(0) },
  { zh: "耶稣升天[日节]|升天节", en: "ascension day", days: aroundEaster(39) },
  { zh: "圣灵降临[日节]|五旬节", en: "pentecost|whit ?sunday", days: aroundEaster(49) },
  { zh: "圣灵节庆日|降临节周一", en: "whit monday|pentecost monday", days: aroundEaster(50) },
  { zh: "三一(?:主日|节)|圣三主日", en: "trinity sunday", days: aroundEaster(56) },
  { zh: "基督圣体[节日]|圣体节", en: "corpus christi", days: aroundEaster(60) },
  { zh: "逾越节", en: "passover|pesach", days: jewish(-164, -156) },
  { zh: "犹太篝火节|篝火节", en: "lag b'?aomer|lag baomer", days: jewish(-131, -130) },
  { zh: "七七节|收获节|新果实节|沙夫幼特节|周日节", en: "shavuot|feast of weeks", days: jewish(-114, -112) },
  { zh: "圣殿被毁日|禁食日", en: "tish'?a b'?av", days: jewish(-53, -52) },
  { zh: "犹太新年|犹太历新年|岁首节", en: "rosh hashan{1,2}ah?", days: jewish(-1, 1) },
  { zh: "赎罪日", en: "yom kippur|day of atonement", days: jewish(8, 9) },
  { zh: "住棚节", en: "sukkot|feast of (?:tabernacles|booths)", days: jewish(13, 20) },
  { zh: "妥拉节|西赫托拉节|诵经节", en: "simchat torah", days: jewish(21, 22) },
  { zh: "光明节|修殿节|献殿节|烛光节|哈努卡节?", en: "c?hann?uk{1,2}ah?", days: hanukkah },
  { zh: "犹太植树节|图比舍巴特节", en: "tu bishvat", days: newYearOfTrees },
  { zh: "普珥[日节]", en: "purim", days: jewish(-194, -193) },
  { zh: "斋月", en: "ramadan|ramadhan", days: islamic(9, 1, 30) },
  { zh: "开斋节|肉孜节", en: "eid al[ -]?fitr|eid ul[ -]?fitr", days: islamic(10, 1) },
  { zh: "古尔邦节|宰牲节|忠孝节", en: "eid al[ -]?adha|eid ul[ -]?adha", days: islamic(12, 10) },
  { zh: "伊斯兰(?:历)?新年", en: "islamic new year|muharram", days: islamic(1, 1) },
  { zh: "圣纪节|穆罕默德诞辰", en: "mawlid", days: islamic(3, 12) },
  { zh: "登霄节|夜行登霄", en: "isra and mi'?raj", days: islamic(7, 27) },
  { zh: "九夜节|难近母节", en: "navaratri|navratri|durga puja", days: (year) => diwali(year, -29, -20) },
  { zh: "排灯节|屠妖节|印度灯节", en: "diwali|deepavali", days: (year) => diwali(year) },
]

/**
 * Rules for feasts whose days move with the moon: of the churches, Jewish, Islamic and Hindu. Some are public holidays
 * where customers live: 开斋节 and 古尔邦节 in Ningxia and Xinjiang. Those of a watched moon are uncertain.
 */
export const FEASTS: readonly PeriodRule[] = [
  {
    pattern: new RegExp(`(?:${CHINESE_YEAR}的?)?(?:穆斯林|犹太|基督教)?(?<zh>${namesIn("zh")})`, "g"),
    read: readFeast,
  },
]

/** The same feasts in English, on lower-case text: Passover 2018, last Easter, Ramadan next year. */
export const ENGLISH_FEASTS: PeriodRule = {
  pattern: new RegExp(
    `(?<![a-z])(?:the )?(?:(?<step>last|next|this|previous) )?(?<en>${namesIn("en")})(?:,? (?:(?:of|in) )?(?:(?<relative>this|last|next) year|(?<figures>(?:19|20)\\d\\d)))?(?![a-z\\d])`,
    "g",
  ),
  read: readFeast,
}

function namesIn(locale: "zh" | "en"): string {
  return ALL.map((feast) => feast[locale]).join("|")
}

const STEPS: Readonly<Record<string, number>> = { last: -1, previous: -1, this: 0, next: 1 }

function readFeast(groups: Groups, today: Today): RuleResult {
  const { zh, en, step, relative, figures, year, relativeYear } = groups
  const days = ALL.find((feast) => (zh === undefined ? isNamed(feast.en, en) : isNamed(feast.zh, zh)))?.days
  if (days === undefined) return null
  const said = figures === undefined ? readYear(year, relativeYear, today) : Number(figures)
  const shift = STEPS[relative ?? ""]
  const fixed = said ?? (shift === undefined ? null : civilOf(today.day).year + shift)
  const away = STEPS[step ?? ""] ?? 0
  const prefer = away < 0 ? "past" : away > 0 ? "future" : today.prefer
  const chosen =
    fixed === null
      ? yearFor({ ...today, prefer }, (candidate) => days(candidate)?.[0] ?? null)
      : { year: fixed, certain: true }
  const found = chosen === null ? null : days(chosen.year)
  if (chosen === null || found === null) return null
  const [from, to] = found
  return { from, to, grain: from === to ? "day" : "span", certain: chosen.certain }
}

function isNamed(names: string, said: string | undefined): boolean {
  return said !== undefined && new RegExp(`^(?:${names})$`).test(said)
}
