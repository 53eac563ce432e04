import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, addMonths, type Day, yearsBetween } from "../core/day.ts"
import type { Fen } from "../core/money.ts"
import { productOf } from "../products/catalogue.ts"
import type { Product } from "../products/product.ts"

/** A policy as it stands on the day of the request. Money in fen. */
export type Policy = {
  readonly policyNo: string
  readonly product: Product
  readonly holder: string
  readonly insured: string
  readonly payer: string | null
  readonly sumInsured: Fen
  readonly premium: Fen
  readonly payYears: number
  /** Premiums credited: paid, lent or waived. Also the policy year reached. */
  readonly credited: number
  readonly startedOn: Day
  /** Last day of cover; `null` for a whole life. */
  readonly endsOn: Day | null
  /** Next premium not yet credited; `null` when all are. */
  readonly dueOn: Day | null
  readonly graceEndsOn: Day | null
  /** When receipt was confirmed; `null` while it is not. */
  readonly receiptOn: Day | null
  readonly autoDebit: boolean
  readonly payKind: "bank" | "wechat" | "alipay"
  readonly payAccount: string | null
  readonly premiumMode: "paid" | "waived" | "automaticLoan"
  readonly dividends: Fen
  readonly survivalBenefits: Fen
  readonly accountValue: Fen
  readonly status: PolicyStatus
  readonly endedOn: Day | null
  readonly endedBecause: string | null
}

export type PolicyStatus = "inForce" | "grace" | "suspended" | "ended"

/** 保险法 第三十六条: cover goes on for 60 days after a premium was due. */
export const GRACE_DAYS = 60
/** Age at which an annuity ends. */
export const ANNUITY_AGE = 85

type PolicyRow = {
  readonly policy_no: string
  readonly product: string
  readonly holder: string
  readonly insured: string
  readonly sum_insured: number
  readonly premium: number
  readonly pay_years: number
  readonly credited: number
  readonly due_in: number
  readonly receipt_after: number | null
  readonly auto_debit: number
  readonly pay_kind: "bank" | "wechat" | "alipay"
  readonly pay_account: string | null
  readonly payer: string | null
  readonly premium_mode: "paid" | "waived" | "automaticLoan"
  readonly dividends: number
  readonly survival_benefits: number
  readonly account_value: number
  readonly ended_because: string | null
  readonly ended_ago: number | null
  readonly insured_birth: string | null
  readonly surrendered_at: string | null
  readonly collected: number
  readonly repaid: number
  readonly mandated: number
  readonly mandate_account: string | null
}

const SETTLED = `FROM payment_order_item JOIN payment_order USING (payment_no)
    WHERE payment_order_item.policy_no = policy.policy_no AND state = 'settled'`
const MANDATE = "FROM mandate WHERE mandate.policy_no = policy.policy_no ORDER BY rowid DESC LIMIT 1"
const SELECT = `SELECT policy.*, person.birth AS insured_birth, surrender.notice_at AS surrendered_at,
    (SELECT coalesce(sum(years), 0) ${SETTLED} AND purpose <> 'loanRepayment') AS collected,
    EXISTS (SELECT 1 ${SETTLED} AND purpose = 'loanRepayment') AS repaid,
    EXISTS (SELECT 1 ${MANDATE}) AS mandated, (SELECT account ${MANDATE}) AS mandate_account
  FROM policy JOIN person ON person.id = policy.insured
  LEFT JOIN surrender ON surrender.policy_no = policy.policy_no AND surrender.part = 'whole'
    AND surrender.state <> 'withdrawn'`

/** Returns the policy, or `null` when there is none with this number. */
export function policyOf(db: InsurerDatabase, policyNo: string, clock: Clock): Policy | null {
  const row = db.prepare<[string], PolicyRow>(`${SELECT} WHERE policy.policy_no = ?`).get(policyNo)
  return row === undefined ? null : toPolicy(row, clock)
}

/** Returns the policies in which the customer has a part, whatever it is, by number. */
export function policiesOf(db: InsurerDatabase, customer: string, clock: Clock): readonly Policy[] {
  return db
    .prepare<[Record<"customer", string>], PolicyRow>(
      `${SELECT} WHERE @customer IN (policy.holder, policy.insured, policy.payer)
        OR policy.policy_no IN (SELECT policy_no FROM beneficiary WHERE customer = @customer)
      ORDER BY policy.policy_no`,
    )
    .all({ customer })
    .map((row) => toPolicy(row, clock))
}

/** Returns every policy, by number. */
export function allPolicies(db: InsurerDatabase, clock: Clock): readonly Policy[] {
  return db
    .prepare<[], PolicyRow>(`${SELECT} ORDER BY policy.policy_no`)
    .all()
    .map((row) => toPolicy(row, clock))
}

function toPolicy(row: PolicyRow, clock: Clock): Policy {
  const product = productOf(row.product)
  const seededNext = addDays(clock.today, row.due_in)
  const next = addMonths(seededNext, 12 * row.collected)
  const startedOn = addMonths(seededNext, -12 * row.credited)
  const credited = row.credited + row.collected
  const paidUp = product.oneYear || credited >= row.pay_years
  const dueOn = paidUp ? null : next
  const graceEndsOn = dueOn === null ? null : addDays(dueOn, GRACE_DAYS)
  const endedOn =
    row.surrendered_at !== null
      ? row.surrendered_at.slice(0, 10)
      : row.ended_ago === null
        ? null
        : addDays(clock.today, -row.ended_ago)
  return {
    policyNo: row.policy_no,
    product,
    holder: row.holder,
    insured: row.insured,
    payer: row.payer,
    sumInsured: row.sum_insured,
    premium: row.premium,
    payYears: row.pay_years,
    credited,
    startedOn,
    endsOn: lastDay(product, next, row.insured_birth),
    dueOn,
    graceEndsOn,
    receiptOn: row.receipt_after === null ? null : addDays(startedOn, row.receipt_after),
    autoDebit: row.surrendered_at === null && isDebited(row),
    payKind: row.mandate_account === null ? row.pay_kind : "bank",
    payAccount: row.mandate_account ?? row.pay_account,
    premiumMode: row.repaid === 1 ? "paid" : row.premium_mode,
    dividends: row.dividends,
    survivalBenefits: row.survival_benefits,
    accountValue: row.account_value,
    status: statusOf(endedOn, dueOn, graceEndsOn, clock.today),
    endedOn,
    endedBecause: row.surrendered_at !== null ? "surrendered" : row.ended_because,
  }
}

/** The latest mandate says; without one, what was seeded. */
function isDebited(row: PolicyRow): boolean {
  return row.mandated === 1 ? row.mandate_account !== null : row.auto_debit === 1
}

function lastDay(product: Product, next: Day, insuredBirth: string | null): Day | null {
  if (product.oneYear) return addDays(next, -1)
  if (product.kind === "annuity" && insuredBirth !== null) return addMonths(insuredBirth, 12 * ANNUITY_AGE)
  return null
}

function statusOf(endedOn: Day | null, dueOn: Day | null, graceEndsOn: Day | null, today: Day): PolicyStatus {
  if (endedOn !== null) return "ended"
  if (dueOn === null || graceEndsOn === null || today <= dueOn) return "inForce"
  return today <= graceEndsOn ? "grace" : "suspended"
}

/** Returns the policy year that `today` lies in, counted from 1. */
export function policyYear(policy: Policy, today: Day): number {
  return yearsBetween(policy.startedOn, today) + 1
}
