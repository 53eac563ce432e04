import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { toYuan } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { type Both, both, inBoth } from "../products/product.ts"
import { keepEvent } from "../serving/events.ts"
import { moveSurrender, type Surrender, type SurrenderState, surrenderOf } from "./surrender.ts"

/** What people and banks do with a surrender, and the page can do in their place. */
export type PayoutAct = "confirm" | "pay" | "reject-account" | "withdraw-confirm"

export const payoutActs: readonly PayoutAct[] = ["confirm", "pay", "reject-account", "withdraw-confirm"]

/** Why a bank sends a payment back. */
export const rejection: Both = both(
  "银行退回：账户状态异常",
  "Returned by the bank: the account cannot receive payments",
)

const OPEN: Readonly<Record<PayoutAct, readonly SurrenderState[]>> = {
  confirm: ["accepted"],
  pay: ["accepted", "confirmed"],
  "reject-account": ["accepted", "confirmed"],
  "withdraw-confirm": ["accepted", "accountRejected"],
}

/** Returns what can be done with a surrender in this state. */
export function actsOpenTo(state: SurrenderState): readonly PayoutAct[] {
  return payoutActs.filter((act) => OPEN[act].includes(state))
}

/**
 * Does it and keeps the event that tells of it. Returns the surrender after it. Refuses an unknown number with
 * NOT_FOUND, and what is too late with WRONG_STATE.
 */
export function actOnSurrender(
  db: InsurerDatabase,
  surrenderNo: string,
  act: PayoutAct,
  clock: Clock,
): Surrender {
  return db.transaction(() => {
    const surrender = surrenderOf(db, "surrender_no", surrenderNo)
    if (surrender === null) throw new Refusal("NOT_FOUND", 404)
    if (!OPEN[act].includes(surrender.state)) throw new Refusal("WRONG_STATE", 409)
    switch (act) {
      case "confirm":
        keep(db, surrender, clock, "surrender.confirmed", { confirmedAt: clock.now })
        return moveSurrender(db, surrender, { state: "confirmed" })
      case "pay":
        return pay(db, surrender, clock)
      case "reject-account":
        return rejectAccount(db, surrender, clock)
      case "withdraw-confirm":
        keep(db, surrender, clock, "surrender.withdrawn", { withdrawnAt: clock.now })
        return moveSurrender(db, surrender, { state: "withdrawn" })
    }
  })()
}

/** Sends the payment back and keeps `surrender.account-rejected`. */
export function rejectAccount(db: InsurerDatabase, surrender: Surrender, clock: Clock): Surrender {
  keep(db, surrender, clock, "surrender.account-rejected", {
    accountLast4: surrender.account.slice(1),
    ...inBoth("reason", rejection),
  })
  return moveSurrender(db, surrender, { state: "accountRejected" })
}

function pay(db: InsurerDatabase, surrender: Surrender, clock: Clock): Surrender {
  keep(db, surrender, clock, "surrender.paid", {
    paidOn: clock.today,
    amount: toYuan(surrender.refund),
    accountLast4: surrender.account.slice(1),
  })
  return moveSurrender(db, surrender, { state: "paid", paidOn: clock.today })
}

function keep(
  db: InsurerDatabase,
  { surrenderNo }: Surrender,
  clock: Clock,
  event: string,
  payload: Readonly<Record<string, string | number>>,
): void {
  keepEvent(db, clock, { event, correlation: { surrenderNo }, payload: { surrenderNo, ...payload } })
}
