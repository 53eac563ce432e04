import { describe, expect, it } from "vitest"
import { type CalendarSettings, createCalendar } from "../../../engine/calendar/index.ts"

const settings: CalendarSettings = {
  workdays: [1, 2, 3, 4, 5],
  hours: ["09:00-12:00", "13:00-18:00"],
  holidays: ["2026-10-01/2026-10-07", "2026-05-01"],
  extraWorkdays: ["2026-09-20", "2026-10-10"],
  quiet: ["21:30-08:30"],
  timeZone: "Asia/Shanghai",
}
const calendar = createCalendar(settings)

describe("workdays", () => {
  it.each([
    ["2026-03-02", true, "a Monday"],
    ["2026-03-07", false, "a Saturday"],
    ["2026-10-01", false, "a holiday on a Thursday"],
    ["2026-10-07", false, "the last day of a holiday"],
    ["2026-09-20", true, "a Sunday worked in exchange"],
  ])("[F1] says of %s: %s, %s", (date, expected) => {
    expect(calendar.isWorkday(date)).toBe(expected)
  })

  it.each([
    ["2026-03-02", 5, "2026-03-09"],
    ["2026-03-06", 1, "2026-03-09"],
    ["2026-03-07", 1, "2026-03-09"],
    ["2026-03-07", 0, "2026-03-07"],
    ["2026-09-30", 1, "2026-10-08"],
    ["2026-10-08", 2, "2026-10-10"],
    ["2026-03-09", -5, "2026-03-02"],
  ])("[F1] counts from %s by %i workdays to %s", (date, n, expected) => {
    expect(calendar.addWorkdays(date, n)).toBe(expected)
  })

  it.each([
    ["2026-03-02", "2026-03-09", 5],
    ["2026-03-02", "2026-03-02", 0],
    ["2026-09-30", "2026-10-10", 3],
    ["2026-03-09", "2026-03-02", -5],
  ])("[F1] finds between %s and %s workdays: %i", (from, to, expected) => {
    expect(calendar.workdaysBetween(from, to)).toBe(expected)
  })

  it("[F1] refuses a calendar without a workday, and ranges that it cannot read", () => {
    expect(() => createCalendar({ workdays: [] })).toThrow(/calendar\.workdays/)
    expect(() => createCalendar({ holidays: ["2026-02-30"] })).toThrow(/calendar\.holidays has "2026-02-30"/)
    expect(() => createCalendar({ quiet: ["9-18"] })).toThrow(/calendar\.quiet has "9-18"/)
  })
})

describe("legal periods", () => {
  it.each([
    [
      "does not count the first day",
      "2026-03-02T10:00:00+08:00",
      "P30D",
      "calendar",
      "2026-04-01",
      "2026-04-02",
    ],
    ["moves past a weekend", "2026-03-05T10:00:00+08:00", "P30D", "calendar", "2026-04-06", "2026-04-07"],
    [
      "moves past a long holiday",
      "2026-09-01T23:59:00+08:00",
      "P30D",
      "calendar",
      "2026-10-08",
      "2026-10-09",
    ],
    [
      "stops on a weekend worked in exchange",
      "2026-09-10T08:00:00+08:00",
      "P10D",
      "calendar",
      "2026-09-20",
      "2026-09-21",
    ],
    [
      "ends a month on the corresponding day",
      "2026-03-09T10:00:00+08:00",
      "P1M",
      "calendar",
      "2026-04-09",
      "2026-04-10",
    ],
    [
      "ends a month without that day on its last",
      "2026-01-30T10:00:00+08:00",
      "P1M",
      "calendar",
      "2026-03-02",
      "2026-03-03",
    ],
    [
      "ends a year on the corresponding day",
      "2024-02-29T10:00:00+08:00",
      "P1Y",
      "calendar",
      "2025-02-28",
      "2025-03-01",
    ],
    ["counts working days", "2026-03-06T17:00:00+08:00", "P5D", "working", "2026-03-13", "2026-03-14"],
    [
      "counts working days over a holiday",
      "2026-09-29T10:00:00+08:00",
      "P5D",
      "working",
      "2026-10-12",
      "2026-10-13",
    ],
    [
      "takes the day that it is in China",
      "2026-03-02T20:00:00Z",
      "P10D",
      "calendar",
      "2026-03-13",
      "2026-03-14",
    ],
  ] as const)("[F1] %s", (_, start, period, days, lastDay, next) => {
    expect(calendar.legalLastDay(start, period, { days })).toBe(lastDay)
    expect(calendar.legalDeadline(start, period, { days })).toBe(`${next}T00:00:00+08:00`)
  })

  it("[F1] counts a period in hours from its hour, rest days or not", () => {
    expect(calendar.legalDeadline("2026-09-30T15:20:00+08:00", "PT24H")).toBe("2026-10-01T15:20:00+08:00")
    expect(calendar.legalLastDay("2026-09-30T15:20:00+08:00", "PT24H")).toBe("2026-10-01")
  })

  it("[F1] names what is no period", () => {
    expect(() => calendar.legalDeadline("2026-09-30T15:20:00+08:00", "30 days")).toThrow(
      /"30 days" is no ISO 8601/,
    )
  })
})

