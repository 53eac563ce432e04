import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { type Fen, toYuan } from "../core/money.ts"
import { alternativesTo } from "../policies/alternatives.ts"
import type { Policy } from "../policies/policy.ts"
import { cashValueOf, debts, loanRatePercent, valuePolicy } from "../policies/valuation.ts"
import { type Both, both } from "../products/product.ts"
import { premiumDue } from "./premium-due.ts"

export type Help = {
  readonly kind: "automaticLoan" | "loan" | "reducedPaidUp" | "partialWithdrawal"
  readonly name: Both
  readonly amount: Fen
  readonly ratePercent: number
  readonly detail: Both
}

/** The clause by which premiums may be lent from the cash value. */
const AUTOMATIC_LOAN_CLAUSE = "4.3"

/** Returns what this contract allows to somebody who cannot pay now, the least harmful first. */
export function helpFor(db: InsurerDatabase, policy: Policy, clock: Clock): readonly Help[] {
  return [
    ...automaticLoan(db, policy, clock),
    ...alternativesTo(policy, valuePolicy(db, policy, clock), clock),
  ]
}

/** Returns the premiums lent with interest, and what is left to lend from; `null` when none is lent. */
export function lentPremiums(
  db: InsurerDatabase,
  policy: Policy,
): { readonly amount: Fen; readonly interest: Fen; readonly valueLeft: Fen } | null {
  if (policy.premiumMode !== "automaticLoan") return null
  const { loan, interest, automatic } = debts(db, policy.policyNo)
  return { amount: automatic, interest, valueLeft: Math.max(0, cashValueOf(policy) - loan - interest) }
}

function automaticLoan(db: InsurerDatabase, policy: Policy, clock: Clock): readonly Help[] {
  if (!policy.product.clauses.some(({ id }) => id === AUTOMATIC_LOAN_CLAUSE)) return []
  const { loan, interest } = debts(db, policy.policyNo)
  const left = cashValueOf(policy) - loan - interest
  const amount = premiumDue(db, policy, clock)
  if (left < amount || policy.premiumMode !== "paid" || policy.dueOn === null) return []
  return [
    {
      kind: "automaticLoan",
      name: both("自动垫交", "Automatic premium loan"),
      amount,
      ratePercent: loanRatePercent(),
      detail: both(
        `宽限期满用现金价值垫交并计利息，保障不变；现金价值还可垫交${toYuan(left)}元`,
        `At the end of grace it is lent from the cash value, with interest, and cover stays; ${toYuan(left)} yuan can be lent`,
      ),
    },
  ]
}
