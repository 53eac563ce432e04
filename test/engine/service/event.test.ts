import { describe, expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

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
  claim.decided: { type: object, properties: { result: { type: string } } }
  claim.noted: { type: object, properties: { result: { type: string } } }
  premium.due: { type: object, properties: { policyNo: { type: string } } }
`
const services = `
claim.submit:
  request: { method: POST, path: /x }
  input: { type: object, properties: {} }
  output: { type: object, properties: { no: { type: string } } }
  effect: write
`
const claim = `
slots: { name: { type: text, title: 姓名, ask: 姓名？ } }
data: { claim: claim.submit, decision: claim.decided, note: claim.noted }
correlate: { no: data.claim.no }
start: submit
states:
  submit: { type: service, service: claim.submit, save: claim, to: { done: ask, failed: kept, unknown: kept } }
  ask: { type: collect, slots: [name], to: wait }
  wait:
    type: wait
    on:
      decided: { event: claim.decided, when: "event.result != 'draft'", save: decision }
      noted: { event: claim.noted, save: note, say: "进展：{data.note.result}。" }
    to: { decided: tell }
  tell: { type: message, say: "结论：{data.decision.result}。", to: done }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const reminder = `
takes: { policyNo: text }
triggers: { events: [premium.due] }
start: say
states:
  say: { type: message, say: "{data.policyNo}该交费了。", to: done }
  done: { type: final, outcome: done }
`
const chat = `
slots: { wish: { type: text, title: 愿望, ask: 想办什么？ } }
start: ask
states:
  ask: { type: collect, slots: [wish], to: done }
  done: { type: final, outcome: done }
`
const outer = `
start: within
states:
  within: { type: subflow, flow: claim, to: { done: done, kept: done, failedToHelp: done } }
  done: { type: final, outcome: done }
`
const release = flowSet({
  "flowset.yaml": settings,
  "services.yaml": services,
  ...flow("claim", claim),
  ...flow("outer", outer, "[done]"),
  ...flow("reminder", reminder, "[done]"),
  ...flow("chat", chat, "[done, failedToHelp]"),
})

function submitted(no = "S1") {
  const customer = talk(release, { flow: "claim" })
  customer.returns("claim.submit", { no })
  return customer
}
function parked() {
  const customer = submitted()
  customer.tell("name", "张三")
  return customer
}

describe("events", () => {
  it("[F40] find a run by the keys that it gives as they appear", () => {
    const customer = submitted()
    expect(customer.effects.find(({ effect }) => effect === "correlate")).toMatchObject({
      correlation: { no: "S1" },
    })
    customer.tell("name", "张三")
    expect(customer.waiting()).toEqual({ kind: "event", id: "claim.decided" })
    customer.event("claim.decided", { result: "paid" }, { no: "S2" })
    expect(customer.said()).toEqual([])
    customer.event("claim.decided", { result: "paid" }, { no: "S1" })
    expect(customer.said()).toEqual(["结论：paid。"])
    expect(customer.outcomes()).toContain("claim done")
  })

  it("[F40] find a run by the keys of its sub-flow", () => {
    const customer = talk(release, { flow: "outer" })
    customer.returns("claim.submit", { no: "S1" })
    customer.tell("name", "张三")
    customer.event("claim.decided", { result: "paid" }, { no: "S1" })
    expect(customer.said()).toEqual(["结论：paid。"])
    expect(customer.outcomes()).toContain("outer done")
  })

  it("[F40] are for no run when they name no key, or one that it has not", () => {
    const customer = parked()
    customer.event("claim.decided", { result: "paid" }, {})
    customer.event("claim.decided", { result: "paid" }, { no: "S1", other: "x" })
    expect(customer.said()).toEqual([])
  })

  it("[F41] are kept until a state accepts them", () => {
    const customer = submitted()
    customer.event("claim.decided", { result: "paid" }, { no: "S1" })
    expect(customer.of("event.received")[0]?.open).toEqual({ event: "claim.decided", taken: false })
    customer.tell("name", "张三")
    expect(customer.said()).toEqual(["结论：paid。"])
  })

  it("[F41] are kept while their condition does not hold", () => {
    const customer = parked()
    customer.event("claim.decided", { result: "draft" }, { no: "S1" })
    expect(customer.at()).toBe("")
    expect(customer.said()).toEqual([])
  })

  it("[F41] come back on top with the run that they move, over what is open", () => {
    const customer = parked()
    customer.say("还有一件事", { command: "start-flow", flow: "chat" })
    customer.event("claim.decided", { result: "paid" }, { no: "S1" })
    expect(customer.said()[0]).toBe("结论：paid。")
    expect(customer.said().at(-1)).toBe("想办什么？")
  })

  it("[F42] without a target are said, with their payload kept, and the run stays", () => {
    const customer = parked()
    customer.event("claim.noted", { result: "审核中" }, { no: "S1" })
    expect(customer.said()).toEqual(["进展：审核中。"])
    expect(customer.waiting().kind).toBe("event")
  })

  it("[F42] may start a flow with what they bring", () => {
    const customer = talk(release)
    customer.event("premium.due", { policyNo: "P1", other: 5 })
    expect(customer.said()).toEqual(["P1该交费了。"])
    expect(customer.outcomes()).toContain("reminder done")
  })

  it("[F40] start a flow for the customer whom the conversation knows, and for nobody else", () => {
    const customer = talk(release, { customer: { id: "C1", level: 2 } })
    customer.event("premium.due", { policyNo: "P1" }, { customer: "C2" })
    expect(customer.said()).toEqual([])
    customer.event("premium.due", { policyNo: "P1" }, { customer: "C1" })
    expect(customer.said()).toEqual(["P1该交费了。"])
  })

  it("[F40] find a run of the customer by both keys", () => {
    const customer = talk(release, { flow: "claim", customer: { id: "C1", level: 2 } })
    customer.returns("claim.submit", { no: "S1" })
    customer.tell("name", "张三")
    customer.event("claim.decided", { result: "paid" }, { no: "S1", customer: "C2" })
    expect(customer.said()).toEqual([])
    customer.event("claim.decided", { result: "paid" }, { no: "S1", customer: "C1" })
    expect(customer.said()).toEqual(["结论：paid。"])
  })

  it("[F42] that start a flow wait while a service works", () => {
    const customer = talk(release, { flow: "claim" })
    customer.event("premium.due", { policyNo: "P1" })
    expect(customer.said()).toEqual([])
    expect(customer.conversation().inbox.map(({ kind }) => kind)).toEqual(["event"])
  })
})
