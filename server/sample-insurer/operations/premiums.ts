import { z } from "zod"
import { dayNumber } from "../core/database.ts"
import { toFen, toYuan } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { accountOf } from "../people/account.ts"
import { type Policy, policiesOf } from "../policies/policy.ts"
import { entitled, roleIn } from "../policies/role.ts"
import { doublePaid, refundOf, showRefund } from "../premiums/double-payment.ts"
import { lastOrderOf, orderOf, type PaymentOrder, type Purpose, type Way } from "../premiums/payment-order.ts"
import { arrearsOf, premiumDue, renewalOffer } from "../premiums/premium-due.ts"
import { lentPremiums } from "../premiums/premium-help.ts"
import { premiumState } from "../premiums/premium-state.ts"
import { showListed, showStatus } from "../premiums/premium-status.ts"
import { openReinstatement } from "../premiums/reinstatement.ts"
import { type Call, operation, someText } from "../serving/operation.ts"

const whose = z.object({ policyNo: someText, customer: someText })
const order = z.object({
  customer: someText,
  policyNos: z.array(someText).min(1).max(20),
  purpose: z.enum(["premium", "renewal", "reinstatement", "loanRepayment"]),
  amount: z.number().positive(),
  way: z.enum(["link", "card"]),
  accountId: someText.optional(),
})

/** Where premiums stand, and money on its way for them. */
export const premiumOperations = [
  operation(
    "premium.list",
    "read",
    ["GET", "/customers/:customer/premiums"],
    z.object({ customer: someText }),
    ({ customer }, { db, clock }) => ({
      policies: policiesOf(db, customer, clock).flatMap((policy) => {
        const role = payingRole(roleIn(db, policy, customer))
        return role === null || policy.status === "ended" ? [] : [showListed(db, policy, role, clock)]
      }),
    }),
  ),
  operation("premium.status", "read", ["GET", "/policies/:policyNo/premium"], whose, (input, call) => {
    const { policy, role } = paying(call, input)
    return showStatus(call.db, policy, role, call.clock)
  }),
  operation("payment.create", "write", ["POST", "/payments"], order, createPayment),
  operation("payment.byKey", "read", ["GET", "/payments"], z.object({ key: someText }), ({ key }, call) => {
    const found = orderOf(call.db, "key", key, call.clock)
    return found === null ? { found: false } : { found: true, ...showPayment(call, found) }
  }),
  operation(
    "payment.status",
    "read",
    ["GET", "/payments/:paymentNo"],
    z.object({ paymentNo: someText, customer: someText }),
    ({ paymentNo, customer }, call) => {
      const found = orderOf(call.db, "payment_no", paymentNo, call.clock)
      if (found === null || found.customer !== customer) throw new Refusal("NOT_FOUND", 404)
      return showPayment(call, found)
    },
  ),
  operation("payment.refundDouble", "write", ["POST", "/refunds"], whose, (input, { db, clock, key }) => {
    const { policy } = entitled(db, input.policyNo, input.customer, ["policyholder"], clock)
    const double = doublePaid(db, policy)
    if (double === null || refundOf(db, policy.policyNo) !== null) throw new Refusal("NOTHING_TO_REFUND", 409)
    db.prepare("INSERT INTO premium_refund VALUES (?, ?, ?, ?, ?, 'asked', ?, ?)").run(
      dayNumber(db, "U", clock.today),
      policy.policyNo,
      input.customer,
      policy.payAccount,
      double.amount,
      clock.now,
      key,
    )
    const refund = refundOf(db, policy.policyNo)
    if (refund === null) throw new Error(`The refund of "${policy.policyNo}" was not kept.`)
    return showRefund(refund)
  }),
  operation(
    "payment.refundByKey",
    "read",
    ["GET", "/refunds"],
    z.object({ key: someText }),
    ({ key }, { db }) => {
      const found = refundOf(db, key, "key")
      return found === null ? { found: false } : { found: true, ...showRefund(found) }
    },
  ),
]

