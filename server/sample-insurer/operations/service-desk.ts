import { z } from "zod"
import { type Clock, toBeijing } from "../core/clock.ts"
import { dayNumber } from "../core/database.ts"
import { addDays, type Day, isWeekend } from "../core/day.ts"
import { Refusal } from "../core/refusal.ts"
import { maskMobile, personOf } from "../people/person.ts"
import { operation, someText } from "../serving/operation.ts"

/** 银行业保险业消费投诉处理管理办法 第十八条. */
const ANSWER_DAYS = 15
const COMPLEX_DAYS = 30
const URGENT_MINUTES = 30
/** How long after an hour that was wished for the call may still come. */
const WISHED_MINUTES = 60
const OPENS = 9
const CLOSES = 18
/** The hour by which a call at that time of day has come; the desk does not stay into the evening. */
const WISHED_UNTIL = { morning: 12, noon: 14, afternoon: CLOSES, evening: CLOSES } as const

const phone = z.string().regex(/^1\d{10}$|^0\d{9,11}$/)

type ComplaintRow = {
  readonly complaint_no: string
  readonly state: "open" | "answered" | "withdrawn"
  readonly opened_at: string
  readonly answered_on: string | null
}
type CallbackRow = { readonly callback_no: string; readonly call_by: string; readonly phone: string }

/** Complaints and call-backs: open to anyone, whether known or not. */
export const serviceDeskOperations = [
  operation(
    "complaint.open",
    "write",
    ["POST", "/complaints"],
    z.object({
      what: someText,
      wish: someText.optional(),
      contact: phone.optional(),
      customer: someText.optional(),
      policyNo: someText.optional(),
      topic: someText.optional(),
    }),
    (input, { db, clock, key }) => {
      const complaintNo = dayNumber(db, "T", clock.today)
      db.prepare("INSERT INTO complaint VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, NULL, ?)").run(
        complaintNo,
        input.customer ?? null,
        input.policyNo ?? null,
        input.topic ?? null,
        input.what,
        input.wish ?? null,
        input.contact ?? null,
        clock.now,
        key,
      )
      return opened(complaintNo, clock.now)
    },
  ),
  operation(
    "complaint.byKey",
    "read",
    ["GET", "/complaints"],
    z.object({ key: someText }),
    ({ key }, { db }) => {
      const row = db.prepare<[string], ComplaintRow>("SELECT * FROM complaint WHERE key = ?").get(key)
      return row === undefined
        ? { found: false }
        : { found: true, ...opened(row.complaint_no, row.opened_at) }
    },
  ),
  operation(
    "complaint.status",
    "read",
    ["GET", "/complaints/:complaintNo"],
    z.object({ complaintNo: someText }),
    ({ complaintNo }, { db }) => {
      const row = db
        .prepare<[string], ComplaintRow>("SELECT * FROM complaint WHERE complaint_no = ?")
        .get(complaintNo)
      if (row === undefined) throw new Refusal("NOT_FOUND", 404)
      return {
        ...opened(complaintNo, row.opened_at),
        state: row.state,
        answeredOn: row.answered_on ?? undefined,
      }
    },
  ),
  operation(
    "callback.request",
    "write",
    ["POST", "/callbacks"],
    z.object({
      topic: someText,
      phone: phone.optional(),
      customer: someText.optional(),
      urgent: z.boolean().default(false),
      note: someText.optional(),
      wishedFor: z.iso.datetime({ offset: true }).optional(),
      wishedOn: z.iso.date().optional(),
      wishedAt: z.enum(["morning", "noon", "afternoon", "evening"]).optional(),
    }),
    (input, { db, clock, key }) => {
      const registered = input.customer === undefined ? null : personOf(db, input.customer, clock).mobile
      const number = input.phone ?? registered
      if (number === null) throw new Refusal("INVALID_INPUT", 400)
      const callbackNo = dayNumber(db, "B", clock.today)
      const callBy = input.urgent ? toBeijing(clock.ms + URGENT_MINUTES * 60_000) : callByWish(clock, input)
      db.prepare("INSERT INTO callback VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
        callbackNo,
        input.customer ?? null,
        input.topic,
        number,
        input.urgent ? 1 : 0,
        noteOf(input),
        callBy,
        key,
      )
      return { callbackNo, callBy, phoneMasked: maskMobile(number) }
    },
  ),
  operation(
    "callback.byKey",
    "read",
    ["GET", "/callbacks"],
    z.object({ key: someText }),
    ({ key }, { db }) => {
      const row = db.prepare<[string], CallbackRow>("SELECT * FROM callback WHERE key = ?").get(key)
      if (row === undefined) return { found: false }
      return {
        found: true,
        callbackNo: row.callback_no,
        callBy: row.call_by,
        phoneMasked: maskMobile(row.phone),
      }
    },
  ),
]

function opened(complaintNo: string, openedAt: string): object {
  const day = openedAt.slice(0, 10)
  return {
    complaintNo,
    openedAt,
    answerBy: addDays(day, ANSWER_DAYS),
    answerByIfComplex: addDays(day, COMPLEX_DAYS),
  }
}

type Wish = {
  readonly wishedFor?: string | undefined
  readonly wishedOn?: Day | undefined
  readonly wishedAt?: keyof typeof WISHED_UNTIL | undefined
}

/** By when a wish for an hour, day or time of day is met; where the desk is closed then, at the end of its next day. */
function callByWish(clock: Clock, { wishedFor, wishedOn, wishedAt }: Wish): string {
  if (wishedFor !== undefined) return callByHour(clock, toBeijing(Date.parse(wishedFor)))
  const soonest = endOfDesk(clock)
  if (wishedOn === undefined && wishedAt === undefined) return soonest
  const until = wishedAt === undefined ? CLOSES : WISHED_UNTIL[wishedAt]
  let day = wishedOn ?? (Number(clock.now.slice(11, 13)) < until ? clock.today : addDays(clock.today, 1))
  while (isWeekend(day)) day = addDays(day, 1)
  const wished = `${day}T${until}:00:00+08:00`
  return wished > clock.now ? wished : soonest
}

function callByHour(clock: Clock, moment: string): string {
  const day = moment.slice(0, 10)
  const hour = Number(moment.slice(11, 13))
  const isThere = !isWeekend(day) && hour >= OPENS && hour < CLOSES
  return isThere
    ? toBeijing(Date.parse(moment) + WISHED_MINUTES * 60_000)
    : callByWish(clock, { wishedOn: day })
}

/** What the person who calls should know. */
function noteOf({
  note,
  wishedFor,
  wishedOn,
  wishedAt,
}: Wish & { readonly note?: string | undefined }): string | null {
  const said = [note, wishedFor ?? [wishedOn, wishedAt]].flat().filter((part) => part !== undefined)
  return said.length === 0 ? null : said.join(" ")
}

/** The end of business today when the desk has three hours left, else of the next weekday. */
function endOfDesk(clock: Clock): string {
  const hour = Number(clock.now.slice(11, 13))
  const enough = !isWeekend(clock.today) && hour < CLOSES - 3
  let day = enough ? clock.today : addDays(clock.today, 1)
  while (isWeekend(day)) day = addDays(day, 1)
  return `${day}T${CLOSES}:00:00+08:00`
}
