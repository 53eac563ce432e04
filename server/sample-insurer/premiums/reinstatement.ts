import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, type Day, isWeekend } from "../core/day.ts"
import { type Fen, toYuan } from "../core/money.ts"
import { type Both, both } from "../products/product.ts"

export type ReinstatementState = "applied" | "agreed" | "refused" | "withdrawn"

/** An application to revive a suspended policy. */
export type Reinstatement = {
  readonly reinstatementNo: string
  readonly policyNo: string
  readonly customer: string
  readonly amount: Fen
  readonly state: ReinstatementState
  readonly appliedAt: string
}

/** Why underwriting refuses: 司法解释三 第八条 knows one reason only. */
export const refusal: Both = both(
  "核保认为，中止期间被保险人的危险程度显著增加",
  "In the underwriters' view the insured's risk rose markedly during the suspension",
)

/** House practice: decided within 5 working days. */
const DECIDE_WORKDAYS = 5
/** 司法解释三 第八条: not refused within 30 days counts as agreed. */
const AGREED_DAYS = 30

type ReinstatementRow = {
  readonly reinstatement_no: string
  readonly policy_no: string
  readonly customer: string
  readonly amount: number
  readonly state: ReinstatementState
  readonly applied_at: string
}

/** Returns the application with this number, or written with this key; `null` when there is none. */
export function reinstatementOf(
  db: InsurerDatabase,
  by: "reinstatement_no" | "key",
  value: string,
  clock: Clock,
): Reinstatement | null {
  const row = db.prepare<[string], ReinstatementRow>(`SELECT * FROM reinstatement WHERE ${by} = ?`).get(value)
  return row === undefined ? null : toReinstatement(row, clock)
}

/** Returns the application of a policy that is neither refused nor withdrawn; `null` when there is none. */
export function openReinstatement(db: InsurerDatabase, policyNo: string, clock: Clock): Reinstatement | null {
  const row = db
    .prepare<[string], ReinstatementRow>(
      "SELECT * FROM reinstatement WHERE policy_no = ? AND state IN ('applied', 'agreed')",
    )
    .get(policyNo)
  return row === undefined ? null : toReinstatement(row, clock)
}

/** Returns every application, the newest first. */
export function allReinstatements(db: InsurerDatabase, clock: Clock): readonly Reinstatement[] {
  return db
    .prepare<[], ReinstatementRow>("SELECT * FROM reinstatement ORDER BY rowid DESC")
    .all()
    .map((row) => toReinstatement(row, clock))
}

/** Returns the application as the interface gives it. */
export function showReinstatement(one: Reinstatement): Record<string, unknown> {
  const appliedOn = one.appliedAt.slice(0, 10)
  return {
    reinstatementNo: one.reinstatementNo,
    policyNo: one.policyNo,
    state: one.state,
    appliedAt: one.appliedAt,
    amount: toYuan(one.amount),
    decideBy: addWorkdays(appliedOn, DECIDE_WORKDAYS),
    agreedOn: addDays(appliedOn, AGREED_DAYS),
  }
}

function toReinstatement(row: ReinstatementRow, clock: Clock): Reinstatement {
  const agreedOn = addDays(row.applied_at.slice(0, 10), AGREED_DAYS)
  return {
    reinstatementNo: row.reinstatement_no,
    policyNo: row.policy_no,
    customer: row.customer,
    amount: row.amount,
    state: row.state === "applied" && clock.today > agreedOn ? "agreed" : row.state,
    appliedAt: row.applied_at,
  }
}

function addWorkdays(day: Day, workdays: number): Day {
  let end = day
  for (let left = workdays; left > 0; ) {
    end = addDays(end, 1)
    if (!isWeekend(end)) left -= 1
  }
  return end
}
