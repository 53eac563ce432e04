import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, addMonths, type Day, daysBetween } from "../core/day.ts"
import { type Fen, share } from "../core/money.ts"
import { type Both, both } from "../products/product.ts"
import { GRACE_DAYS, type Policy, policyYear } from "./policy.ts"

export type Route = "coolingOff" | "cashValue" | "unearnedPremium" | "noValue"

/** What surrender pays, and how that comes about. Money in fen; the lines add up to `refund`, or to below zero. */
export type Valuation = {
  readonly route: Route
  readonly coolingOffEndsOn: Day | null
  readonly value: Fen
  readonly refund: Fen
  readonly premiumsPaid: Fen
  readonly loan: Fen
  readonly loanInterest: Fen
  readonly dividends: Fen
  readonly survivalBenefits: Fen
  readonly owedPremium: Fen
  readonly fee: Fen
  readonly lines: readonly { readonly label: Both; readonly amount: Fen }[]
}

/** 健康保险管理办法 第十五条: 15 days or more, from the day after receipt was confirmed. */
const COOLING_OFF_DAYS = 15
const COOLING_OFF_FEE: Fen = 1000
const LOAN_RATE_PERCENT = 5
/** Surrender charge of universal life, percent by policy year; none after. */
const UNIVERSAL_CHARGE = [5, 4, 3, 2, 1]

/** Returns what the whole policy would pay today. An ended policy pays nothing. */
export function valuePolicy(db: InsurerDatabase, policy: Policy, clock: Clock): Valuation {
  const premiumsPaid = paidPremiums(db, policy.policyNo)
  const { loan, interest } = debts(db, policy.policyNo)
  const base = { ...nothing, premiumsPaid, loan, loanInterest: interest }
  if (policy.status === "ended") return base
  if (policy.product.oneYear) {
    return { ...base, ...unearned(policy.premium, policy, clock.today) }
  }
  const coolingOffEndsOn = policy.receiptOn === null ? null : addDays(policy.receiptOn, COOLING_OFF_DAYS)
  if (policy.receiptOn === null || (coolingOffEndsOn !== null && clock.today <= coolingOffEndsOn)) {
    return {
      ...base,
      route: "coolingOff",
      coolingOffEndsOn,
      value: premiumsPaid,
      fee: COOLING_OFF_FEE,
      ...sum([
        { label: both("已交保险费全额退还", "Full premium returned"), amount: premiumsPaid },
        { label: both("扣除工本费", "Less cost"), amount: -COOLING_OFF_FEE },
      ]),
    }
  }
  return { ...base, ...cashValue(policy, { loan, interest }, clock.today) }
}

/** Returns what a rider of one year would pay alone. */
export function valueRider(premium: Fen, policy: Policy, clock: Clock): Valuation {
  if (policy.status === "ended") return nothing
  return { ...nothing, premiumsPaid: premium, ...unearned(premium, policy, clock.today) }
}

/** Returns the cash value or account value today, before loans; 0 once ended and for contracts of one year. */
export function cashValueOf(policy: Policy): Fen {
  if (policy.status === "ended" || policy.product.oneYear) return 0
  if (policy.product.kind === "universal") return policy.accountValue
  const years = policy.product.cashValues
  const perMille = years[Math.min(policy.credited, years.length) - 1] ?? 0
  return share(policy.premium * Math.min(policy.credited, policy.payYears), perMille, 1000)
}

/** Returns all loans on the policy, those that paid premiums apart, with simple interest to today. */
export function debts(
  db: InsurerDatabase,
  policyNo: string,
): { readonly loan: Fen; readonly interest: Fen; readonly automatic: Fen } {
  const rows = db
    .prepare<[string], { kind: string; amount: number; since_ago: number }>(
      `SELECT kind, amount, since_ago FROM loan WHERE policy_no = ? AND NOT (kind = 'automaticLoan' AND EXISTS (
         SELECT 1 FROM payment_order_item item JOIN payment_order USING (payment_no)
         WHERE item.policy_no = loan.policy_no AND purpose = 'loanRepayment' AND state = 'settled'))`,
    )
    .all(policyNo)
  return rows.reduce(
    (total, row) => ({
      loan: total.loan + row.amount,
      interest: total.interest + share(row.amount, LOAN_RATE_PERCENT * row.since_ago, 36_500),
      automatic: total.automatic + (row.kind === "automaticLoan" ? row.amount : 0),
    }),
    { loan: 0, interest: 0, automatic: 0 },
  )
}

