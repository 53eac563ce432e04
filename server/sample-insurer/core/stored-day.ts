import { addDays, type Day } from "./day.ts"

/**
 * A day as a table keeps it: the day itself, or for what was seeded the days before a request as `-30`, so that
 * every named person stays what the reason says.
 */
export type StoredDay = string

/** Returns how a day that lay `days` ago at any request is kept. */
export function daysAgo(days: number): StoredDay {
  return `-${days}`
}

/** Returns the day that is meant on `today`. */
export function toDay(stored: StoredDay, today: Day): Day {
  return stored.startsWith("-") ? addDays(today, Number(stored)) : stored
}
