import { type Clock, toBeijing } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, type Day } from "../core/day.ts"
import type { Fen } from "../core/money.ts"
import type { Policy } from "../policies/policy.ts"

/** `link` waits for the customer at the cashier's page; `card` and `debit` are with the bank. */
export type Way = "link" | "card" | "debit"
export type Purpose = "premium" | "renewal" | "reinstatement" | "loanRepayment"
export type OrderState = "awaiting" | "processing" | "settled" | "failed" | "replaced"
export type Failure =
  | "insufficientBalance"
  | "cardExpired"
  | "limitExceeded"
  | "bankDown"
  | "riskHold"
  | "cancelled"

export const failures: readonly Failure[] = [
  "insufficientBalance",
  "cardExpired",
  "limitExceeded",
  "bankDown",
  "riskHold",
  "cancelled",
]

/** Money on its way to one policy or several. */
export type PaymentOrder = {
  readonly paymentNo: string
  readonly customer: string
  readonly purpose: Purpose
  readonly way: Way
  readonly account: string | null
  readonly amount: Fen
  readonly state: OrderState
  readonly failure: Failure | null
  readonly createdOn: Day
  /** Until when the cashier's link is good; `null` unless paid by link. */
  readonly expiresAt: string | null
  readonly endedOn: Day | null
  readonly policies: readonly string[]
}

/** Minutes that a cashier's link is good. */
export const LINK_MINUTES = 30

type OrderRow = {
  readonly payment_no: string
  readonly customer: string
  readonly purpose: Purpose
  readonly way: Way
  readonly account: string | null
  readonly amount: number
  readonly state: OrderState
  readonly failure: Failure | null
  readonly created_at: string | null
  readonly created_ago: number | null
  readonly ended_on: string | null
}

/** Returns the order with this number, or written with this idempotency key; `null` when there is none. */
export function orderOf(
  db: InsurerDatabase,
  by: "payment_no" | "key",
  value: string,
  clock: Clock,
): PaymentOrder | null {
  const row = db.prepare<[string], OrderRow>(`SELECT * FROM payment_order WHERE ${by} = ?`).get(value)
  return row === undefined ? null : toOrder(db, row, clock)
}

/** Returns every order, the newest first. */
export function allOrders(db: InsurerDatabase, clock: Clock): readonly PaymentOrder[] {
  return db
    .prepare<[], OrderRow>("SELECT * FROM payment_order ORDER BY rowid DESC")
    .all()
    .map((row) => toOrder(db, row, clock))
}

/** Returns the last order for the premium that the policy owes next, whatever became of it; `null` when there is none. */
export function lastOrderOf(
  db: InsurerDatabase,
  policy: Policy,
): {
  readonly paymentNo: string
  readonly way: Way
  readonly state: OrderState
} | null {
  return (
    db
      .prepare<[string, number], { paymentNo: string; way: Way; state: OrderState }>(
        `SELECT payment_no AS paymentNo, way, state FROM payment_order JOIN payment_order_item USING (payment_no)
         WHERE policy_no = ? AND premium_year = ? AND state IN ('processing', 'failed')
         ORDER BY payment_order.rowid DESC LIMIT 1`,
      )
      .get(policy.policyNo, policy.credited + 1) ?? null
  )
}

/** Moves an order to another state. */
export function moveOrder(
  db: InsurerDatabase,
  order: PaymentOrder,
  to: { readonly state: OrderState; readonly failure?: Failure; readonly endedOn?: Day },
): PaymentOrder {
  const moved = { ...order, state: to.state, failure: to.failure ?? null, endedOn: to.endedOn ?? null }
  db.prepare("UPDATE payment_order SET state = ?, failure = ?, ended_on = ? WHERE payment_no = ?").run(
    moved.state,
    moved.failure,
    moved.endedOn,
    moved.paymentNo,
  )
  return moved
}

function toOrder(db: InsurerDatabase, row: OrderRow, clock: Clock): PaymentOrder {
  const policies = db
    .prepare<[string], { policy_no: string }>(
      "SELECT policy_no FROM payment_order_item WHERE payment_no = ? ORDER BY policy_no",
    )
    .all(row.payment_no)
  return {
    paymentNo: row.payment_no,
    customer: row.customer,
    purpose: row.purpose,
    way: row.way,
    account: row.account,
    amount: row.amount,
    state: row.state,
    failure: row.failure,
    createdOn: row.created_at?.slice(0, 10) ?? addDays(clock.today, -(row.created_ago ?? 0)),
    expiresAt:
      row.way === "link" && row.created_at !== null
        ? toBeijing(Date.parse(row.created_at) + LINK_MINUTES * 60_000)
        : null,
    endedOn: row.ended_on,
    policies: policies.map(({ policy_no }) => policy_no),
  }
}
