import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, addMonths, type Day } from "../core/day.ts"
import { toYuan } from "../core/money.ts"
import { accountOf } from "../people/account.ts"
import type { Policy } from "../policies/policy.ts"
import { loanRatePercent } from "../policies/valuation.ts"
import { both, inBoth } from "../products/product.ts"
import { doublePaid, refundOf, showRefund } from "./double-payment.ts"
import { lastOrderOf, orderOf } from "./payment-order.ts"
import { arrearsOf, premiumChange, premiumDue, premiumLines, renewalOffer } from "./premium-due.ts"
import { helpFor, lentPremiums } from "./premium-help.ts"
import { DUE_DAYS, type PremiumState, premiumState } from "./premium-state.ts"
import { openReinstatement, showReinstatement } from "./reinstatement.ts"

const PAYABLE: readonly PremiumState[] = ["due", "grace", "debitFailed"]
/** A debit in transit is settled or sent back within two days. */
const TRANSIT_DAYS = 2
/** A failed debit is tried again every so many days while grace lasts. */
const RETRY_DAYS = 10

/** Returns where a policy's premium stands, as premium.list gives it: enough to choose, no more. */
export function showListed(
  db: InsurerDatabase,
  policy: Policy,
  role: "policyholder" | "payer",
  clock: Clock,
): Record<string, unknown> {
  const state = premiumState(db, policy, clock.today)
  const holds = role === "policyholder"
  const payable = PAYABLE.includes(state)
  const offered = state === "oneYear" && renewalOffer(db, policy, clock) !== null
  return {
    policyNo: policy.policyNo,
    role,
    ...inBoth("label", holds ? policy.product.name : both("代交的保单", "A policy you pay for")),
    state,
    payable,
    needsAttention: payable || offered || (holds && (state === "inTransit" || state === "suspended")),
    amount: toYuan(payable || offered ? premiumDue(db, policy, clock) : 0),
    dueOn: payable ? (policy.dueOn ?? undefined) : undefined,
  }
}

/** Returns all that is known of a policy's premium. A payer learns what is to be paid and until when, nothing else. */
export function showStatus(
  db: InsurerDatabase,
  policy: Policy,
  role: "policyholder" | "payer",
  clock: Clock,
): Record<string, unknown> {
  const state = premiumState(db, policy, clock.today)
  const payable = PAYABLE.includes(state)
  const due = policy.dueOn ?? undefined
  const shared = {
    policyNo: policy.policyNo,
    role,
    state,
    amount: toYuan(payable || state === "notYetDue" ? premiumDue(db, policy, clock) : 0),
    dueOn: payable || state === "notYetDue" || state === "inTransit" ? due : undefined,
    graceEndsOn: policy.status === "grace" ? (policy.graceEndsOn ?? undefined) : undefined,
    payableFrom: payableFrom(db, policy, state, clock),
    payableUntil: payable ? (policy.graceEndsOn ?? undefined) : undefined,
    ...inTransit(db, policy, state, clock),
  }
  if (role === "payer")
    return { ...shared, oneYear: policy.product.oneYear, autoDebit: false, lines: [], help: [] }
  return { ...shared, ...forPolicyholder(db, policy, state, clock) }
}

function forPolicyholder(
  db: InsurerDatabase,
  policy: Policy,
  state: PremiumState,
  clock: Clock,
): Record<string, unknown> {
  const change = premiumChange(db, policy, clock)
  const lent = lentPremiums(db, policy)
  const offer = renewalOffer(db, policy, clock)
  const arrears = arrearsOf(db, policy, clock)
  const double = doublePaid(db, policy)
  const refund = refundOf(db, policy.policyNo)
  const open = openReinstatement(db, policy.policyNo, clock)
  return {
    ...inBoth("productName", policy.product.name),
    oneYear: policy.product.oneYear,
    lines: premiumLines(db, policy, clock).map(({ label, amount }) => ({
      ...inBoth("label", label),
      amount: toYuan(amount),
    })),
    lastPayment: lastPayment(db, policy),
    failure: state === "debitFailed" ? lastFailure(db, policy, clock) : undefined,
    automaticLoan:
      lent === null
        ? undefined
        : {
            amount: toYuan(lent.amount),
            interest: toYuan(lent.interest),
            total: toYuan(lent.amount + lent.interest),
            ratePercent: loanRatePercent(),
            valueLeft: toYuan(lent.valueLeft),
          },
    change:
      change === null
        ? undefined
        : {
            fromAmount: toYuan(change.from),
            toAmount: toYuan(change.to),
            ...inBoth("reason", change.reason),
          },
    offer:
      offer === null
        ? undefined
        : {
            fromOn: offer.fromOn,
            untilOn: offer.untilOn,
            premium: toYuan(offer.premium),
            lastPremium: toYuan(offer.lastPremium),
            guaranteed: false,
            waitingPeriodAnew: offer.waitingPeriodAnew,
          },
    coverEndsOn: policy.product.oneYear ? (policy.endsOn ?? undefined) : undefined,
    suspension:
      arrears === null
        ? undefined
        : {
            suspendedOn: arrears.suspendedOn,
            limitOn: arrears.limitOn,
            withinLimit: clock.today <= arrears.limitOn,
            arrears: toYuan(arrears.premium),
            interest: toYuan(arrears.interest),
            total: toYuan(arrears.total),
            ratePercent: loanRatePercent(),
            waitingPeriodAnew: policy.product.clauses.some(({ id }) => id === "1.5"),
          },
    application: open === null ? undefined : showReinstatement(open),
    ...debit(db, policy),
    help: helpFor(db, policy, clock).map(({ kind, name, amount, ratePercent, detail }) => ({
      kind,
      ...inBoth("name", name),
      amount: toYuan(amount),
      ratePercent,
      ...inBoth("detail", detail),
    })),
    doublePaid:
      double === null || refund !== null
        ? undefined
        : { amount: toYuan(double.amount), paidOn: double.paidOn, last4: policy.payAccount?.slice(1) },
    refund: refund === null ? undefined : showRefund(refund),
    endedOn: policy.endedOn ?? undefined,
  }
}

