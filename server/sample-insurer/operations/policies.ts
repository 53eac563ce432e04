import { z } from "zod"
import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { share, toYuan } from "../core/money.ts"
import { idLast4, maskMobile, type Person, personOf } from "../people/person.ts"
import { ANNUITY_AGE, type Policy, policiesOf } from "../policies/policy.ts"
import { quoteOf, showQuote } from "../policies/quote.ts"
import { ridersOf } from "../policies/riders.ts"
import { entitled, roleIn } from "../policies/role.ts"
import { cashValueOf, debts, valuePolicy } from "../policies/valuation.ts"
import { premiumDue } from "../premiums/premium-due.ts"
import { type PremiumState, premiumState, suspendedOn } from "../premiums/premium-state.ts"
import { inBoth } from "../products/product.ts"
import { operation, someText } from "../serving/operation.ts"

export const policyOperations = [
  operation(
    "customer.policies",
    "read",
    ["GET", "/customers/:customer/policies"],
    z.object({ customer: someText }),
    ({ customer }, { db, clock }) => ({
      person: shown(personOf(db, customer, clock)),
      policies: policiesOf(db, customer, clock).flatMap((policy) => listed(db, policy, customer, clock)),
    }),
  ),
  operation(
    "policy.summary",
    "read",
    ["GET", "/policies/:policyNo"],
    z.object({ policyNo: someText, customer: someText }),
    ({ policyNo, customer }, { db, clock }) => {
      const { policy, role } = entitled(db, policyNo, customer, ["policyholder", "insured"], clock)
      return summary(db, policy, role, clock)
    },
  ),
  operation(
    "policy.surrenderQuote",
    "read",
    ["GET", "/policies/:policyNo/surrender-quote"],
    z.object({ policyNo: someText, customer: someText, part: someText.default("whole") }),
    ({ policyNo, customer, part }, { db, clock }) => {
      const { policy } = entitled(db, policyNo, customer, ["policyholder"], clock)
      return showQuote(db, quoteOf(db, policy, part, clock), clock)
    },
  ),
]

function shown(person: Person): object {
  return {
    id: person.id,
    name: person.name,
    birthDate: person.birthDate,
    age: person.age,
    sex: person.sex,
    idType: person.idType,
    idLast4: idLast4(person),
    mobileMasked: maskMobile(person.mobile),
  }
}

function listed(db: InsurerDatabase, policy: Policy, customer: string, clock: Clock): readonly object[] {
  const role = roleIn(db, policy, customer)
  if (role === null) return []
  const holds = role === "policyholder"
  const riders = holds ? ridersOf(db, policy, clock).filter(({ rider, stands }) => rider.alone && stands) : []
  return [
    {
      policyNo: policy.policyNo,
      product: policy.product.id,
      productKind: policy.product.kind,
      ...inBoth("productName", policy.product.name),
      role,
      status: policy.status,
      value: holds ? toYuan(valuePolicy(db, policy, clock).refund) : 0,
      riders: riders.map(({ rider }) => ({ part: rider.part, ...inBoth("name", rider.name) })),
      policyholderStatus: personOf(db, policy.holder, clock).standing,
    },
  ]
}

function summary(
  db: InsurerDatabase,
  policy: Policy,
  role: "policyholder" | "insured",
  clock: Clock,
): Record<string, unknown> {
  const { product } = policy
  const state = premiumState(db, policy, clock.today)
  const holds = role === "policyholder"
  return {
    policyNo: policy.policyNo,
    role,
    product: product.id,
    productKind: product.kind,
    ...inBoth("productName", product.name),
    status: policy.status,
    inForce: policy.status === "inForce" || policy.status === "grace",
    startedOn: policy.startedOn,
    endsOn: policy.endsOn ?? undefined,
    endedOn: policy.endedOn ?? undefined,
    suspendedOn: suspendedOn(policy) ?? undefined,
    insuredName: personOf(db, policy.insured, clock).name,
    sumInsured: toYuan(policy.sumInsured),
    coverUntilAge: product.kind === "annuity" ? ANNUITY_AGE : 0,
    oneYear: product.oneYear,
    covers: product.covers.map(({ label, percent }) => ({
      ...inBoth("label", label),
      amount: toYuan(share(policy.sumInsured, percent, 100)),
    })),
    premiumState: state,
    autoDebit: holds && policy.autoDebit,
    ...(holds ? amounts(db, policy, state, clock) : {}),
  }
}

const NOTHING_DUE: readonly PremiumState[] = ["ended", "paidUp", "oneYear", "waived"]

/** What only the policyholder is told. */
function amounts(
  db: InsurerDatabase,
  policy: Policy,
  state: PremiumState,
  clock: Clock,
): Record<string, unknown> {
  const { loan, interest, automatic } = debts(db, policy.policyNo)
  const due = NOTHING_DUE.includes(state) ? null : policy.dueOn
  return {
    nextPremium: due === null ? undefined : toYuan(premiumDue(db, policy, clock)),
    nextDueOn: due ?? undefined,
    graceEndsOn: policy.status === "grace" ? (policy.graceEndsOn ?? undefined) : undefined,
    autoDebitLast4: policy.autoDebit ? policy.payAccount?.slice(1) : undefined,
    cashValue: toYuan(cashValueOf(policy)),
    loan: toYuan(loan - automatic),
    loanInterest: toYuan(interest),
    automaticLoan: toYuan(automatic),
  }
}
