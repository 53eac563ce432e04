import type { Hono } from "hono"
import { html } from "hono/html"
import { claimsToPlay } from "../claims/claim.ts"
import { clockAt } from "../core/clock.ts"
import { allSurrenders } from "../policies/surrender.ts"
import { allRefunds } from "../premiums/double-payment.ts"
import { allOrders, orderOf } from "../premiums/payment-order.ts"
import { allReinstatements } from "../premiums/reinstatement.ts"
import { clockOf, type Serving } from "../serving/serve.ts"
import { cashier } from "./cashier.ts"
import { claimSection } from "./claim-section.ts"
import { codeSection, sentCodes } from "./code-section.ts"
import { disclosureSection } from "./disclosure-section.ts"
import { faultSection } from "./fault-section.ts"
import { page } from "./page.ts"
import { paymentSection } from "./payment-section.ts"
import { payoutSection } from "./payout-section.ts"
import { peopleSection } from "./people-section.ts"
import { premiumPolicies, premiumSection } from "./premium-section.ts"
import { whoCanBeTried } from "./who.ts"
import { wordsIn } from "./words.ts"

/** Adds the pages for people: codes, payouts, claims, who can be tried, which faults are on; and the App's face check. */
export function addPages(app: Hono, { db, faults, now }: Serving): void {
  app.get("/", (c) => {
    const words = wordsIn(c.req.query("lang") ?? c.req.header("accept-language") ?? "zh")
    const clock = clockOf(c, now) ?? clockAt(now())
    return c.html(
      page(words, "/", [
        codeSection(words, sentCodes(db, clock)),
        payoutSection(words, allSurrenders(db)),
        paymentSection(words, {
          payments: allOrders(db, clock).filter(
            ({ state, createdOn }) => state === "processing" || createdOn === clock.today,
          ),
          reinstatements: allReinstatements(db, clock),
          refunds: allRefunds(db),
        }),
        premiumSection(words, premiumPolicies(db, clock)),
        claimSection(words, claimsToPlay(db, clock)),
        disclosureSection(words, db, clock),
        peopleSection(words, whoCanBeTried(db, clock)),
        faultSection(words, faults, c.req.query("switched")),
      ]),
    )
  })
  app.get("/cashier/:paymentNo", (c) => {
    const words = wordsIn(c.req.query("lang") ?? c.req.header("accept-language") ?? "zh")
    const order = orderOf(db, "payment_no", c.req.param("paymentNo"), clockOf(c, now) ?? clockAt(now()))
    if (order === null) return c.json({ error: "NOT_FOUND" }, 404)
    return c.html(page(words, `/cashier/${order.paymentNo}`, [cashier(words, order)]))
  })
  app.get("/faces/:faceRef", (c) => {
    const words = wordsIn(c.req.query("lang") ?? c.req.header("accept-language") ?? "zh")
    const ref = c.req.param("faceRef")
    const check = db
      .prepare<[string], { recognised: number }>("SELECT recognised FROM face_check WHERE ref = ?")
      .get(ref)
    if (check === undefined) return c.json({ error: "NOT_FOUND" }, 404)
    const isRecognised = check.recognised === 1
    return c.html(
      page(words, `/faces/${ref}`, [
        html`<section>
          <h2>${words.face} <small class="quiet">${ref}</small></h2>
          <p class="note">${isRecognised ? words.faceWillPass : words.faceWillFail}</p>
          <div class="list"><div class="row big">
            <form method="post" action="/play/faces/${ref}/pass?lang=${words.lang}"><button aria-pressed="${String(isRecognised)}">${words.recognised}</button></form>
            <form method="post" action="/play/faces/${ref}/fail?lang=${words.lang}"><button aria-pressed="${String(!isRecognised)}">${words.notRecognised}</button></form>
          </div></div>
        </section>`,
      ]),
    )
  })
}