/** The first day on which the premium can be paid, or the contract of one year renewed; only when it is too early. */
function payableFrom(
  db: InsurerDatabase,
  policy: Policy,
  state: PremiumState,
  clock: Clock,
): Day | undefined {
  if (state === "notYetDue" && policy.dueOn !== null) return addDays(policy.dueOn, -DUE_DAYS)
  const tooEarly = state === "oneYear" && policy.endsOn !== null && renewalOffer(db, policy, clock) === null
  return tooEarly && policy.endsOn !== null && policy.endsOn > clock.today
    ? addDays(policy.endsOn, -DUE_DAYS)
    : undefined
}

function inTransit(db: InsurerDatabase, policy: Policy, state: PremiumState, clock: Clock): object {
  const last = state === "inTransit" ? lastOrderOf(db, policy) : null
  const order = last === null ? null : orderOf(db, "payment_no", last.paymentNo, clock)
  if (order === null) return {}
  return {
    transit: {
      paymentNo: order.paymentNo,
      amount: toYuan(order.amount),
      sinceOn: order.createdOn,
      settlesBy: addDays(order.createdOn, TRANSIT_DAYS),
    },
  }
}

function debit(db: InsurerDatabase, policy: Policy): object {
  if (!policy.autoDebit || policy.payAccount === null) return { autoDebit: false }
  const account = accountOf(db, policy.holder, policy.payAccount)
  if (account === null) return { autoDebit: false }
  return {
    autoDebit: true,
    debit: {
      accountId: account.accountId,
      ...inBoth("bank", account.bank),
      last4: account.last4,
      own: account.own,
      nextOn: policy.dueOn ?? undefined,
    },
  }
}

/** The last premium that arrived: an order settled since the seed, else the last one of the history. */
function lastPayment(db: InsurerDatabase, policy: Policy): object | undefined {
  const order = db
    .prepare<[string], { paymentNo: string; amount: number; endedOn: Day; account: string | null }>(
      `SELECT payment_no AS paymentNo, item.amount, ended_on AS endedOn, account
       FROM payment_order_item item JOIN payment_order USING (payment_no)
       WHERE policy_no = ? AND state = 'settled' AND purpose <> 'loanRepayment'
       ORDER BY payment_order.rowid DESC LIMIT 1`,
    )
    .get(policy.policyNo)
  if (order !== undefined)
    return { paidOn: order.endedOn, amount: toYuan(order.amount), last4: order.account?.slice(1) }
  const row = db
    .prepare<[string], { premium_year: number; amount: number; after_due: number }>(
      "SELECT premium_year, amount, after_due FROM payment WHERE policy_no = ? AND status = 'settled' ORDER BY premium_year DESC LIMIT 1",
    )
    .get(policy.policyNo)
  if (row === undefined) return undefined
  const paidOn = addDays(addMonths(policy.startedOn, 12 * (row.premium_year - 1)), row.after_due)
  return { paidOn, amount: toYuan(row.amount), last4: policy.payAccount?.slice(1) }
}

function lastFailure(db: InsurerDatabase, policy: Policy, clock: Clock): object | undefined {
  const last = lastOrderOf(db, policy)
  const order = last === null ? null : orderOf(db, "payment_no", last.paymentNo, clock)
  if (order === null || order.failure === null) return undefined
  const failedOn = order.endedOn ?? order.createdOn
  const next = addDays(failedOn, RETRY_DAYS)
  const retries = policy.autoDebit && policy.graceEndsOn !== null && next <= policy.graceEndsOn
  return {
    reason: order.failure,
    failedOn,
    last4: order.account?.slice(1),
    retryOn: retries && next > clock.today ? next : undefined,
  }
}
