import type { Clock } from "../core/clock.ts"
import { type Fen, toYuan } from "../core/money.ts"
import { type Both, both } from "../products/product.ts"
import type { Policy } from "./policy.ts"
import { cashValueOf, chargePercent, loanRatePercent, type Valuation } from "./valuation.ts"

export type Alternative = {
  readonly kind: "loan" | "reducedPaidUp" | "partialWithdrawal"
  readonly name: Both
  readonly amount: Fen
  readonly ratePercent: number
  readonly detail: Both
}

const LOAN_PERCENT = 80
const LEAST_LOAN: Fen = 100_000
const STAYS_ON_ACCOUNT: Fen = 200_000
const LEAST_SUM: Fen = 1_000_000
const HUNDRED_YUAN: Fen = 10_000

/**
 * Returns what really applies instead of surrender, best first. None in the cooling-off, for contracts of a year,
 * and while cover is suspended.
 */
export function alternativesTo(policy: Policy, valuation: Valuation, clock: Clock): readonly Alternative[] {
  const standing = policy.status === "inForce" || policy.status === "grace"
  if (valuation.route !== "cashValue" || !standing) return []
  const owed = valuation.loan + valuation.loanInterest
  return [...withdrawal(policy, owed, clock), ...loan(policy, owed), ...paidUp(policy, owed)]
}

function withdrawal(policy: Policy, owed: Fen, clock: Clock): readonly Alternative[] {
  if (policy.product.kind !== "universal") return []
  const amount = hundreds(policy.accountValue - STAYS_ON_ACCOUNT - owed)
  if (amount <= 0) return []
  const percent = chargePercent(policy, clock.today)
  return [
    {
      kind: "partialWithdrawal",
      name: both("部分领取", "Partial withdrawal"),
      amount,
      ratePercent: 0,
      detail: both(
        `合同继续有效，账户至少保留${toYuan(STAYS_ON_ACCOUNT)}元，领取部分收取${percent}%费用`,
        `The contract goes on, ${toYuan(STAYS_ON_ACCOUNT)} yuan stay, ${percent} % is charged on what is drawn`,
      ),
    },
  ]
}

function loan(policy: Policy, owed: Fen): readonly Alternative[] {
  const amount = hundreds((cashValueOf(policy) * LOAN_PERCENT) / 100 - owed)
  if (!policy.product.lends || amount < LEAST_LOAN) return []
  return [
    {
      kind: "loan",
      name: both("保单贷款", "Policy loan"),
      amount,
      ratePercent: loanRatePercent(),
      detail: both(
        "保障不变，每次最长180天，到期还本付息或续贷",
        "Cover stays as it is; for up to 180 days at a time, then repaid or renewed",
      ),
    },
  ]
}

function paidUp(policy: Policy, owed: Fen): readonly Alternative[] {
  const { paidUpPrice } = policy.product
  if (paidUpPrice === 0 || policy.dueOn === null || policy.premiumMode === "waived") return []
  const amount = Math.min(hundreds((cashValueOf(policy) - owed) / paidUpPrice), policy.sumInsured)
  if (amount < LEAST_SUM) return []
  return [
    {
      kind: "reducedPaidUp",
      name: both("减额交清", "Reduced paid-up"),
      amount,
      ratePercent: 0,
      detail: both(
        "不用再交保险费，合同继续有效，保险金额相应减少",
        "No more premiums; the contract goes on with a lower sum insured",
      ),
    },
  ]
}

function hundreds(amount: Fen): Fen {
  return Math.floor(amount / HUNDRED_YUAN) * HUNDRED_YUAN
}
