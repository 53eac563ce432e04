import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import type { StoredDay } from "../core/stored-day.ts"
import { type Claim, type ClaimKind, type ClaimState, claimOf, type Facts, type Report } from "./claim.ts"

/** A claim as it is written down first; what is not known yet is absent. */
export type NewClaim = {
  readonly claimNo: string
  readonly kind: ClaimKind
  readonly state: ClaimState
  readonly customer?: string | undefined
  readonly insured?: string | undefined
  readonly report: Report
  readonly eventOn: StoredDay
  readonly reportedOn: StoredDay
  readonly completeOn?: StoredDay | undefined
  readonly decidedOn?: StoredDay | undefined
  readonly agreedOn?: StoredDay | undefined
  readonly paidOn?: StoredDay | undefined
  readonly result?: string | undefined
  readonly amount?: number | undefined
  readonly account?: string | undefined
  readonly facts?: Facts | undefined
  readonly policies?: readonly string[] | undefined
  readonly key?: string | undefined
}

/** Writes a claim down. */
export function addClaim(db: InsurerDatabase, claim: NewClaim): void {
  db.prepare("INSERT INTO claim VALUES (?, ?, ?, ?, ?, 100, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)").run(
    claim.claimNo,
    claim.kind,
    claim.state,
    claim.customer ?? null,
    claim.insured ?? null,
    JSON.stringify(claim.report),
    claim.eventOn,
    claim.reportedOn,
    claim.completeOn ?? null,
    claim.decidedOn ?? null,
    claim.agreedOn ?? null,
    claim.paidOn ?? null,
    claim.result ?? null,
    claim.amount ?? 0,
    claim.account ?? null,
    JSON.stringify(claim.facts ?? {}),
    claim.key ?? null,
  )
  keepPolicies(db, claim.claimNo, claim.policies ?? [])
}

const COLUMNS = {
  kind: "kind",
  state: "state",
  customer: "customer",
  insured: "insured",
  share: "share",
  report: "report",
  eventOn: "event_on",
  completeOn: "complete_on",
  decidedOn: "decided_on",
  agreedOn: "agreed_on",
  paidOn: "paid_on",
  result: "result",
  amount: "amount",
  advance: "advance",
  account: "account",
  facts: "facts",
  policies: null,
} as const
type Change = Partial<Pick<Claim, keyof typeof COLUMNS>>

/** Changes what is named of a claim and returns it as it then stands. */
export function changeClaim(db: InsurerDatabase, { claimNo }: Claim, change: Change, clock: Clock): Claim {
  for (const [name, column] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, string | null][]) {
    const value = change[name]
    if (value === undefined || column === null) continue
    db.prepare(`UPDATE claim SET ${column} = ? WHERE claim_no = ?`).run(
      typeof value === "object" && value !== null ? JSON.stringify(value) : value,
      claimNo,
    )
  }
  if (change.policies !== undefined) keepPolicies(db, claimNo, change.policies)
  const changed = claimOf(db, "claim_no", claimNo, clock)
  if (changed === null) throw new Error(`The claim "${claimNo}" vanished while it was changed.`)
  return changed
}

function keepPolicies(db: InsurerDatabase, claimNo: string, policies: readonly string[]): void {
  db.prepare("DELETE FROM claim_policy WHERE claim_no = ?").run(claimNo)
  for (const policyNo of policies) db.prepare("INSERT INTO claim_policy VALUES (?, ?)").run(claimNo, policyNo)
}
