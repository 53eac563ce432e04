import { describe, expect, it } from "vitest"
import { flow, flowSet, questionnaire, talk, wording } from "../talk.ts"

const fields = `
slots:
  name: { type: text, title: 姓名, ask: 姓名？ }
  notes: { type: text, title: 说明, ask: 说明？, needs: health }
data: { health: health }
start: health
states:
  health:
    type: checkpoint
    kind: questionnaire
    questionnaire: health
    save: health
    to: { accepted: ask, declined: kept }
  ask: { type: collect, slots: [name, notes], to: which }
  which:
    type: decision
    cases: { doubt: { when: "data.health.smoking == 'unsure'" } }
    to: { doubt: doubted, else: done }
  doubted: { type: final, outcome: failedToHelp }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const questions = [
  { id: "smoking", ask: "您吸烟吗？" },
  { id: "hospital", ask: "您住过院吗？" },
]
const release = flowSet({ ...flow("sample", fields), ...questionnaire("health", questions) })
const open = () => talk(release, { flow: "sample" })

describe("questionnaires", () => {
  it("[C11] shows its questions whole, each with yes, no and not sure", () => {
    const customer = open()
    expect(customer.said()[0]).toContain("1. 您吸烟吗？\n2. 您住过院吗？")
    expect(customer.waiting()).toMatchObject({ kind: "checkpoint", id: "health" })
    expect(customer.waiting().options?.map(({ key }) => key)).toEqual([
      ...["smoking:yes", "smoking:no", "smoking:unsure"],
      ...["hospital:yes", "hospital:no", "hospital:unsure"],
      ...["accept", "decline"],
    ])
  })

  it("[C11] has evidence only when every question is answered", () => {
    const customer = open()
    customer.choose("smoking:yes")
    expect(customer.said()).toEqual([])
    expect(customer.evidence()).toEqual([])
    expect(customer.of("checkpoint.accepted")).toEqual([])
    customer.choose("hospital:no")
    expect(customer.evidence()[0]).toMatchObject({
      wording: "health",
      version: "1",
      answers: { smoking: "yes", hospital: "no" },
    })
    expect(customer.of("checkpoint.accepted")).toHaveLength(1)
    expect(customer.data()).toEqual({ health: { smoking: "yes", hospital: "no" } })
  })

  it("[C11] takes the last answer to a question", () => {
    const customer = open()
    customer.choose("smoking:yes")
    customer.choose("smoking:no")
    customer.choose("hospital:no")
    expect(customer.evidence()[0]?.answers).toEqual({ smoking: "no", hospital: "no" })
  })

  it("[C11] not sure stays not sure", () => {
    const customer = open()
    customer.choose("smoking:unsure")
    customer.choose("hospital:no")
    customer.tell("name", "张三")
    customer.tell("notes", "戒烟了")
    expect(customer.outcomes()).toContain("sample failedToHelp")
  })

  it.each([
    ["the button", (customer: ReturnType<typeof open>) => customer.choose("accept")],
    ["its words", (customer: ReturnType<typeof open>) => customer.say("以上均为否", { command: "affirm" })],
  ])("[C12] takes no to all by %s once the whole group was shown", (_, act) => {
    const customer = open()
    act(customer)
    expect(customer.evidence()[0]?.answers).toEqual({ smoking: "no", hospital: "no" })
  })

  it("[C12] takes no to all neither before it was shown nor by soft words", () => {
    const customer = open()
    customer.choose("accept", 0)
    customer.sayAt(0, "以上均为否", { command: "affirm" })
    customer.say("好的", { command: "affirm" })
    customer.say("没有", { command: "deny" })
    expect(customer.at()).toBe("sample/health")
    expect(customer.evidence()).toEqual([])
    expect(customer.outcomes()).not.toContain("sample kept")
  })

  it.each(["yes", "unsure"])("[C12] never turns a %s into a no", (answer) => {
    const customer = open()
    customer.choose(`smoking:${answer}`)
    customer.choose("accept")
    expect(customer.at()).toBe("sample/health")
    expect(customer.evidence()).toEqual([])
    customer.choose("hospital:no")
    expect(customer.evidence()[0]?.answers).toEqual({ smoking: answer, hospital: "no" })
  })

  it.each([
    ["the button", (customer: ReturnType<typeof open>) => customer.choose("decline")],
    ["its words", (customer: ReturnType<typeof open>) => customer.say("暂不同意", { command: "deny" })],
  ])("[C12] is declined by %s", (_, act) => {
    const customer = open()
    act(customer)
    expect(customer.outcomes()).toContain("sample kept")
  })

  it("[C12] keeps the answers over a digression", () => {
    const customer = open()
    customer.choose("smoking:yes")
    customer.say("哈哈", { command: "chitchat", topic: "joke" })
    customer.choose("hospital:no")
    expect(customer.evidence()[0]?.answers).toEqual({ smoking: "yes", hospital: "no" })
  })

  it("[C12] gives its answers again after a correction, without asking", () => {
    const customer = open()
    customer.choose("accept")
    customer.tell("name", "张三")
    customer.say("是李四", { command: "correct-slot", slot: "name", value: "李四" })
    expect(customer.at()).toBe("sample/ask")
    expect(customer.data()).toEqual({ health: { smoking: "no", hospital: "no" } })
    expect(customer.of("checkpoint.shown")).toHaveLength(1)
  })
})

const consent = `
slots:
  illness: { type: text, title: 病情, ask: 什么病？, needs: health-consent, sensitive: health }
  phone: { type: phone, title: 电话, ask: 电话？ }
