import { describe, expect, it } from "vitest"
import { flow, flowSet, questionnaire, talk } from "../talk.ts"

const card = (group: string) => `
    type: checkpoint
    kind: questionnaire
    questionnaire: { is: "slots.product == 'life' ? 'life' : 'medical'", of: [life, medical] }
    groups: [${group}]
    save: ${group}`
const fields = `
slots:
  product: { type: choice, title: 产品, ask: 哪个产品？, options: { life: { label: 寿险 }, medical: { label: 医疗 } } }
data: { habits: answers, work: answers }
start: which
states:
  which: { type: collect, slots: [product], to: habits }
  habits: ${card("habits")}
    to: { accepted: work, declined: kept }
  work: ${card("work")}
    to: { accepted: smokes, declined: kept }
  smokes:
    type: decision
    cases: { "yes": { when: "data.habits.smoking == 'yes'" } }
    to: { "yes": doubted, else: done }
  doubted: { type: final, outcome: failedToHelp }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const release = flowSet({
  ...flow("sample", fields),
  ...questionnaire("life", [
    { id: "smoking", ask: "您吸烟吗？", group: "habits" },
    { id: "mine", ask: "您在井下工作吗？", group: "work" },
  ]),
  ...questionnaire("medical", [{ id: "smoking", ask: "您抽烟吗？", group: "habits" }]),
})
const open = (product: string) => {
  const customer = talk(release, { flow: "sample" })
  customer.choose(product)
  return customer
}

describe("the questionnaire that a value chooses", () => {
  it("[C14] is shown by its groups, one checkpoint after the other", () => {
    const customer = open("life")
    expect(customer.said()[0]).toContain("1. 您吸烟吗？")
    expect(customer.said()[0]).not.toContain("井下")
    customer.choose("smoking:no")
    expect(customer.said()[0]).toContain("1. 您在井下工作吗？")
    customer.choose("accept")
    expect(customer.of("checkpoint.accepted").map(({ open }) => open.checkpoint)).toEqual(["life", "life"])
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[C14] passes a group of which the chosen one asks nothing", () => {
    const customer = open("medical")
    expect(customer.said()[0]).toContain("您抽烟吗？")
    customer.choose("smoking:yes")
    expect(customer.of("checkpoint.shown")).toHaveLength(1)
    expect(customer.outcomes()).toContain("sample failedToHelp")
  })

  it("[C14] is asked anew when the value chooses another", () => {
    const customer = open("life")
    customer.choose("accept")
    customer.say("是医疗", { command: "correct-slot", slot: "product", value: "medical" })
    expect(customer.at()).toBe("sample/habits")
    expect(customer.said().join()).toContain("您抽烟吗？")
  })
})
