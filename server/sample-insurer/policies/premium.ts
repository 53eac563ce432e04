import type { InsurerDatabase } from "../core/database.ts"
import { addDays, type Day, daysBetween } from "../core/day.ts"
import type { Policy } from "./policy.ts"

export type PremiumState =
  | "notYetDue"
  | "due"
  | "grace"
  | "inTransit"
  | "debitFailed"
  | "waived"
  | "automaticLoan"
  | "paidUp"
  | "oneYear"
  | "suspended"
  | "ended"

/** A premium is due from 30 days before its day. */
const DUE_DAYS = 30

/** Returns where the premium stands on `today`. */
export function premiumState(db: InsurerDatabase, policy: Policy, today: Day): PremiumState {
  if (policy.status === "ended") return "ended"
  if (policy.status === "suspended") return "suspended"
  if (policy.product.oneYear) return "oneYear"
  if (policy.dueOn === null) return "paidUp"
  if (policy.premiumMode !== "paid") return policy.premiumMode
  const attempt = lastAttempt(db, policy)
  if (attempt === "inTransit") return "inTransit"
  if (attempt === "failed") return "debitFailed"
  if (policy.status === "grace") return "grace"
  return daysBetween(today, policy.dueOn) <= DUE_DAYS ? "due" : "notYetDue"
}

/** Returns the first day without cover; `null` unless suspended. */
export function suspendedOn(policy: Policy): Day | null {
  return policy.status === "suspended" && policy.graceEndsOn !== null ? addDays(policy.graceEndsOn, 1) : null
}

function lastAttempt(db: InsurerDatabase, policy: Policy): string | null {
  const row = db
    .prepare<[string, number], { status: string }>(
      "SELECT status FROM payment WHERE policy_no = ? AND premium_year = ? ORDER BY attempt DESC LIMIT 1",
    )
    .get(policy.policyNo, policy.credited + 1)
  return row?.status ?? null
}
