import { describe, expect, it } from "vitest"
import { flow, flowSet, questionnaire, talk, wording } from "../talk.ts"

const fields = `
slots: { note: { type: text, title: 说明, ask: 说明？, when: "data.health.smoking == 'yes'" } }
data: { health: health, earlier: core.draft }
start: earlier
states:
  earlier: { type: service, service: core.draft, save: earlier, to: { done: health, failed: health } }
  health:
    type: checkpoint
    kind: questionnaire
    questionnaire: health
    save: health
    prior: data.earlier
    to: { accepted: note, declined: kept }
  note: { type: collect, slots: [note], to: declare }
  declare:
    type: checkpoint
    kind: declaration
    wording: declare
    evidence: explicit
    readBack: [health, note]
    to: { accepted: done, declined: kept }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const services = `
core.draft:
  request: { method: GET, path: /draft }
  input: { type: object, properties: {} }
  output: { type: object, properties: { version: { type: string }, answers: { type: object } } }
  effect: read
`
const release = flowSet({
  "services.yaml": services,
  ...flow("sample", fields),
  ...wording("declare", [{ version: "1", text: "以上属实。" }]),
  ...questionnaire("health", [
    { id: "height", ask: "您多高？", title: "身高", type: "height" },
    { id: "smoking", ask: "您吸烟吗？", title: "吸烟", followUps: ["years"] },
    { id: "years", ask: "吸了多少年？", title: "烟龄", type: "integer" },
  ]),
})
const open = (earlier: { version?: string; answers?: Record<string, string | number> } = {}) => {
  const customer = talk(release, { flow: "sample" })
  customer.returns("core.draft", earlier)
  return customer
}
const keys = (customer: ReturnType<typeof open>) => customer.waiting().options?.map(({ key }) => key)

describe("questions that ask for a value", () => {
  it("[C17] take a value or not sure, and offer nothing else", () => {
    const customer = open()
    expect(keys(customer)).toEqual([
      ...["height:unsure", "smoking:yes", "smoking:no", "smoking:unsure"],
      ...["accept", "decline"],
    ])
    customer.choose("height:172")
    customer.choose("smoking:no")
    expect(customer.at()).toBe("sample/declare")
    expect(customer.evidence()[0]?.answers).toEqual({ height: 172, smoking: "no" })
  })

  it.each(["height:yes", "height:no", "height:tall", "height:"])("[C17] %s is no answer to one", (choice) => {
    const customer = open()
    customer.choose(choice)
    customer.choose("smoking:no")
    expect(customer.at()).toBe("sample/health")
    expect(customer.data()).toMatchObject({ health: { smoking: "no" } })
  })

  it("[C17] no to all leaves them open", () => {
    const customer = open()
    customer.choose("accept")
    expect(customer.at()).toBe("sample/health")
    expect(customer.evidence()).toEqual([])
    customer.choose("height:172")
    expect(customer.evidence()[0]?.answers).toEqual({ height: 172, smoking: "no" })
  })

  it("[C17] the others are a no beside a yes only by saying so", () => {
    const customer = open()
    customer.say(
      "身高172，其余均为否",
      { command: "choose", option: "height:172" },
      { command: "choose", option: "rest:no" },
    )
    expect(customer.evidence()[0]?.answers).toEqual({ height: 172, smoking: "no" })
  })
})

describe("questions that follow up a yes", () => {
  it("[C18] are put before there is evidence, with the answers that were given", () => {
    const customer = open()
    customer.choose("height:172")
    customer.choose("smoking:yes")
    expect(customer.at()).toBe("sample/health")
    expect(customer.evidence()).toEqual([])
    expect(customer.said()[0]).toContain("3. 吸了多少年？")
    customer.choose("years:12")
    expect(customer.evidence()[0]).toMatchObject({ answers: { height: 172, smoking: "yes", years: 12 } })
    expect(customer.evidence()[0]?.text).toContain("吸了多少年？")
  })

  it("[C18] do not count before they were shown, nor once the yes is a no", () => {
    const customer = open()
    customer.choose("years:12")
    customer.choose("height:172")
    customer.choose("smoking:yes")
    customer.choose("years:12")
    customer.tell("note", "常抽")
    customer.choose("change:health.smoking")
    customer.choose("smoking:no")
    expect(customer.evidence()[0]?.answers).toEqual({ height: 172, smoking: "no" })
  })
})

describe("answers of another time", () => {
  const answers = { height: 172, smoking: "yes", years: 12 }

  it("[C19] stand beneath their questions and count for nothing", () => {
    const customer = open({ version: "0", answers })
    const shown = customer
      .last()
      .flatMap((entry) => (entry.kind === "bot.said" ? [entry.personal.content] : []))
    expect(shown[0]).toMatchObject({
      questions: [
        { id: "height", before: "172厘米" },
        { id: "smoking", before: "是" },
      ],
    })
    expect(keys(customer)).not.toContain("before")
    customer.choose("height:172")
    expect(customer.at()).toBe("sample/health")
  })

  it("[C19] to the same version are kept by one press, and what they raise is asked", () => {
    const customer = open({ version: "1", answers: { height: 172, smoking: "no" } })
    expect(keys(customer)).toContain("before")
    customer.choose("before")
    expect(customer.at()).toBe("sample/declare")
    expect(customer.evidence()[0]?.answers).toEqual({ height: 172, smoking: "no" })
  })

  it("[C19] are no answers to questions that they do not fit", () => {
    const customer = open({ version: "1", answers: { height: "tall", smoking: "no" } })
    customer.choose("before")
    expect(customer.at()).toBe("sample/health")
  })
})

describe("answers that are read back", () => {
  const declared = () => {
    const customer = open()
    customer.choose("height:172")
    customer.choose("smoking:no")
    return customer
  }

  it("[C20] are rows of the card, one a question, each to be changed", () => {
    const customer = declared()
    expect(customer.said()[0]).toContain("身高 172厘米")
    expect(customer.said()[0]).toContain("吸烟 否")
    expect(keys(customer)).toEqual(["accept", "decline", "change:health.height", "change:health.smoking"])
  })

  it("[C20] one that is changed is asked alone, and what rests on it is asked then", () => {
    const customer = declared()
    customer.choose("change:health.smoking")
    expect(customer.at()).toBe("sample/health")
    expect(customer.data()).not.toHaveProperty("health")
    customer.choose("smoking:yes")
    customer.choose("years:3")
    expect(customer.at()).toBe("sample/note")
    customer.tell("note", "已戒")
    expect(customer.said()[0]).toContain("烟龄 3")
    expect(customer.evidence()).toHaveLength(1)
    expect(customer.evidence()[0]?.answers).toEqual({ height: 172, smoking: "yes", years: 3 })
  })

  it("[C20] another answer there voids what was declared on the first", () => {
    const customer = declared()
    customer.choose("change:health.height")
    customer.choose("height:180")
    expect(customer.at()).toBe("sample/declare")
    expect(customer.said()[0]).toContain("身高 180厘米")
  })
})
