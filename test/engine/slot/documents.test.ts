import { describe, expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

const papers = (type = "documents") => `
slots:
  name: { type: text, title: 姓名, ask: 姓名？ }
  papers: { type: ${type}, title: 材料, ask: 请上传两份。, until: size(slots.papers) >= 2 }
start: upload
states:
  upload: { type: collect, slots: [papers], to: { filled: ask, declined: later } }
  ask: { type: collect, slots: [name], to: done }
  later: { type: wait, until: { after: P30D }, on: { ready: { says: { zh: [材料好了] } } }, to: { ready: upload, timeout: kept } }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const file = (id: string) => ({ id, name: `${id}.jpg`, mediaType: "image/jpeg", size: 9 })

function open() {
  return talk(flowSet(flow("sample", papers())), { flow: "sample" })
}

describe("documents with until", () => {
  it("[S21] are asked for again after every file until there are enough", () => {
    const customer = open()
    customer.upload(file("D1"))
    expect(customer.said()).toEqual(["已收到D1.jpg。", "请上传两份。"])
    customer.upload(file("D2"))
    expect(customer.said()).toEqual(["已收到D2.jpg。", "姓名？"])
    expect(customer.slot("papers")?.value).toEqual([file("D1"), file("D2")])
  })

  it("[S21] leave by declined when they are passed over, and keep what was given", () => {
    const customer = open()
    customer.upload(file("D1"))
    customer.choose("skip")
    expect(customer.waiting().kind).toBe("event")
    customer.say("材料好了", { command: "intent", intent: "ready" })
    customer.upload(file("D2"))
    expect(customer.slot("papers")?.value).toEqual([file("D1"), file("D2")])
    expect(customer.said().at(-1)).toBe("姓名？")
  })

  it("[S21] are not asked for again by a correction elsewhere", () => {
    const customer = open()
    customer.upload(file("D1"))
    customer.upload(file("D2"))
    customer.say("改名", { command: "correct-slot", slot: "name" })
    expect(customer.at()).toBe("sample/ask")
  })

  it("are the only slots that may have it", () => {
    expect(() => flowSet(flow("sample", papers("text")))).toThrow('The slot "papers" has `until`')
  })
})