/** Takes an order at today's amount; a link not yet paid for the same policy is replaced by the new one. */
function createPayment(input: z.infer<typeof order>, call: Call): object {
  const { db, clock, key } = call
  const items = input.policyNos.map((policyNo) => payableOf(call, { policyNo, ...input }))
  const amount = items.reduce((sum, item) => sum + item.amount, 0)
  if (amount !== toFen(input.amount)) throw new Refusal("AMOUNT_CHANGED", 409)
  const account = input.way === "card" ? usableCard(call, input.customer, input.accountId) : null
  for (const { policy } of items) replaceLinks(db, policy.policyNo)
  const paymentNo = dayNumber(db, "F", clock.today)
  const state = input.way === "link" ? "awaiting" : "processing"
  db.prepare("INSERT INTO payment_order VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL, NULL, ?)").run(
    paymentNo,
    input.customer,
    input.purpose,
    input.way satisfies Way,
    account,
    amount,
    state,
    clock.now,
    key,
  )
  const add = db.prepare("INSERT INTO payment_order_item VALUES (?, ?, ?, ?, ?)")
  for (const { policy, years, amount: part } of items)
    add.run(paymentNo, policy.policyNo, policy.credited + 1, years, part)
  const made = orderOf(db, "payment_no", paymentNo, clock)
  if (made === null) throw new Error(`The payment "${paymentNo}" was not kept.`)
  return showPayment(call, made)
}

/** Returns what is to be paid for this purpose today. Refuses what is paid, on its way, or not to be paid here. */
function payableOf(
  call: Call,
  input: { readonly policyNo: string; readonly customer: string; readonly purpose: Purpose },
): { readonly policy: Policy; readonly amount: number; readonly years: number } {
  const { db, clock } = call
  const { policy, role } = paying(call, input)
  if (lastOrderOf(db, policy)?.state === "processing") throw new Refusal("IN_TRANSIT", 409)
  const state = premiumState(db, policy, clock.today)
  const premium = { policy, amount: premiumDue(db, policy, clock), years: 1 }
  if (input.purpose === "premium") {
    if (state === "due" || state === "grace" || state === "debitFailed") return premium
    throw new Refusal(state === "notYetDue" ? "ALREADY_PAID" : "NOT_PAYABLE", 409)
  }
  if (role !== "policyholder") throw new Refusal("NOT_ENTITLED", 403)
  switch (input.purpose) {
    case "renewal":
      if (renewalOffer(db, policy, clock) !== null) return premium
      throw new Refusal("NOT_PAYABLE", 409)
    case "reinstatement": {
      const owed = arrearsOf(db, policy, clock)
      if (owed !== null && openReinstatement(db, policy.policyNo, clock)?.state === "agreed")
        return { policy, amount: owed.total, years: owed.years }
      throw new Refusal("NOT_PAYABLE", 409)
    }
    case "loanRepayment": {
      const lent = lentPremiums(db, policy)
      if (lent !== null) return { policy, amount: lent.amount + lent.interest, years: 0 }
      throw new Refusal("NOT_PAYABLE", 409)
    }
  }
}

function showPayment({ publicUrl }: Call, found: PaymentOrder): object {
  return {
    paymentNo: found.paymentNo,
    state: found.state,
    amount: toYuan(found.amount),
    createdOn: found.createdOn,
    ...(found.expiresAt === null
      ? {}
      : { link: `${publicUrl}/cashier/${found.paymentNo}`, expiresAt: found.expiresAt }),
    ...(found.account === null ? {} : { last4: found.account.slice(1) }),
    ...(found.failure === null ? {} : { reason: found.failure }),
    ...(found.state === "settled" && found.endedOn !== null ? { paidOn: found.endedOn } : {}),
  }
}

function usableCard({ db }: Call, customer: string, accountId: string | undefined): string {
  const account = accountId === undefined ? null : accountOf(db, customer, accountId)
  if (account === null || !account.own || !account.open || !account.supported)
    throw new Refusal("ACCOUNT_UNUSABLE", 422)
  return account.accountId
}

function replaceLinks(db: Call["db"], policyNo: string): void {
  db.prepare(
    `UPDATE payment_order SET state = 'replaced' WHERE state = 'awaiting' AND payment_no IN (
       SELECT payment_no FROM payment_order_item WHERE policy_no = ?)`,
  ).run(policyNo)
}

function paying({ db, clock }: Call, { policyNo, customer }: z.infer<typeof whose>) {
  return entitled(db, policyNo, customer, ["policyholder", "payer"], clock)
}

function payingRole(role: string | null): "policyholder" | "payer" | null {
  return role === "policyholder" || role === "payer" ? role : null
}
