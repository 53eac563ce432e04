import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays } from "../core/day.ts"
import { type Fen, toYuan } from "../core/money.ts"

export type SurrenderState = "accepted" | "confirmed" | "paid" | "accountRejected" | "withdrawn"

/** A notice of surrender that arrived. */
export type Surrender = {
  readonly surrenderNo: string
  readonly policyNo: string
  readonly part: string
  readonly customer: string
  readonly account: string
  readonly refund: Fen
  readonly state: SurrenderState
  readonly noticeAt: string
  readonly autoDebitEnded: boolean
  readonly paidOn: string | null
}

/** 保险法 第四十七条: paid within 30 days after the notice arrived. */
const PAY_DAYS = 30

type SurrenderRow = {
  readonly surrender_no: string
  readonly policy_no: string
  readonly part: string
  readonly customer: string
  readonly account: string
  readonly refund: number
  readonly state: SurrenderState
  readonly notice_at: string
  readonly auto_debit_ended: number
  readonly paid_on: string | null
}

/** Returns the surrender with this number, or written with this idempotency key; `null` when there is none. */
export function surrenderOf(
  db: InsurerDatabase,
  by: "surrender_no" | "key",
  value: string,
): Surrender | null {
  const row = db.prepare<[string], SurrenderRow>(`SELECT * FROM surrender WHERE ${by} = ?`).get(value)
  return row === undefined ? null : toSurrender(row)
}

/** Returns every surrender, the newest first. */
export function allSurrenders(db: InsurerDatabase): readonly Surrender[] {
  return db.prepare<[], SurrenderRow>("SELECT * FROM surrender ORDER BY rowid DESC").all().map(toSurrender)
}

/** Moves a surrender to another state, with another account where one is given. */
export function moveSurrender(
  db: InsurerDatabase,
  surrender: Surrender,
  to: { readonly state: SurrenderState; readonly account?: string; readonly paidOn?: string },
): Surrender {
  const moved = {
    ...surrender,
    state: to.state,
    account: to.account ?? surrender.account,
    paidOn: to.paidOn ?? null,
  }
  db.prepare("UPDATE surrender SET state = ?, account = ?, paid_on = ? WHERE surrender_no = ?").run(
    moved.state,
    moved.account,
    moved.paidOn,
    moved.surrenderNo,
  )
  return moved
}

/** Returns the surrender as the interface gives it. Cover ends when the notice arrives. */
export function showSurrender(surrender: Surrender): object {
  return {
    surrenderNo: surrender.surrenderNo,
    policyNo: surrender.policyNo,
    part: surrender.part,
    state: surrender.state,
    refund: toYuan(surrender.refund),
    accountId: surrender.account,
    accountLast4: surrender.account.slice(1),
    noticeAt: surrender.noticeAt,
    coverEndsAt: surrender.noticeAt,
    payBy: addDays(surrender.noticeAt.slice(0, 10), PAY_DAYS),
    autoDebitEnded: surrender.autoDebitEnded,
  }
}

/** Returns the number of the next surrender on this day: S, the day, and a number of four digits or more. */
export function surrenderNumber(clock: Clock, next: number): string {
  return `S${clock.today.replaceAll("-", "")}${String(next).padStart(4, "0")}`
}

function toSurrender(row: SurrenderRow): Surrender {
  return {
    surrenderNo: row.surrender_no,
    policyNo: row.policy_no,
    part: row.part,
    customer: row.customer,
    account: row.account,
    refund: row.refund,
    state: row.state,
    noticeAt: row.notice_at,
    autoDebitEnded: row.auto_debit_ended === 1,
    paidOn: row.paid_on,
  }
}
