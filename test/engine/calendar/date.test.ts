import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  durationMs,
  formatDuration,
  formatMoment,
  isLocalDate,
  parseDuration,
  parseMoment,
  yearsBetween,
} from "../../../engine/calendar/index.ts"

const anyDay = fc.integer({ min: -719_162, max: 2_932_896 })

describe("dates", () => {
  it("agree with the platform on every day from year 1 to 9999", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = dateOfDay(day)
        expect(dayNumber(date)).toBe(day)
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(date)
      }),
    )
  })

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "0000-01-01", "tomorrow", ""])(
    "%j is no date",
    (text) => {
      expect(isLocalDate(text)).toBe(false)
    },
  )

  it.each([
    ["2024-02-29", "2025-02-27", 0],
    ["2024-02-29", "2025-02-28", 1],
    ["2000-03-02", "2026-03-01", 25],
    ["2000-03-02", "2026-03-02", 26],
    ["2026-03-02", "2000-03-02", -26],
  ])("[F1] from %s to %s it is %i whole years", (from, to, expected) => {
    expect(yearsBetween(from, to)).toBe(expected)
  })

  it("[F1] a month later is the corresponding day, or the month's last", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28")
    expect(addMonths("2026-03-31", -13)).toBe("2025-02-28")
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01")
    expect(daysBetween("2026-02-28", "2024-02-28")).toBe(-731)
  })
})

describe("moments", () => {
  it("keep their instant and offset through text", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 86_399_999 }),
        fc.integer({ min: -56, max: 56 }),
        (day, ms, quarter) => {
          fc.pre(day > -719_160 && day < 2_932_890)
          const moment = { epochMs: day * 86_400_000 + ms, offset: quarter * 15 }
          expect(parseMoment(formatMoment(moment))).toEqual(moment)
          expect(Date.parse(formatMoment(moment))).toBe(moment.epochMs)
        },
      ),
    )
  })

  it.each([
    "2026-03-02",
    "2026-03-02T10:00:00",
    "2026-02-30T10:00:00Z",
    "2026-03-02T24:01:00Z",
    "2026-03-02T10:60:00Z",
  ])("%j is no moment", (text) => {
    expect(parseMoment(text)).toBeNull()
  })
})

describe("durations", () => {
  it.each([
    ["P30D", { days: 30 }, "P30D"],
    ["P1Y2M", { years: 1, months: 2 }, "P1Y2M"],
    ["P2W", { days: 14 }, "P14D"],
    ["P1DT2H3M4.5S", { days: 1, hours: 2, minutes: 3, seconds: 4.5 }, "P1DT2H3M4.5S"],
    ["PT0S", {}, "PT0S"],
  ])("%s is read and written", (text, parts, printed) => {
    expect(parseDuration(text)).toMatchObject(parts)
    expect(formatDuration(parseDuration(text) ?? {})).toBe(printed)
  })

  it.each(["P", "PT", "30D", "P1H", "PT1D", "P-1D", "P1.5D", ""])("%j is no duration", (text) => {
    expect(parseDuration(text)).toBeNull()
  })

  it("have milliseconds unless months or years are in them", () => {
    expect(durationMs("P1DT1M")).toBe(86_460_000)
    expect(durationMs("P1M")).toBeNull()
  })
})
