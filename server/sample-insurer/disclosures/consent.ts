import { type Clock, toBeijing } from "../core/clock.ts"
import { type InsurerDatabase, nextNumber } from "../core/database.ts"
import { Refusal } from "../core/refusal.ts"
import { keepEvent } from "../serving/events.ts"

/** The version of the texts that the insured reads on the own mobile. */
const VERSION = "1"
const LIVES_MS = 3 * 86_400_000

/** What another person was asked to agree to on the own mobile: a consent, or that the answers told are right. */
export type ConsentRequest = {
  readonly requestNo: string
  readonly policyNo: string
  /** Who is asked. */
  readonly person: string
  readonly wording: string
  readonly version: string
  readonly state: "asked" | "given" | "declined"
  readonly untilMs: number
  /** Of a confirmation: the hash of what is confirmed. */
  readonly textHash: string | null
}

type Row = {
  readonly request_no: string
  readonly policy_no: string
  readonly person: string
  readonly wording: string
  readonly version: string
  readonly state: ConsentRequest["state"]
  readonly until_ms: number
  readonly text_hash: string | null
}

/** Keeps a request and returns it with the time until which its link is good. */
export function askConsent(
  db: InsurerDatabase,
  asked: Pick<ConsentRequest, "policyNo" | "person" | "wording" | "textHash">,
  clock: Clock,
): { readonly requestNo: string; readonly until: string } {
  const requestNo = `K${String(nextNumber(db, "consent")).padStart(6, "0")}`
  const untilMs = clock.ms + LIVES_MS
  db.prepare("INSERT INTO consent_request VALUES (?, ?, ?, ?, ?, 'asked', ?, ?)").run(
    requestNo,
    asked.policyNo,
    asked.person,
    asked.wording,
    VERSION,
    untilMs,
    asked.textHash,
  )
  return { requestNo, until: toBeijing(untilMs) }
}

/** Returns every request, the newest first. */
export function consentRequests(db: InsurerDatabase): readonly ConsentRequest[] {
  return db
    .prepare<[], Row>("SELECT * FROM consent_request ORDER BY rowid DESC")
    .all()
    .map((row) => ({
      requestNo: row.request_no,
      policyNo: row.policy_no,
      person: row.person,
      wording: row.wording,
      version: row.version,
      state: row.state,
      untilMs: row.until_ms,
      textHash: row.text_hash,
    }))
}

/** The person answers on the own mobile; the event that tells of it is kept. Refuses what is answered or over. */
export function answerConsent(
  db: InsurerDatabase,
  requestNo: string,
  answer: "given" | "declined",
  clock: Clock,
): object {
  return db.transaction(() => {
    const found = consentRequests(db).find((one) => one.requestNo === requestNo)
    if (found === undefined) throw new Refusal("NOT_FOUND", 404)
    if (found.state !== "asked" || clock.ms > found.untilMs) throw new Refusal("WRONG_STATE", 409)
    db.prepare("UPDATE consent_request SET state = ? WHERE request_no = ?").run(answer, requestNo)
    const { person, wording, version } = found
    const payload = { requestNo, person, wording, version, at: clock.now }
    keepEvent(db, clock, { event: `consent.${answer}`, correlation: { requestNo }, payload })
    return { requestNo, state: answer }
  })()
}
