import { describe, expect, it } from "vitest"
import type { Json } from "../../../engine/index.ts"
import { flow, flowSet, talk } from "../talk.ts"

const services = `
id.check:
  request: { method: POST, path: /check }
  input: { type: object, properties: { code: { type: string } } }
  output: { type: object, properties: { proof: { type: object, properties: { id: { type: string }, level: { type: integer } } } } }
  effect: read
`
const fields = `
slots:
  code: { type: text, title: 验证码, ask: 验证码是多少？ }
data: { checked: id.check }
start: known
states:
  known:
    type: decision
    cases: { enough: { when: customer.level >= 2 } }
    to: { enough: identity, else: ask }
  ask: { type: collect, slots: [code], to: check }
  check:
    type: service
    service: id.check
    input: { code: slots.code }
    save: checked
    to: identity
  identity:
    type: checkpoint
    kind: identity
    level: 2
    proof: data.checked.proof
    validFor: PT10M
    to: { accepted: wait, failed: kept }
  wait: { type: collect, slots: [code2], to: done }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`.replace(
  "ask: 验证码是多少？ }",
  "ask: 验证码是多少？ }\n  code2: { type: text, title: 其他, ask: 还有什么？ }",
)
const release = flowSet({ ...flow("sample", fields), "services.yaml": services })

function checked(proof: Json) {
  const customer = talk(release, { flow: "sample" })
  customer.tell("code", "123456")
  customer.returns("id.check", { proof })
  return customer
}

describe("identity checkpoints", () => {
  it("[C10] is accepted in silence by a proof of its level, and the customer is known from then", () => {
    const customer = checked({ id: "C1", level: 2 })
    expect(customer.at()).toBe("sample/wait")
    expect(customer.conversation().customer).toEqual({
      id: "C1",
      level: 2,
      until: "2026-03-02T10:10:00+08:00",
    })
    expect(customer.evidence()[0]).toMatchObject({ kind: "identity", level: 2, wording: "C1" })
    expect(customer.of("checkpoint.shown")).toEqual([])
  })

  it.each([
    ["a lower level", { id: "C1", level: 1 }],
    ["no proof", null],
    ["a proof without an id", { level: 3 }],
    ["a level that is no number", { id: "C1", level: "3" }],
  ])("[C10] fails for %s", (_, proof) => {
    const customer = checked(proof)
    expect(customer.outcomes()).toContain("sample kept")
    expect(customer.conversation().customer).toEqual({ id: null, level: 0 })
    expect(customer.evidence()).toEqual([])
  })

  it("[C10] asks nothing of whom a signed-in channel brings", () => {
    const customer = talk(release, { flow: "sample", customer: { id: "C7", level: 2 } })
    expect(customer.at()).toBe("sample/wait")
    expect(customer.calls).toEqual([])
    expect(customer.evidence()[0]).toMatchObject({ wording: "C7", level: 2 })
  })

  it("[C10] who is known is known no longer than his proof, and can prove himself anew", () => {
    const customer = checked({ id: "C1", level: 2 })
    customer.setNow("2026-03-02T10:10:00+08:00")
    customer.tell("code2", "好")
    customer.say("再办一次", { command: "start-flow", flow: "sample" })
    expect(customer.at()).toBe("sample/ask")
    customer.tell("code", "654321")
    customer.returns("id.check", { proof: { id: "C1", level: 2 } })
    expect(customer.at()).toBe("sample/wait")
    expect(customer.conversation().customer.until).toBe("2026-03-02T10:20:00+08:00")
  })

  it("[C10] passing a second time on the same proof gives it no new term", () => {
    const customer = checked({ id: "C1", level: 2 })
    customer.setNow("2026-03-02T10:08:00+08:00")
    customer.tell("code2", "好")
    customer.say("再办一次", { command: "start-flow", flow: "sample" })
    expect(customer.at()).toBe("sample/wait")
    const [evidence] = customer.evidence()
    expect(evidence?.until).toBe("2026-03-02T10:10:00+08:00")
  })
})

