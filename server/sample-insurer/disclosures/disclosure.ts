import type { Clock } from "../core/clock.ts"
import { type InsurerDatabase, nextNumber } from "../core/database.ts"
import { addDays, type Day } from "../core/day.ts"
import { type Both, both } from "../products/product.ts"
import type { Result } from "./assess.ts"
import type { Answers } from "./matters.ts"

export type Purpose = "newPolicy" | "reinstatement" | "supplement"
/** What came of it; `accepted` and `refused` are the customer's answer to other terms. */
export type DisclosureState = "draft" | "sealed" | "accepted" | "refused" | "withdrawn"

/** A health disclosure on file: an open draft, or sealed and never changed again. */
export type Disclosure = {
  readonly disclosureNo: string
  readonly policyNo: string
  readonly purpose: Purpose
  readonly version: string
  readonly state: DisclosureState
  readonly sealedOn: Day | null
  /** The sealed one that this one adds to. */
  readonly refersTo: string | null
  readonly answers: Answers
  readonly result: Result | null
  /** What a person decided it on; `null` while the rules' own words hold. */
  readonly reason: Both | null
  readonly reviewed: boolean
}

type DisclosureRow = {
  readonly disclosure_no: string
  readonly policy_no: string
  readonly purpose: Purpose
  readonly version: string
  readonly state: DisclosureState
  readonly sealed_ago: number | null
  readonly kept_on: string | null
  readonly refers_to: string | null
  readonly answers: string
  readonly result: Result | null
  readonly reason_zh: string | null
  readonly reason_en: string | null
  readonly reviewed: number
}

/** Returns the disclosure with this number, or written with this idempotency key; `null` when there is none. */
export function disclosureOf(
  db: InsurerDatabase,
  by: "disclosure_no" | "key",
  value: string,
  clock: Clock,
): Disclosure | null {
  const row = db.prepare<[string], DisclosureRow>(`SELECT * FROM disclosure WHERE ${by} = ?`).get(value)
  return row === undefined ? null : toDisclosure(row, clock)
}

/** Returns the disclosures of a policy or application, the oldest first. */
export function disclosuresOf(db: InsurerDatabase, policyNo: string, clock: Clock): readonly Disclosure[] {
  return db
    .prepare<[string], DisclosureRow>("SELECT * FROM disclosure WHERE policy_no = ? ORDER BY rowid")
    .all(policyNo)
    .map((row) => toDisclosure(row, clock))
}

/** Returns every disclosure that came in by a conversation, the newest first. */
export function newDisclosures(db: InsurerDatabase, clock: Clock): readonly Disclosure[] {
  return db
    .prepare<[], DisclosureRow>("SELECT * FROM disclosure WHERE key IS NOT NULL ORDER BY rowid DESC")
    .all()
    .map((row) => toDisclosure(row, clock))
}

/** What is kept of a disclosure besides its answers: details, signature, who sent it. */
export type Kept = Pick<Disclosure, "policyNo" | "purpose" | "version" | "refersTo" | "answers"> & {
  readonly state: "draft" | "sealed"
  readonly result: Result | null
  readonly customer: string
  readonly details: object
  readonly key: string
}

/** Keeps a disclosure and returns it; a draft takes the place of an older draft of the same policy. */
export function keepDisclosure(db: InsurerDatabase, kept: Kept, clock: Clock): Disclosure {
  db.prepare("DELETE FROM disclosure WHERE policy_no = ? AND state = 'draft'").run(kept.policyNo)
  const prefix = kept.state === "draft" ? "DD" : "D"
  const count = String(nextNumber(db, `${prefix} ${clock.today}`)).padStart(4, "0")
  const disclosureNo = `${prefix}${clock.today.replaceAll("-", "")}${count}`
  db.prepare(
    `INSERT INTO disclosure (disclosure_no, policy_no, purpose, version, state, kept_on, refers_to, answers, result,
       customer, details, key, reviewed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  ).run(
    disclosureNo,
    kept.policyNo,
    kept.purpose,
    kept.version,
    kept.state,
    clock.today,
    kept.refersTo,
    JSON.stringify(kept.answers),
    kept.result,
    kept.customer,
    JSON.stringify(kept.details),
    kept.key,
  )
  const found = disclosureOf(db, "disclosure_no", disclosureNo, clock)
  if (found === null) throw new Error(`The disclosure "${disclosureNo}" was not kept.`)
  return found
}

/** Writes what was decided on a disclosure, or what the customer answered. */
export function moveDisclosure(
  db: InsurerDatabase,
  { disclosureNo }: Disclosure,
  to: {
    readonly state?: DisclosureState
    readonly result?: Result
    readonly reason?: Both
    readonly reviewed?: true
  },
): void {
  db.prepare(
    `UPDATE disclosure SET state = coalesce(?, state), result = coalesce(?, result),
       reason_zh = coalesce(?, reason_zh), reason_en = coalesce(?, reason_en), reviewed = max(reviewed, ?)
     WHERE disclosure_no = ?`,
  ).run(
    to.state ?? null,
    to.result ?? null,
    to.reason?.zh ?? null,
    to.reason?.en ?? null,
    to.reviewed === true ? 1 : 0,
    disclosureNo,
  )
}

function toDisclosure(row: DisclosureRow, clock: Clock): Disclosure {
  return {
    disclosureNo: row.disclosure_no,
    policyNo: row.policy_no,
    purpose: row.purpose,
    version: row.version,
    state: row.state,
    sealedOn: row.kept_on ?? (row.sealed_ago === null ? null : addDays(clock.today, -row.sealed_ago)),
    refersTo: row.refers_to,
    answers: JSON.parse(row.answers),
    result: row.result,
    reason: row.reason_zh === null || row.reason_en === null ? null : both(row.reason_zh, row.reason_en),
    reviewed: row.reviewed === 1,
  }
}
