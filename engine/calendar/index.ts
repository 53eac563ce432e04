export {
  type Calendar,
  type CalendarSettings,
  createCalendar,
  type DayCount,
  weekdayName,
} from "./calendar.ts"
export {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  isLocalDate,
  type LocalDate,
  weekdayOf,
  yearsBetween,
} from "./date.ts"
export { type Duration, durationMs, formatDuration, parseDuration, requireDuration } from "./duration.ts"
export {
  compareMoments,
  formatMoment,
  type Moment,
  type MomentParts,
  parseMoment,
  requireMoment,
} from "./moment.ts"