start: consent
states:
  consent:
    type: checkpoint
    kind: consent
    wording: health-consent
    to: { accepted: facts, declined: kept }
  facts: { type: collect, slots: [illness, phone], to: done }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const consenting = flowSet({
  ...flow("sample", consent),
  ...wording("health-consent", [{ version: "1", text: "我们需要处理您的健康信息。" }]),
})

describe("consents", () => {
  it("[C13] is void from the moment it is withdrawn, and so is what was told under it", () => {
    const customer = talk(consenting, { flow: "sample" })
    customer.choose("accept")
    customer.tell("illness", "骨折")
    customer.say("撤回同意", { command: "withdraw-consent" })
    expect(customer.evidence()).toEqual([])
    expect(customer.slot("illness")).toBeUndefined()
    expect(customer.said()[0]).toBe("已经撤回。")
    expect(customer.at()).toBe("sample/consent")
    expect(customer.of("checkpoint.declined")[0]?.open).toMatchObject({ checkpoint: "health-consent" })
    customer.choose("decline")
    expect(customer.outcomes()).toContain("sample kept")
  })

  it("[C13] of a withdrawn scope is asked again, and given anew", () => {
    const customer = talk(consenting, { flow: "sample" })
    customer.choose("accept")
    customer.say("撤回同意", { command: "withdraw-consent" })
    customer.choose("accept")
    expect(customer.at()).toBe("sample/facts")
    expect(customer.evidence()).toHaveLength(1)
  })

  it("[C13] says so also when there is no consent to withdraw", () => {
    const customer = talk(consenting, { flow: "sample" })
    customer.say("撤回同意", { command: "withdraw-consent" })
    expect(customer.said()[0]).toBe("已经撤回。")
    expect(customer.at()).toBe("sample/consent")
  })
})

const consentFor = `
slots:
  policy: { type: text, title: 保单, ask: 哪份？ }
  illness: { type: text, title: 病情, ask: 什么病？, needs: health-consent }
start: which
states:
  which: { type: collect, slots: [policy], to: consent }
  consent:
    type: checkpoint
    kind: consent
    wording: health-consent
    binds: [slots.policy]
    to: { accepted: facts, declined: kept }
  facts: { type: collect, slots: [illness], to: done }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`

describe("a consent for one thing", () => {
  it("[S13] does not stand for another: what was told for that waits until it is given", () => {
    const release = flowSet({
      ...flow("sample", consentFor),
      ...wording("health-consent", [{ version: "1", text: "我们需要处理您的健康信息。" }]),
    })
    const customer = talk(release, { flow: "sample" })
    customer.tell("policy", "P1")
    customer.choose("accept")
    customer.say("是P2", { command: "correct-slot", slot: "policy", value: "P2" })
    expect(customer.at()).toBe("sample/consent")
    customer.tell("illness", "骨折")
    expect(customer.slot("illness")).toMatchObject({ status: "offered" })
    customer.choose("accept")
    expect(customer.waiting()).toMatchObject({ kind: "confirmation", id: "illness" })
  })
})
