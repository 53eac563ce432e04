import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, addMonths, type Day, daysBetween } from "../core/day.ts"
import { type Fen, share } from "../core/money.ts"
import type { Policy } from "../policies/policy.ts"
import { ridersOf } from "../policies/riders.ts"
import { loanRatePercent } from "../policies/valuation.ts"
import { type Both, both } from "../products/product.ts"
import { suspendedOn } from "./premium-state.ts"

export type PremiumLine = { readonly label: Both; readonly amount: Fen }

/** What the next premium holds: the contract and each rider that stands, at the price of the coming year. */
export function premiumLines(db: InsurerDatabase, policy: Policy, clock: Clock): readonly PremiumLine[] {
  const changed = changesOf(db, policy)
  const riders = ridersOf(db, policy, clock).filter(({ stands }) => stands)
  return [
    { label: policy.product.name, amount: changed.get("whole")?.premium ?? policy.premium },
    ...riders.map(({ rider, premium }) => ({
      label: rider.name,
      amount: changed.get(rider.part)?.premium ?? premium,
    })),
  ]
}

/** Returns the next premium in all. */
export function premiumDue(db: InsurerDatabase, policy: Policy, clock: Clock): Fen {
  return total(premiumLines(db, policy, clock))
}

/** Returns how the coming premium differs from the last one, and why; `null` when it does not. */
export function premiumChange(
  db: InsurerDatabase,
  policy: Policy,
  clock: Clock,
): { readonly from: Fen; readonly to: Fen; readonly reason: Both } | null {
  const [first] = changesOf(db, policy).values()
  if (first === undefined) return null
  const riders = ridersOf(db, policy, clock).filter(({ stands }) => stands)
  const from = riders.reduce((sum, { premium }) => sum + premium, policy.premium)
  return { from, to: premiumDue(db, policy, clock), reason: first.reason }
}

/** What revives a suspended policy: the premium owed with interest since it was due, within two years of suspension. */
export type Arrears = {
  readonly suspendedOn: Day
  /** The last day on which it can be applied for. */
  readonly limitOn: Day
  readonly premium: Fen
  readonly interest: Fen
  readonly total: Fen
  /** Premiums missed. */
  readonly years: number
}

/** 保险法 第三十七条. */
const REINSTATEMENT_YEARS = 2

/** Returns what is owed for reinstatement; `null` unless the policy is suspended. Years missed count each. */
export function arrearsOf(db: InsurerDatabase, policy: Policy, clock: Clock): Arrears | null {
  const since = suspendedOn(policy)
  if (since === null || policy.dueOn === null) return null
  const yearly = premiumDue(db, policy, clock)
  let years = 0
  let interest = 0
  for (let due = policy.dueOn; due <= clock.today; due = addMonths(due, 12)) {
    years += 1
    interest += share(yearly, loanRatePercent() * daysBetween(due, clock.today), 36_500)
  }
  const limitOn = addDays(addMonths(since, 12 * REINSTATEMENT_YEARS), -1)
  const premium = yearly * years
  return { suspendedOn: since, limitOn, premium, interest, total: premium + interest, years }
}

/** A contract of one year is offered anew in its last month. */
export type RenewalOffer = {
  readonly fromOn: Day
  readonly untilOn: Day
  readonly premium: Fen
  readonly lastPremium: Fen
  readonly waitingPeriodAnew: boolean
}

const OFFER_DAYS = 30

/** Returns the new contract that is offered; `null` when it is too early, or none is made any more. */
export function renewalOffer(db: InsurerDatabase, policy: Policy, clock: Clock): RenewalOffer | null {
  if (!policy.product.oneYear || policy.status !== "inForce" || policy.endsOn === null) return null
  const left = daysBetween(clock.today, policy.endsOn)
  if (left < 0 || left > OFFER_DAYS) return null
  const fromOn = addDays(policy.endsOn, 1)
  return {
    fromOn,
    untilOn: addDays(addMonths(fromOn, 12), -1),
    premium: premiumDue(db, policy, clock),
    lastPremium: policy.premium,
    waitingPeriodAnew: false,
  }
}

function total(lines: readonly PremiumLine[]): Fen {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

/** Takes the prices of the coming year as the prices from now on: the first premium at them was paid. */
export function applyChanges(db: InsurerDatabase, policy: Policy): void {
  for (const [part, { premium }] of changesOf(db, policy)) {
    if (part === "whole") {
      db.prepare("UPDATE policy SET premium = ? WHERE policy_no = ?").run(premium, policy.policyNo)
    } else {
      db.prepare("UPDATE rider SET premium = ? WHERE policy_no = ? AND part = ?").run(
        premium,
        policy.policyNo,
        part,
      )
    }
  }
  db.prepare("DELETE FROM premium_change WHERE policy_no = ?").run(policy.policyNo)
}

/** Changes of price by part, not yet in force. */
function changesOf(
  db: InsurerDatabase,
  policy: Policy,
): ReadonlyMap<string, { readonly premium: Fen; readonly reason: Both }> {
  const rows = db
    .prepare<[string], { part: string; premium: number; reason_zh: string; reason_en: string }>(
      "SELECT part, premium, reason_zh, reason_en FROM premium_change WHERE policy_no = ? ORDER BY part",
    )
    .all(policy.policyNo)
  return new Map(
    rows.map((row) => [row.part, { premium: row.premium, reason: both(row.reason_zh, row.reason_en) }]),
  )
}
