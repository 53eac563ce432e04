import type { InsurerDatabase } from "../core/database.ts"
import { addDays, addMonths, type Day } from "../core/day.ts"
import { type Fen, toYuan } from "../core/money.ts"
import type { Policy } from "../policies/policy.ts"

/** A premium given back because it was paid twice. */
export type Refund = {
  readonly refundNo: string
  readonly policyNo: string
  readonly account: string | null
  readonly amount: Fen
  readonly state: "asked" | "paid"
  readonly askedAt: string
}

/** Days within which a double payment goes back to where it came from. */
const REFUND_DAYS = 7

type RefundRow = {
  readonly refund_no: string
  readonly policy_no: string
  readonly account: string | null
  readonly amount: number
  readonly state: "asked" | "paid"
  readonly asked_at: string
}

/** Returns the premium that was paid a second time; `null` when none was. */
export function doublePaid(
  db: InsurerDatabase,
  policy: Policy,
): { readonly amount: Fen; readonly paidOn: Day } | null {
  const row = db
    .prepare<[string], { premium_year: number; amount: number; after_due: number }>(
      "SELECT premium_year, amount, after_due FROM payment WHERE policy_no = ? AND status = 'double'",
    )
    .get(policy.policyNo)
  if (row === undefined) return null
  return {
    amount: row.amount,
    paidOn: addDays(addMonths(policy.startedOn, 12 * (row.premium_year - 1)), row.after_due),
  }
}

/** Returns the refund of a policy, or the one written with this key, or with this number; `null` when there is none. */
export function refundOf(
  db: InsurerDatabase,
  value: string,
  by: "policy_no" | "key" | "refund_no" = "policy_no",
): Refund | null {
  const row = db.prepare<[string], RefundRow>(`SELECT * FROM premium_refund WHERE ${by} = ?`).get(value)
  if (row === undefined) return null
  return {
    refundNo: row.refund_no,
    policyNo: row.policy_no,
    account: row.account,
    amount: row.amount,
    state: row.state,
    askedAt: row.asked_at,
  }
}

/** Returns every refund, the newest first. */
export function allRefunds(db: InsurerDatabase): readonly Refund[] {
  const rows = db
    .prepare<[], { refund_no: string }>("SELECT refund_no FROM premium_refund ORDER BY rowid DESC")
    .all()
  return rows.flatMap(({ refund_no }) => refundOf(db, refund_no, "refund_no") ?? [])
}

/** Returns the refund as the interface gives it. */
export function showRefund(refund: Refund): Record<string, unknown> {
  return {
    refundNo: refund.refundNo,
    policyNo: refund.policyNo,
    amount: toYuan(refund.amount),
    payBy: addDays(refund.askedAt.slice(0, 10), REFUND_DAYS),
    last4: refund.account?.slice(1),
    state: refund.state,
  }
}
