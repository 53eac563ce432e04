import { weekdayOfDay } from "../../calendar/date.ts"
import { lunarDay } from "./lunar.ts"
import { dayOf } from "./period.ts"

/** A festival: its names as a pattern, and its day in a year, `null` where it is not known. */
export type Festival = { readonly names: string; readonly day: (year: number) => number | null }

export const fixed = (month: number, date: number) => (year: number) => dayOf(year, month, date)
export const lunar = (month: number, date: number) => (year: number) => lunarDay(year, month, date)
export const nthWeekday = (month: number, nth: number, weekday: number) => (year: number) => {
  const first = dayOf(year, month, 1)
  return first === null ? null : first + ((weekday - weekdayOfDay(first) + 7) % 7) + (nth - 1) * 7
}
const daysBefore = (days: number, of: (year: number) => number | null) => (year: number) => {
  const day = of(year)
  return day === null ? null : day - days
}

/** The festivals that customers date things by. */
export const FESTIVAL_DAYS: readonly Festival[] = [
  { names: "元旦节?|公历新年", day: fixed(1, 1) },
  { names: "情人节", day: fixed(2, 14) },
  { names: "(?:三八)?妇女节|三八节", day: fixed(3, 8) },
  { names: "植树节", day: fixed(3, 12) },
  { names: "消费者权益日|三一五", day: fixed(3, 15) },
  { names: "愚人节", day: fixed(4, 1) },
  { names: "清明节?", day: clearAndBright },
  { names: "(?:五一)?(?:国际)?劳动节|五一节?(?!\\d|万|千|百|块|元|个|折)", day: fixed(5, 1) },
  { names: "(?:五四)?青年节", day: fixed(5, 4) },
  { names: "护士节", day: fixed(5, 12) },
  { names: "母亲节", day: nthWeekday(5, 2, 7) },
  { names: "(?:六一)?(?:国际)?儿童节|六一节?(?!\\d|万|千|百|块|元|个|折)", day: fixed(6, 1) },
  { names: "父亲节", day: nthWeekday(6, 3, 7) },
  { names: "(?:七一)?建党节", day: fixed(7, 1) },
  { names: "(?:八一)?建军节", day: fixed(8, 1) },
  { names: "教师节", day: fixed(9, 10) },
  {
    names: "国庆节?|十一(?=假期|长假|黄金周|放假|期间|那天|那会|的时候|当天)|十一国庆节?",
    day: fixed(10, 1),
  },
  { names: "万圣节", day: fixed(10, 31) },
  { names: "双十一|双11|光棍节", day: fixed(11, 11) },
  { names: "感恩节", day: nthWeekday(11, 4, 4) },
  { names: "双十二|双12", day: fixed(12, 12) },
  { names: "平安夜", day: fixed(12, 24) },
  { names: "圣诞节?", day: fixed(12, 25) },
  { names: "跨年夜?|阳历除夕", day: fixed(12, 31) },
  { names: "除夕夜?|大年三十|年三十|大年夜|年夜", day: daysBefore(1, lunar(1, 1)) },
  { names: "春节|大年初一|年初一|过年|农历新年", day: lunar(1, 1) },
  { names: "大?年初二", day: lunar(1, 2) },
  { names: "大?年初三", day: lunar(1, 3) },
  { names: "大?年初四", day: lunar(1, 4) },
  { names: "大?年初五|破五", day: lunar(1, 5) },
  { names: "大?年初六", day: lunar(1, 6) },
  { names: "大?年初七", day: lunar(1, 7) },
  { names: "大?年初八", day: lunar(1, 8) },
  { names: "元宵节?|正月十五", day: lunar(1, 15) },
  { names: "龙抬头|二月二龙", day: lunar(2, 2) },
  { names: "端午节?|五月节", day: lunar(5, 5) },
  { names: "七夕节?", day: lunar(7, 7) },
  { names: "中元节|鬼节", day: lunar(7, 15) },
  { names: "中秋节?|八月节", day: lunar(8, 15) },
  { names: "重阳节?", day: lunar(9, 9) },
  { names: "腊八节?", day: (year) => lunarDay(year - 1, 12, 8) },
  { names: "小年夜?", day: (year) => lunarDay(year - 1, 12, 23) },
]

/** The solar term 清明, by the usual formula for 1901 to 2099. */
function clearAndBright(year: number): number | null {
  const short = year % 100
  const date = Math.floor(short * 0.2422 + (year >= 2000 ? 4.81 : 5.59)) - Math.floor(short / 4)
  return dayOf(year, 4, date)
}
