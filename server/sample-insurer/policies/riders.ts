import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import type { Fen } from "../core/money.ts"
import { type Rider, riderOf } from "../products/catalogue.ts"
import type { Policy } from "./policy.ts"
import { valueRider } from "./valuation.ts"

/** A rider of a policy. One that cannot be surrendered alone, or no longer stands, has no value. */
export type PolicyRider = {
  readonly rider: Rider
  readonly premium: Fen
  readonly value: Fen
  /** Neither surrendered alone nor ended with its policy. */
  readonly stands: boolean
}

/** Returns every rider that the policy has or had. */
export function ridersOf(db: InsurerDatabase, policy: Policy, clock: Clock): readonly PolicyRider[] {
  return db
    .prepare<[string], { part: string; premium: number; surrendered: number }>(
      `SELECT part, premium, EXISTS (
         SELECT 1 FROM surrender WHERE surrender.policy_no = rider.policy_no AND surrender.part = rider.part
           AND state <> 'withdrawn') AS surrendered FROM rider WHERE policy_no = ? ORDER BY part`,
    )
    .all(policy.policyNo)
    .map(({ part, premium, surrendered }) => {
      const rider = riderOf(part)
      const stands = policy.status !== "ended" && surrendered === 0
      return {
        rider,
        premium,
        stands,
        value: stands && rider.alone ? valueRider(premium, policy, clock).refund : 0,
      }
    })
}
