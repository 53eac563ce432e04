import { z } from "zod"
import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import type { Day } from "../core/day.ts"
import type { Fen } from "../core/money.ts"
import { toDay } from "../core/stored-day.ts"

export const claimKinds = ["medical", "criticalIllness", "accident", "disability", "death"] as const
export type ClaimKind = (typeof claimKinds)[number]

/**
 * Where a claim stands. `reported`: told only. `decided`: waits for the claimant to accept the amount. `agreed`: the
 * days of payment run.
 */
export const claimStates = [
  "reported",
  "documentsMissing",
  "deciding",
  "investigating",
  "decided",
  "agreed",
  "accountRejected",
  "paid",
  "refused",
  "withdrawn",
] as const
export type ClaimState = (typeof claimStates)[number]
export type ClaimResult = "paid" | "partly" | "refused" | "advance"

/** What was told when the event was reported. */
export const reportSchema = z.object({
  concerns: z.string().optional(),
  insuredName: z.string().optional(),
  place: z.string().optional(),
  phone: z.string().optional(),
})
export type Report = z.infer<typeof reportSchema>

/** What was told when the benefit was asked for. */
export const factsSchema = z.object({
  diagnosis: z.string().optional(),
  stays: z.array(z.object({ cost: z.number().optional() }).loose()).optional(),
  story: z.string().optional(),
  otherPayers: z.array(z.string()).optional(),
  documents: z.array(z.string()).optional(),
})
export type Facts = z.infer<typeof factsSchema>

/** A claim as it stands on the day of the request. Money in fen. */
export type Claim = {
  readonly claimNo: string
  readonly kind: ClaimKind
  readonly state: ClaimState
  /** Who claims; `null` while an event was only reported by somebody unknown. */
  readonly customer: string | null
  readonly insured: string | null
  /** The claimant's share of the benefit in percent. */
  readonly share: number
  readonly report: Report
  readonly eventOn: Day
  readonly reportedOn: Day
  /** Day on which the request with its papers was complete. */
  readonly completeOn: Day | null
  readonly decidedOn: Day | null
  readonly agreedOn: Day | null
  readonly paidOn: Day | null
  readonly result: ClaimResult | null
  /** What was, or would be, decided. */
  readonly amount: Fen
  /** What was paid ahead of the decision. */
  readonly advance: Fen
  readonly account: string | null
  readonly facts: Facts
  readonly policies: readonly string[]
}

const rowSchema = z.object({
  claim_no: z.string(),
  kind: z.enum(claimKinds),
  state: z.enum(claimStates),
  customer: z.string().nullable(),
  insured: z.string().nullable(),
  share: z.number(),
  report: z.string(),
  event_on: z.string(),
  reported_on: z.string(),
  complete_on: z.string().nullable(),
  decided_on: z.string().nullable(),
  agreed_on: z.string().nullable(),
  paid_on: z.string().nullable(),
  result: z.enum(["paid", "partly", "refused", "advance"]).nullable(),
  amount: z.number(),
  advance: z.number(),
  account: z.string().nullable(),
  facts: z.string(),
})

/** Returns the claim with this number, or reported with this idempotency key; `null` when there is none. */
export function claimOf(
  db: InsurerDatabase,
  by: "claim_no" | "key",
  value: string,
  clock: Clock,
): Claim | null {
  const row = db.prepare<[string]>(`SELECT * FROM claim WHERE ${by} = ?`).get(value)
  return row === undefined ? null : toClaim(db, row, clock)
}

/** Returns every claim that is not the crowd's, the newest first. */
export function claimsToPlay(db: InsurerDatabase, clock: Clock): readonly Claim[] {
  return db
    .prepare(
      `SELECT * FROM claim WHERE customer IS NULL
         OR customer IN (SELECT id FROM person WHERE reason_zh IS NOT NULL) ORDER BY rowid DESC`,
    )
    .all()
    .map((row) => toClaim(db, row, clock))
}

/** Returns the claims that a customer may see: the own, and those on policies of which he is holder or insured. */
export function claimsOf(db: InsurerDatabase, customer: string, clock: Clock): readonly Claim[] {
  return db
    .prepare<{ customer: string }>(
      `SELECT * FROM claim WHERE customer = @customer OR insured = @customer OR EXISTS (
         SELECT 1 FROM claim_policy JOIN policy USING (policy_no)
         WHERE claim_policy.claim_no = claim.claim_no AND holder = @customer AND claim.kind <> 'death')
       ORDER BY rowid DESC`,
    )
    .all({ customer })
    .map((row) => toClaim(db, row, clock))
}

function toClaim(db: InsurerDatabase, raw: unknown, { today }: Clock): Claim {
  const row = rowSchema.parse(raw)
  const day = (stored: string | null) => (stored === null ? null : toDay(stored, today))
  return {
    claimNo: row.claim_no,
    kind: row.kind,
    state: row.state,
    customer: row.customer,
    insured: row.insured,
    share: row.share,
    report: reportSchema.parse(JSON.parse(row.report)),
    eventOn: toDay(row.event_on, today),
    reportedOn: toDay(row.reported_on, today),
    completeOn: day(row.complete_on),
    decidedOn: day(row.decided_on),
    agreedOn: day(row.agreed_on),
    paidOn: day(row.paid_on),
    result: row.result,
    amount: row.amount,
    advance: row.advance,
    account: row.account,
    facts: factsSchema.parse(JSON.parse(row.facts)),
    policies: policiesOf(db, row.claim_no),
  }
}

function policiesOf(db: InsurerDatabase, claimNo: string): readonly string[] {
  return db
    .prepare<[string], { policy_no: string }>(
      "SELECT policy_no FROM claim_policy WHERE claim_no = ? ORDER BY policy_no",
    )
    .all(claimNo)
    .map((row) => row.policy_no)
}
