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

  it("[C15] a declaration may be given elsewhere like a consent", () => {
    const declared = flowSet({
      "flowset.yaml": settings,
      ...flow("sample", fields.replace("kind: consent", "kind: declaration")),
      ...wording("health", [{ version: "1", text: "同意书" }]),
    })
    const customer = talk(declared, { flow: "sample" })
    customer.tell("subject", "C2")
    customer.event("consent.given", { person: "C2", version: "1" }, { subject: "C2" })
    expect(customer.of("checkpoint.accepted")[0]?.personal).toMatchObject({ evidence: { by: "C2" } })
  })
})

describe("the hash to which a signature is bound", () => {
  const signing = `
slots:
  weight: { type: integer, title: 体重, ask: 体重？ }
data: { declared: health }
start: ask
states:
  ask: { type: collect, slots: [weight], to: declare }
  declare: { type: checkpoint, kind: declaration, wording: health, evidence: explicit, readBack: [weight], save: declared, to: { accepted: seal, declined: done } }
  seal:
    type: service
    service: sample.seal
    input: { textHash: data.declared.textHash, boundHash: data.declared.boundHash }
    to: { done: done }
  done: { type: final, outcome: done }
`
  const operation = `
sample.seal:
  request: { method: POST, path: /seal }
  input: { type: object, properties: { textHash: { type: string }, boundHash: { type: string } } }
  output: { type: object, properties: {} }
  errors: {}
  effect: read
  timeout: PT5S
  retry: { times: 0, backoff: PT1S }
`
  const hashes = (weight: number) => {
    const release = flowSet({
      "flowset.yaml": settings,
      "services.yaml": operation,
      ...flow("sample", signing),
      ...wording("health", [{ version: "1", text: "声明" }]),
    })
    const customer = talk(release, { flow: "sample" })
    customer.tell("weight", weight)
    customer.choose("accept")
    return customer.of("service.called")[0]?.personal?.input
  }

  it("[C16] is another for another value that was read back, though the text is the same", () => {
    const [light, heavy] = [hashes(50), hashes(55)]
    expect(light).toMatchObject({ textHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(heavy).toMatchObject({ textHash: (light as { textHash: string }).textHash })
    expect((heavy as { boundHash: string }).boundHash).not.toBe((light as { boundHash: string }).boundHash)
    expect(hashes(50)).toEqual(light)
  })
})
