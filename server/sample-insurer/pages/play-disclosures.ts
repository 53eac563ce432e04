import type { Hono } from "hono"
import { answerConsent } from "../disclosures/consent.ts"
import { actOnDisclosure, underwritingActs } from "../disclosures/underwriting.ts"
import { clockOf, type Serving } from "../serving/serve.ts"
import { orRefusal, pageOf } from "./play.ts"

/** Adds what insured and underwriters do about health disclosures, for the page and for tests. */
export function addPlayDisclosures(app: Hono, { db, now, changed }: Serving): void {
  app.post("/play/disclosures/:disclosureNo/:act", (c) => {
    const clock = clockOf(c, now)
    const act = underwritingActs.find((one) => one === c.req.param("act"))
    if (clock === null || act === undefined) return c.json({ error: "INVALID_INPUT" }, 400)
    return orRefusal(c, pageOf(c, "/", "#disclosures"), () => {
      const done = actOnDisclosure(db, c.req.param("disclosureNo"), act, clock)
      changed()
      return done
    })
  })
  app.post("/play/consents/:requestNo/:answer", (c) => {
    const clock = clockOf(c, now)
    const answer = (["given", "declined"] as const).find((one) => one === c.req.param("answer"))
    if (clock === null || answer === undefined) return c.json({ error: "INVALID_INPUT" }, 400)
    return orRefusal(c, pageOf(c, "/", "#disclosures"), () => {
      const done = answerConsent(db, c.req.param("requestNo"), answer, clock)
      changed()
      return done
    })
  })
}