const slots = `
slots:
  first: { type: text, title: 先, ask: 先说什么？ }
  code: { type: text, title: 验证码, ask: 验证码是多少？ }
  other: { type: text, title: 其他, ask: 还有什么？ }
`
const lapsing = `${slots}
data: { checked: id.check }
start: first
states:
  first: { type: collect, slots: [first], to: ask }
  ask: { type: collect, slots: [code], to: check }
  check: { type: service, service: id.check, input: { code: slots.code }, save: checked, to: identity }
  identity:
    type: checkpoint
    kind: identity
    level: 2
    proof: data.checked.proof
    validFor: PT10M
    to: { accepted: wait, failed: { to: ask, clear: [code] } }
  wait: { type: collect, slots: [other], to: done }
  done: { type: final, outcome: done }
`
/** The proof is given, and the checkpoint reached only after something else was asked. */
const asksBetween = lapsing
  .replace("start: first", "start: ask")
  .replace("save: checked, to: identity", "save: checked, to: first")
  .replace("slots: [first], to: ask", "slots: [first], to: identity")
  .replace("failed: { to: ask, clear: [code] }", "failed: kept")
  .concat("  kept: { type: final, outcome: kept }\n")
/** The proof comes by an event that moves nothing, and the checkpoint is come back to. */
const toldByEvent = `${slots}
data: { proven: id.proven }
correlate: { customerNo: "'9'" }
on: { proven: { event: id.proven, save: proven, say: 好的 } }
start: first
states:
  first: { type: collect, slots: [first], to: identity }
  identity:
    type: checkpoint
    kind: identity
    level: 2
    proof: "has(data.proven) ? data.proven.proof : null"
    validFor: PT10M
    to: { accepted: wait, failed: kept }
  wait: { type: collect, slots: [other], to: { filled: { to: identity, clear: [other] } } }
  kept: { type: final, outcome: kept }
`
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
  id.proven: { type: object, properties: { proof: { type: object, properties: { id: { type: string }, level: { type: integer } } } } }
`
const proven = (text: string) => {
  const customer = talk(flowSet({ ...flow("sample", text), "services.yaml": services }), { flow: "sample" })
  if (text === lapsing) customer.tell("first", "好")
  customer.tell("code", "123456")
  customer.returns("id.check", { proof: { id: "C1", level: 2 } })
  return customer
}

describe("a proof that has lapsed", () => {
  it("[C21] is not accepted by a checkpoint that a correction walks again, and is proven anew", () => {
    const customer = proven(lapsing)
    customer.setNow("2026-03-02T10:10:00+08:00")
    customer.say("改成早", { command: "correct-slot", slot: "first", value: "早" })
    expect(customer.at()).toBe("sample/ask")
    expect(customer.evidence()).toHaveLength(1)
    customer.tell("code", "654321")
    customer.returns("id.check", { proof: { id: "C1", level: 2 } })
    expect(customer.at()).toBe("sample/wait")
    expect(customer.conversation().customer).toMatchObject({ id: "C1", until: "2026-03-02T10:20:00+08:00" })
  })

  it("[C21] within its time a correction passes by it, with no new term", () => {
    const customer = proven(lapsing)
    customer.setNow("2026-03-02T10:09:59+08:00")
    customer.say("改成早", { command: "correct-slot", slot: "first", value: "早" })
    expect(customer.at()).toBe("sample/wait")
    expect(customer.calls).toHaveLength(1)
    expect(customer.conversation().customer.until).toBe("2026-03-02T10:10:00+08:00")
  })

  it("[C21] counts from when it was given, not from when the checkpoint is first reached", () => {
    const reach = (now: string) => {
      const customer = proven(asksBetween)
      customer.setNow(now)
      customer.tell("first", "好")
      return customer
    }
    expect(reach("2026-03-02T10:09:00+08:00").conversation().customer.until).toBe("2026-03-02T10:10:00+08:00")
    expect(reach("2026-03-02T10:10:00+08:00").outcomes()).toContain("sample kept")
  })

  it("[C21] that came without a state that remembers when lapses where it was accepted", () => {
    const given = flowSet({
      "flowset.yaml": settings,
      ...flow("sample", toldByEvent),
    })
    const customer = talk(given, { flow: "sample" })
    customer.event("id.proven", { proof: { id: "C1", level: 2 } }, { customerNo: "9" })
    customer.tell("first", "好")
    expect(customer.conversation().customer).toMatchObject({ id: "C1", level: 2 })
    customer.setNow("2026-03-02T10:10:00+08:00")
    customer.tell("other", "好")
    expect(customer.outcomes()).toContain("sample kept")
  })
})
