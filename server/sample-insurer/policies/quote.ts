import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { type Fen, toYuan } from "../core/money.ts"
import { opaque } from "../core/opaque.ts"
import { Refusal } from "../core/refusal.ts"
import { type Person, personOf } from "../people/person.ts"
import { type Both, both, inBoth } from "../products/product.ts"
import { type Alternative, alternativesTo } from "./alternatives.ts"
import { type Block, blocksOf } from "./blocks.ts"
import type { Policy } from "./policy.ts"
import { type PolicyRider, ridersOf } from "./riders.ts"
import { type Valuation, valuePolicy, valueRider } from "./valuation.ts"

/** What the policyholder would get for the whole policy, or one rider, today. */
export type Quote = {
  readonly quoteId: string
  readonly policy: Policy
  readonly part: string
  readonly name: Both
  readonly valuation: Valuation
  readonly blocks: readonly Block[]
  readonly riders: readonly PolicyRider[]
  readonly alternatives: readonly Alternative[]
  readonly sumInsured: Fen
}

/**
 * Returns the quote of `whole` or of a rider. Its id holds for this day, part and amount only. Refuses a rider that
 * the policy never had, or that cannot be surrendered alone, with NOT_FOUND.
 */
export function quoteOf(db: InsurerDatabase, policy: Policy, part: string, clock: Clock): Quote {
  const { valuation, name, riders } =
    part === "whole" ? whole(db, policy, clock) : alone(db, policy, part, clock)
  return {
    quoteId: opaque("Q", policy.policyNo, part, clock.today, String(valuation.refund), valuation.route),
    policy,
    part,
    name,
    valuation,
    blocks: blocksOf(db, policy, part, clock),
    riders,
    alternatives: part === "whole" ? alternativesTo(policy, valuation, clock) : [],
    sumInsured: part === "whole" ? policy.sumInsured : 0,
  }
}

/** Returns the quote as policy.surrenderQuote gives it. */
export function showQuote(db: InsurerDatabase, quote: Quote, clock: Clock): object {
  const { policy, valuation } = quote
  const holder = personOf(db, policy.holder, clock)
  return {
    quoteId: quote.quoteId,
    quotedOn: clock.today,
    policyNo: policy.policyNo,
    part: quote.part,
    product: policy.product.id,
    productKind: policy.product.kind,
    ...inBoth("productName", quote.name),
    insuredName: personOf(db, policy.insured, clock).name,
    role: "policyholder",
    policyholderStatus: holder.standing,
    age: holder.age,
    route: valuation.route,
    coolingOff: valuation.route === "coolingOff",
    coolingOffEndsOn: valuation.coolingOffEndsOn ?? undefined,
    oneYear: policy.product.oneYear || quote.part !== "whole",
    value: toYuan(valuation.value),
    refund: toYuan(valuation.refund),
    premiumsPaid: toYuan(valuation.premiumsPaid),
    loan: toYuan(valuation.loan),
    loanInterest: toYuan(valuation.loanInterest),
    dividends: toYuan(valuation.dividends),
    survivalBenefits: toYuan(valuation.survivalBenefits),
    owedPremium: toYuan(valuation.owedPremium),
    fee: toYuan(valuation.fee),
    lines: valuation.lines.map(({ label, amount }) => ({
      ...inBoth("label", label),
      amount: toYuan(amount),
    })),
    blocks: quote.blocks.map(({ kind, since, reason }) => ({ kind, since, ...inBoth("reason", reason) })),
    riders: quote.riders.map(({ rider, value }) => ({
      part: rider.part,
      ...inBoth("name", rider.name),
      value: toYuan(value),
    })),
    alternatives: quote.alternatives.map(({ kind, name, amount, ratePercent, detail }) => ({
      kind,
      ...inBoth("name", name),
      amount: toYuan(amount),
      ratePercent,
      ...inBoth("detail", detail),
    })),
    paidBy: paidBy(db, policy),
    papers: papersFor(policy, holder).map(({ id, name }) => ({ id, ...inBoth("name", name) })),
    sumInsured: toYuan(quote.sumInsured),
  }
}

type Part = {
  readonly valuation: Valuation
  readonly name: Both
  readonly riders: readonly PolicyRider[]
}

function whole(db: InsurerDatabase, policy: Policy, clock: Clock): Part {
  const riders = ridersOf(db, policy, clock).filter(({ stands }) => stands)
  return { valuation: valuePolicy(db, policy, clock), name: policy.product.name, riders }
}

function alone(db: InsurerDatabase, policy: Policy, part: string, clock: Clock): Part {
  const found = ridersOf(db, policy, clock).find(({ rider }) => rider.part === part)
  if (found === undefined || !found.rider.alone) throw new Refusal("NOT_FOUND", 404)
  const premium = found.stands ? found.premium : 0
  return { valuation: valueRider(premium, policy, clock), name: found.rider.name, riders: [] }
}

function paidBy(db: InsurerDatabase, policy: Policy): object {
  if (policy.payAccount === null) return { kind: policy.payKind }
  const row = db
    .prepare<[string, string], { number: string; name_zh: string; name_en: string; own: number }>(
      `SELECT number, name_zh, name_en, own FROM account JOIN bank ON bank.id = account.bank
       WHERE customer = ? AND account.id = ?`,
    )
    .get(policy.holder, policy.payAccount)
  if (row === undefined) return { kind: policy.payKind }
  return {
    kind: policy.payKind,
    accountId: policy.payAccount,
    last4: row.number.slice(-4),
    ...inBoth("bank", both(row.name_zh, row.name_en)),
    own: row.own === 1,
  }
}

function papersFor(policy: Policy, holder: Person): readonly { readonly id: string; readonly name: Both }[] {
  const foreign =
    holder.idType === "idCard"
      ? []
      : [{ id: "identity", name: both("身份证件照片", "Photo of the identity document") }]
  const paidByOther =
    policy.payer === null
      ? []
      : [{ id: "relation", name: both("与交费人的关系证明", "Proof of relation to the payer") }]
  return [...foreign, ...paidByOther]
}