describe("moments", () => {
  it.each([
    ["2026-03-02T10:00:00+08:00", "PT3M", "2026-03-02T10:03:00+08:00"],
    ["2026-03-02T23:59:30+08:00", "PT45S", "2026-03-03T00:00:15+08:00"],
    ["2026-01-31T10:00:00+08:00", "P1M", "2026-02-28T10:00:00+08:00"],
    ["2026-03-02T10:00:00+08:00", "P1DT12H", "2026-03-03T22:00:00+08:00"],
    ["2026-03-02T02:00:00Z", "PT1H", "2026-03-02T11:00:00+08:00"],
  ])("adds to %s %s and gets %s", (now, duration, expected) => {
    expect(calendar.addDuration(now, duration)).toBe(expected)
  })

  it.each([
    ["2026-03-02T09:00:00+08:00", true],
    ["2026-03-02T12:00:00+08:00", false],
    ["2026-03-02T17:59:59+08:00", true],
    ["2026-03-02T18:00:00+08:00", false],
    ["2026-03-07T10:00:00+08:00", false],
    ["2026-09-20T10:00:00+08:00", true],
    ["2026-03-02T01:30:00Z", true],
  ])("says whether it is open at %s: %s", (now, expected) => {
    expect(calendar.isOpen(now)).toBe(expected)
  })

  it.each([
    ["in the hours", "2026-03-02T10:00:00+08:00", "2026-03-02T10:00:00+08:00"],
    ["before them", "2026-03-02T08:59:00+08:00", "2026-03-02T09:00:00+08:00"],
    ["after them", "2026-03-02T18:00:00+08:00", "2026-03-03T09:00:00+08:00"],
    ["on a Friday night", "2026-03-06T20:00:00+08:00", "2026-03-09T09:00:00+08:00"],
    ["on a holiday", "2026-10-01T10:00:00+08:00", "2026-10-08T09:00:00+08:00"],
    ["before an extra workday", "2026-09-19T10:00:00+08:00", "2026-09-20T09:00:00+08:00"],
  ])("says from when it is open, asked %s", (_when, now, expected) => {
    expect(calendar.opensAt(now)).toBe(expected)
  })

  it("takes hours of its own, also over midnight", () => {
    expect(calendar.isOpen("2026-03-02T20:00:00+08:00", ["08:00-21:00"])).toBe(true)
    expect(calendar.isOpen("2026-03-07T01:00:00+08:00", ["20:00-02:00"])).toBe(true)
    expect(calendar.isOpen("2026-03-08T01:00:00+08:00", ["20:00-02:00"])).toBe(false)
  })

  it.each([
    ["2026-03-02T21:30:00+08:00", "2026-03-03T08:30:00+08:00"],
    ["2026-03-03T03:00:00+08:00", "2026-03-03T08:30:00+08:00"],
    ["2026-03-03T08:30:00+08:00", "2026-03-03T08:30:00+08:00"],
    ["2026-03-03T12:00:00+08:00", "2026-03-03T12:00:00+08:00"],
  ])("may start something, asked at %s, from %s", (now, expected) => {
    expect(calendar.afterQuiet(now)).toBe(expected)
  })

  it("passes over quiet hours that follow each other", () => {
    const twice = createCalendar({ quiet: ["21:00-06:00", "06:00-08:00"] })
    expect(twice.afterQuiet("2026-03-02T22:00:00+08:00")).toBe("2026-03-03T08:00:00+08:00")
  })

  it("reckons by the moment's own offset in a zone that it does not know", () => {
    const paris = createCalendar({ timeZone: "Europe/Paris" })
    expect(paris.localDate("2026-07-01T23:30:00+02:00")).toBe("2026-07-01")
    expect(paris.legalDeadline("2026-07-01T23:30:00+02:00", "P5D", { days: "working" })).toBe(
      "2026-07-09T00:00:00+02:00",
    )
  })

  it.each([
    ["zh", "周一"],
    ["zh-CN", "周一"],
    ["en", "Mon"],
  ])("names the weekday in %s: %s", (locale, expected) => {
    expect(calendar.weekday("2026-03-02", locale)).toBe(expected)
  })
})
