import type { Hono } from "hono"
import {
  actOnPayment,
  actOnReinstatement,
  moveDueDay,
  type Notice,
  notices,
  paymentActs,
  payRefund,
  reinstatementActs,
  sendNotice,
} from "../premiums/acts.ts"
import { showRefund } from "../premiums/double-payment.ts"
import { showReinstatement } from "../premiums/reinstatement.ts"
import { clockOf, type Serving } from "../serving/serve.ts"
import { orRefusal, pageOf } from "./play.ts"

const DAYS = /^-?\d{1,4}$/

/** Adds what banks, underwriters and the insurer do about premiums, for the page and for tests. */
export function addPlayPremiums(app: Hono, { db, now, changed }: Serving): void {
  app.post("/play/payments/:paymentNo/:act", (c) => {
    const clock = clockOf(c, now)
    const act = paymentActs.find((one) => one === c.req.param("act"))
    if (clock === null || act === undefined) return c.json({ error: "INVALID_INPUT" }, 400)
    const paymentNo = c.req.param("paymentNo")
    const back =
      c.req.query("at") === "cashier"
        ? pageOf(c, `/cashier/${encodeURIComponent(paymentNo)}`)
        : pageOf(c, "/", "#payments")
    return orRefusal(c, back, () => {
      const { state, amount } = actOnPayment(db, paymentNo, act, clock)
      changed()
      return { paymentNo, state, amount: amount / 100 }
    })
  })
  app.post("/play/reinstatements/:reinstatementNo/:act", (c) => {
    const clock = clockOf(c, now)
    const act = reinstatementActs.find((one) => one === c.req.param("act"))
    if (clock === null || act === undefined) return c.json({ error: "INVALID_INPUT" }, 400)
    return orRefusal(c, pageOf(c, "/", "#payments"), () => {
      const done = actOnReinstatement(db, c.req.param("reinstatementNo"), act, clock)
      changed()
      return showReinstatement(done)
    })
  })
  app.post("/play/refunds/:refundNo/pay", (c) => {
    const clock = clockOf(c, now)
    if (clock === null) return c.json({ error: "INVALID_INPUT" }, 400)
    return orRefusal(c, pageOf(c, "/", "#payments"), () => {
      const done = payRefund(db, c.req.param("refundNo"), clock)
      changed()
      return showRefund(done)
    })
  })
  app.post("/play/premiums/:policyNo/notices/:notice", (c) => {
    const clock = clockOf(c, now)
    const notice = Object.keys(notices).find((one) => one === c.req.param("notice"))
    if (clock === null || notice === undefined) return c.json({ error: "INVALID_INPUT" }, 400)
    return orRefusal(c, pageOf(c, "/", "#premiums"), () => {
      sendNotice(db, c.req.param("policyNo"), notice as Notice, clock)
      changed()
      return { sent: notice }
    })
  })
  app.post("/play/premiums/:policyNo/due-in/:days", (c) => {
    const days = c.req.param("days")
    if (!DAYS.test(days)) return c.json({ error: "INVALID_INPUT" }, 400)
    return orRefusal(c, pageOf(c, "/", "#premiums"), () => {
      moveDueDay(db, c.req.param("policyNo"), Number(days))
      return { policyNo: c.req.param("policyNo"), dueIn: Number(days) }
    })
  })
}
