import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { toYuan } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { policyOf } from "../policies/policy.ts"
import { inBoth } from "../products/product.ts"
import { keepEvent } from "../serving/events.ts"
import { type Refund, refundOf } from "./double-payment.ts"
import { type Failure, failures, moveOrder, orderOf, type PaymentOrder } from "./payment-order.ts"
import { applyChanges } from "./premium-due.ts"
import { type Reinstatement, type ReinstatementState, refusal, reinstatementOf } from "./reinstatement.ts"

/** What customers at the cashier's page and banks do with a payment. */
export type PaymentAct = "settle" | Failure
export const paymentActs: readonly PaymentAct[] = ["settle", ...failures]
/** What underwriters do with an application for reinstatement. */
export type ReinstatementAct = "agree" | "refuse"
export const reinstatementActs: readonly ReinstatementAct[] = ["agree", "refuse"]

/** Returns what can still be done with a payment. A link that ran out can still be paid: the bank was late. */
export function actsOpenToPayment({ state }: PaymentOrder): readonly PaymentAct[] {
  return state === "awaiting" || state === "processing" ? paymentActs : []
}

/** Settles or fails a payment and keeps the event that tells of it. Refuses with NOT_FOUND and WRONG_STATE. */
export function actOnPayment(
  db: InsurerDatabase,
  paymentNo: string,
  act: PaymentAct,
  clock: Clock,
): PaymentOrder {
  return db.transaction(() => {
    const order = orderOf(db, "payment_no", paymentNo, clock)
    if (order === null) throw new Refusal("NOT_FOUND", 404)
    if (!actsOpenToPayment(order).includes(act)) throw new Refusal("WRONG_STATE", 409)
    if (act !== "settle") {
      keepEvent(db, clock, {
        event: "payment.failed",
        correlation: { paymentNo },
        payload: { paymentNo, reason: act, tries: failedTries(db, order) + 1 },
      })
      return moveOrder(db, order, { state: "failed", failure: act, endedOn: clock.today })
    }
    const settled = moveOrder(db, order, { state: "settled", endedOn: clock.today })
    for (const policyNo of order.policies) {
      const policy = policyOf(db, policyNo, clock)
      if (policy !== null && order.purpose !== "loanRepayment") applyChanges(db, policy)
    }
    const [only, ...others] = order.policies
    const policy = only === undefined || others.length > 0 ? null : policyOf(db, only, clock)
    keepEvent(db, clock, {
      event: "payment.settled",
      correlation: { paymentNo },
      payload: {
        paymentNo,
        paidOn: clock.today,
        amount: toYuan(order.amount),
        ...(policy?.dueOn == null ? {} : { nextDueOn: policy.dueOn }),
        ...(policy?.endsOn == null ? {} : { coverUntil: policy.endsOn }),
      },
    })
    return settled
  })()
}

/** Payments that failed before for the same premiums. */
function failedTries(db: InsurerDatabase, { paymentNo }: PaymentOrder): number {
  const row = db
    .prepare<[string], { tries: number }>(
      `SELECT count(DISTINCT other.payment_no) AS tries FROM payment_order_item item
       JOIN payment_order_item other USING (policy_no, premium_year)
       JOIN payment_order ON payment_order.payment_no = other.payment_no
       WHERE item.payment_no = ? AND state = 'failed' AND way <> 'debit'`,
    )
    .get(paymentNo)
  return row?.tries ?? 0
}

/** Decides an application and keeps `reinstatement.decided`. Refuses with NOT_FOUND and WRONG_STATE. */
export function actOnReinstatement(
  db: InsurerDatabase,
  reinstatementNo: string,
  act: ReinstatementAct,
  clock: Clock,
): Reinstatement {
  return db.transaction(() => {
    const found = reinstatementOf(db, "reinstatement_no", reinstatementNo, clock)
    if (found === null) throw new Refusal("NOT_FOUND", 404)
    if (found.state !== "applied") throw new Refusal("WRONG_STATE", 409)
    const state: ReinstatementState = act === "agree" ? "agreed" : "refused"
    db.prepare("UPDATE reinstatement SET state = ?, decided_at = ? WHERE reinstatement_no = ?").run(
      state,
      clock.now,
      reinstatementNo,
    )
    keepEvent(db, clock, {
      event: "reinstatement.decided",
      correlation: { reinstatementNo },
      payload: {
        reinstatementNo,
        result: state,
        ...(state === "refused" ? inBoth("reason", refusal) : { amount: toYuan(found.amount) }),
      },
    })
    return { ...found, state }
  })()
}

/** Pays a refund and keeps `payment.refunded`. Refuses with NOT_FOUND and WRONG_STATE. */
export function payRefund(db: InsurerDatabase, refundNo: string, clock: Clock): Refund {
  return db.transaction(() => {
    const refund = refundOf(db, refundNo, "refund_no")
    if (refund === null) throw new Refusal("NOT_FOUND", 404)
    if (refund.state !== "asked") throw new Refusal("WRONG_STATE", 409)
    db.prepare("UPDATE premium_refund SET state = 'paid' WHERE refund_no = ?").run(refundNo)
    keepEvent(db, clock, {
      event: "payment.refunded",
      correlation: { refundNo },
      payload: {
        refundNo,
        paidOn: clock.today,
        amount: toYuan(refund.amount),
        ...(refund.account === null ? {} : { accountLast4: refund.account.slice(1) }),
      },
    })
    return { ...refund, state: "paid" as const }
  })()
}

/** What the insurer tells of its own accord, by event and the word for it that the payload carries. */
export const notices = {
  "renewal.due": "due",
  "renewal.debit-failed": "debitFailed",
  "policy.suspended": "suspended",
} as const
export type Notice = keyof typeof notices

/** Keeps a notice to the policyholder of a policy. Refuses with NOT_FOUND. */
export function sendNotice(db: InsurerDatabase, policyNo: string, notice: Notice, clock: Clock): void {
  db.transaction(() => {
    const policy = policyOf(db, policyNo, clock)
    if (policy === null) throw new Refusal("NOT_FOUND", 404)
    keepEvent(db, clock, {
      event: notice,
      correlation: { customer: policy.holder },
      payload: { policyNo, notice: notices[notice] },
    })
  })()
}

/** Moves the day on which the next premium is due, or a contract of one year ends. Refuses with NOT_FOUND. */
export function moveDueDay(db: InsurerDatabase, policyNo: string, days: number): void {
  const { changes } = db.prepare("UPDATE policy SET due_in = ? WHERE policy_no = ?").run(days, policyNo)
  if (changes === 0) throw new Refusal("NOT_FOUND", 404)
}
