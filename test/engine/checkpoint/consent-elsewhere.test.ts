import { describe, expect, it } from "vitest"
import { flow, flowSet, talk, wording } from "../talk.ts"

const settings = `
format: 1
name: 示例
locales: [zh]
currency: CNY
timeZone: Asia/Shanghai
calendar: { workdays: [1, 2, 3, 4, 5], hours: ["09:00-18:00"] }
parameters: {}
queues: { general: { title: 人工, sla: PT60S } }
defaults:
  to: { failed: ended, timeout: ended, unavailable: ended }
  states: { ended: { type: final, outcome: failedToHelp } }
events:
  consent.given:
    type: object
    properties: { person: { type: string }, version: { type: string } }
`
const fields = `
slots:
  subject: { type: text, title: 被保险人, ask: 谁？ }
data: { given: consent.given, agreed: health }
correlate: { subject: slots.subject }
start: who
states:
  who: { type: collect, slots: [subject], to: asked }
  asked:
    type: wait
    on: { given: { event: consent.given, save: given } }
    to: { given: consent }
  consent:
    type: checkpoint
    kind: consent
    wording: health
    proof: "has(data.given) ? data.given : null"
    save: agreed
    to: { accepted: which, failed: kept }
  which:
    type: decision
    cases: { first: { when: "data.agreed.version == '1' && size(data.agreed.textHash) == 64" } }
    to: { first: done, else: failed }
  done: { type: final, outcome: done }
  failed: { type: final, outcome: failedToHelp }
  kept: { type: final, outcome: kept }
`
const release = flowSet({
  "flowset.yaml": settings,
  ...flow("sample", fields),
  ...wording("health", [{ version: "1", text: "同意书" }]),
})
const asked = () => {
  const customer = talk(release, { flow: "sample" })
  customer.tell("subject", "C2")
  return customer
}

describe("a consent that somebody gives elsewhere", () => {
  it("[C15] is accepted in silence, and says by whom", () => {
    const customer = asked()
    customer.event("consent.given", { person: "C2", version: "1" }, { subject: "C2" })
    expect(customer.outcomes()).toContain("sample done")
    expect(customer.of("checkpoint.shown")).toEqual([])
    const accepted = customer.of("checkpoint.accepted")[0]
    expect(accepted?.open).toMatchObject({ checkpoint: "health", version: "1" })
    expect(accepted?.personal).toMatchObject({ words: "", evidence: { by: "C2", text: "同意书" } })
  })

  it("[C15] fails for another version than the one in force", () => {
    const customer = asked()
    customer.event("consent.given", { person: "C2", version: "0" }, { subject: "C2" })
    expect(customer.outcomes()).toContain("sample kept")
    expect(customer.of("checkpoint.accepted")).toEqual([])
  })

  it("[C16] an accepted text is kept under `save`, with its version and hash", () => {
    const customer = asked()
    customer.event("consent.given", { person: "C2", version: "1" }, { subject: "C2" })
    expect(customer.outcomes()).not.toContain("sample failedToHelp")
  })
})