/** Returns the rate that loans bear, percent a year. */
export function loanRatePercent(): number {
  return LOAN_RATE_PERCENT
}

/** Returns the percent that universal life deducts from what is drawn in this policy year. */
export function chargePercent(policy: Policy, today: Day): number {
  return UNIVERSAL_CHARGE[policyYear(policy, today) - 1] ?? 0
}

const nothing: Valuation = {
  route: "noValue",
  coolingOffEndsOn: null,
  value: 0,
  refund: 0,
  premiumsPaid: 0,
  loan: 0,
  loanInterest: 0,
  dividends: 0,
  survivalBenefits: 0,
  owedPremium: 0,
  fee: 0,
  lines: [],
}

function cashValue(
  policy: Policy,
  debt: { readonly loan: Fen; readonly interest: Fen },
  today: Day,
): Partial<Valuation> {
  const value = cashValueOf(policy)
  const { dividends, survivalBenefits } = policy
  const fee = policy.product.kind === "universal" ? share(value, chargePercent(policy, today), 100) : 0
  const owedPremium = premiumOfGrace(policy, today)
  const universal = policy.product.kind === "universal"
  const total = sum([
    {
      label: universal ? both("保单账户价值", "Account value") : both("现金价值", "Cash value"),
      amount: value,
    },
    ...when(dividends, { label: both("累积红利", "Dividends on account"), amount: dividends }),
    ...when(survivalBenefits, {
      label: both("留存的生存保险金", "Survival benefits on account"),
      amount: survivalBenefits,
    }),
    ...when(debt.loan, { label: both("扣除贷款本金", "Less loan"), amount: -debt.loan }),
    ...when(debt.interest, { label: both("扣除贷款利息", "Less interest"), amount: -debt.interest }),
    ...when(owedPremium, {
      label: both("扣除宽限期内保险费", "Less premium of the grace"),
      amount: -owedPremium,
    }),
    ...when(fee, { label: both("扣除退保费用", "Less surrender charge"), amount: -fee }),
  ])
  const route = total.refund === 0 ? "noValue" : "cashValue"
  return { route, value, dividends, survivalBenefits, owedPremium, fee, ...total }
}

/** Premium times days left over days of the year: what 保险法 calls the unearned premium. */
function unearned(premium: Fen, policy: Policy, today: Day): Partial<Valuation> {
  const yearFrom = addMonths(policy.startedOn, 12 * (policyYear(policy, today) - 1))
  const yearTo = addMonths(policy.startedOn, 12 * policyYear(policy, today))
  const days = daysBetween(yearFrom, yearTo)
  const left = policy.status === "suspended" ? 0 : daysBetween(today, yearTo)
  const refund = share(premium, left, days)
  const lines = [
    { label: both("已交保险费", "Premium paid"), amount: premium },
    {
      label: both(`扣除已保障${days - left}天的保险费`, `Less premium of ${days - left} days covered`),
      amount: refund - premium,
    },
  ]
  return { route: refund === 0 ? "noValue" : "unearnedPremium", value: refund, refund, lines }
}

/** The share of the unpaid premium for the days of grace that were covered. */
function premiumOfGrace(policy: Policy, today: Day): Fen {
  if (policy.status !== "grace" || policy.dueOn === null || policy.premiumMode !== "paid") return 0
  return share(policy.premium, Math.min(daysBetween(policy.dueOn, today), GRACE_DAYS), 365)
}

function paidPremiums(db: InsurerDatabase, policyNo: string): Fen {
  const row = db
    .prepare<[string, string], { total: number | null }>(
      `SELECT sum(amount) AS total FROM (
         SELECT amount FROM payment WHERE policy_no = ? AND status IN ('settled', 'lent')
         UNION ALL SELECT item.amount FROM payment_order_item item JOIN payment_order USING (payment_no)
         WHERE item.policy_no = ? AND state = 'settled' AND purpose <> 'loanRepayment')`,
    )
    .get(policyNo, policyNo)
  return row?.total ?? 0
}

function sum(lines: Valuation["lines"]): { readonly lines: Valuation["lines"]; readonly refund: Fen } {
  return {
    lines,
    refund: Math.max(
      0,
      lines.reduce((total, line) => total + line.amount, 0),
    ),
  }
}

function when<T>(amount: Fen, line: T): readonly T[] {
  return amount === 0 ? [] : [line]
}
