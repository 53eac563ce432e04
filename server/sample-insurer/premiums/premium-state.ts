import type { InsurerDatabase } from "../core/database.ts"
import { addDays, type Day, daysBetween } from "../core/day.ts"
import type { Policy } from "../policies/policy.ts"
import { lastOrderOf } from "./payment-order.ts"

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

/** A premium can be paid from 30 days before its day. */
export const DUE_DAYS = 30

/** Returns where the premium stands on `today`. */
export function premiumState(db: InsurerDatabase, policy: Policy, today: Day): PremiumState {
  if (policy.status === "ended") return "ended"
  const order = lastOrderOf(db, policy)
  if (order?.state === "processing") return "inTransit"
  if (policy.status === "suspended") return "suspended"
  if (policy.product.oneYear) return "oneYear"
  if (policy.dueOn === null) return "paidUp"
  if (policy.premiumMode !== "paid") return policy.premiumMode
  if (order?.way === "debit" && order.state === "failed") return "debitFailed"
  if (policy.status === "grace") return "grace"
  return daysBetween(today, policy.dueOn) <= DUE_DAYS ? "due" : "notYetDue"
}

/** Returns the first day without cover; `null` unless suspended. */
export function suspendedOn(policy: Policy): Day | null {
  return policy.status === "suspended" && policy.graceEndsOn !== null ? addDays(policy.graceEndsOn, 1) : null
}
