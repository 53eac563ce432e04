import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, type Day } from "../core/day.ts"
import { toDay } from "../core/stored-day.ts"
import { type Both, both } from "../products/product.ts"
import type { Policy } from "./policy.ts"

export type Block = {
  readonly kind: "openClaim" | "pledged" | "courtFreeze" | "interventionByInsured" | "ended"
  readonly since: Day
  readonly reason: Both
}

/** Returns every legal reason for which the policy, or this part of it, cannot be surrendered here; the ended first. */
export function blocksOf(db: InsurerDatabase, policy: Policy, part: string, clock: Clock): readonly Block[] {
  return [...ended(db, policy, part), ...standing(db, policy, clock), ...openClaims(db, policy, clock)]
}

function ended(db: InsurerDatabase, policy: Policy, part: string): readonly Block[] {
  if (policy.endedOn !== null) {
    const reason = ENDED[policy.endedBecause ?? ""] ?? both("合同已经终止", "The contract has ended")
    return [{ kind: "ended", since: policy.endedOn, reason }]
  }
  const gone = db
    .prepare<[string, string], { notice_at: string }>(
      "SELECT notice_at FROM surrender WHERE policy_no = ? AND part = ? AND state <> 'withdrawn'",
    )
    .get(policy.policyNo, part)
  if (gone === undefined) return []
  return [
    {
      kind: "ended",
      since: gone.notice_at.slice(0, 10),
      reason: both("这份附加险已经退保", "This rider has been surrendered"),
    },
  ]
}

const ENDED: Readonly<Record<string, Both>> = {
  surrendered: both("合同已经退保终止", "The contract has been surrendered"),
  expired: both("合同已经期满", "The contract has run out"),
  claimed: both("合同已因给付保险金终止", "The contract ended with the benefit paid"),
  terminated: both("合同已经解除", "The contract has been terminated"),
}

function standing(db: InsurerDatabase, policy: Policy, clock: Clock): readonly Block[] {
  return db
    .prepare<
      [string],
      {
        kind: "pledged" | "courtFreeze" | "interventionByInsured"
        since_ago: number
        reason_zh: string
        reason_en: string
      }
    >("SELECT kind, since_ago, reason_zh, reason_en FROM block WHERE policy_no = ? ORDER BY kind")
    .all(policy.policyNo)
    .map((row) => ({
      kind: row.kind,
      since: addDays(clock.today, -row.since_ago),
      reason: both(row.reason_zh, row.reason_en),
    }))
}

function openClaims(db: InsurerDatabase, policy: Policy, clock: Clock): readonly Block[] {
  return db
    .prepare<[string], { reported_on: string }>(
      `SELECT reported_on FROM claim JOIN claim_policy USING (claim_no)
       WHERE policy_no = ? AND state NOT IN ('paid', 'refused', 'withdrawn') ORDER BY claim_no LIMIT 1`,
    )
    .all(policy.policyNo)
    .map((row) => ({
      kind: "openClaim" as const,
      since: toDay(row.reported_on, clock.today),
      reason: both(
        "这份保单有未结案的理赔，结案后才能办理退保",
        "A claim on this policy is open; it can be surrendered once that is closed",
      ),
    }))
}
