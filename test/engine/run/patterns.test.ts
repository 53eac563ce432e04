import { describe, expect, it } from "vitest"
import { flow, type Spoken, type Talk, talk, wording } from "../talk.ts"
import { runFlowSet } from "./flow-set.ts"

const release = runFlowSet({
  ...flow(
    "order",
    `
slots:
  kind: { type: choice, title: 种类, ask: 种类？, options: { a: { label: 甲 }, b: { label: 乙 } }, help: 用来算价 }
  count: { type: integer, title: 数量, ask: 几个？, reask: 请说数字, optional: true }
data: { quote: price.find }
start: consent
states:
  consent: { type: checkpoint, kind: consent, wording: privacy, to: { accepted: ask, declined: kept } }
  ask: { type: collect, slots: [kind, count], to: { filled: price, failed: failed } }
  price: { type: service, service: price.find, input: { kind: slots.kind }, save: quote, to: { done: done } }
  failed: { type: message, say: 不行, to: kept }
  kept: { type: final, outcome: kept }
  done: { type: final, outcome: done }
`,
  ),
  ...flow(
    "complaint",
    `
slots:
  what: { type: text, title: 事情, ask: 什么事？ }
start: ask
states:
  ask: { type: collect, slots: [what], to: { filled: done, failed: person } }
  person: { type: final, outcome: resolvedByPerson }
  done: { type: final, outcome: done }
`,
    "[done, failedToHelp, resolvedByPerson]",
  ),
  ...wording("privacy", [{ version: "1", text: "请同意使用您的信息。" }]),
  "knowledge/all.yaml": `
- id: price-question
  ask: { zh: [多少钱] }
  say: 看情况。
  offers: complaint
`,
})

/** Stands at the question for the kind. */
function atKind(): Talk {
  const customer = talk(release, { flow: "order" })
  customer.choose("accept")
  return customer
}

const misses = (customer: Talk, times: number) => {
  for (let count = 0; count < times; count += 1) customer.say("嗯哼", { command: "unknown", certain: false })
}

describe("silence", () => {
  const patient = runFlowSet(
    flow(
      "patient",
      `
slots:
  first: { type: text, title: 甲, ask: 甲？ }
  second: { type: text, title: 乙, ask: 乙？ }
start: one
states:
  one: { type: collect, slots: [first], on: { nudge: { silence: PT3M, say: 在吗 } }, to: two }
  two: { type: collect, slots: [second], to: done }
  done: { type: final, outcome: done }
`,
    ),
  )
  const later = "2026-03-02T10:30:00+08:00"

  it("[R22] follows the entry in scope once a question, and asks it again", () => {
    const customer = talk(patient, { flow: "patient" })
    customer.wait(later)
    expect(customer.of("timer.fired")).toHaveLength(1)
    expect(customer.said()).toEqual(["在吗", "甲？"])
  })

  it("[R22] rests after the customer asked to wait, until he speaks", () => {
    const customer = talk(patient, { flow: "patient" })
    customer.say("等一下", { command: "pause" })
    customer.wait(later)
    expect(customer.of("timer.fired")).toEqual([])
  })

  it("[R22] leaves a question alone for which no time is given", () => {
    const customer = talk(patient, { flow: "patient" })
    customer.tell("first", "x")
    customer.wait(later)
    expect(customer.of("timer.fired")).toEqual([])
  })
})

describe("patterns of repair", () => {
  it.each<[string, Spoken, readonly string[]]>([
    ["repeat", { command: "repeat" }, ["再说一遍", "种类？"]],
    ["pause", { command: "pause" }, ["好，等您", "种类？"]],
    ["chitchat", { command: "chitchat", topic: "weather" }, ["闲聊 weather", "种类？"]],
    ["out-of-scope", { command: "out-of-scope" }, ["这个我不懂", "种类？"]],
  ])("[R12] says its piece for %s, and the open question is asked again", (_name, command, said) => {
    const customer = atKind()
    customer.say("话", command)
    expect(customer.said()).toEqual(said)
  })

  it("[R12] keeps what another pattern asks when it only interrupts", () => {
    const customer = atKind()
    customer.say("算了", { command: "cancel" })
    customer.say("再说一遍", { command: "repeat" })
    expect(customer.said()).toEqual(["再说一遍", "不办order了？"])
  })

  it("[R12] lets a pattern that only asks give way to another topic", () => {
    const customer = atKind()
    customer.say("算了", { command: "cancel" })
    customer.tell("kind", "a")
    expect(customer.said()).toEqual(["几个？"])
    expect(customer.outcomes()).toContain("cancel dropped")
  })

  it("[R13] ends the flow as cancelled when that is confirmed", () => {
    const customer = atKind()
    customer.say("不办了", { command: "cancel" })
    expect(customer.said()).toEqual(["不办order了？"])
    customer.choose("confirmed")
    expect(customer.outcomes()).toContain("order cancelled")
    expect(customer.said()).toEqual(["order办完了 cancelled"])
  })

  it("[R13] goes on when it is not", () => {
    const customer = atKind()
    customer.say("不办了", { command: "cancel" })
    customer.choose("kept")
    expect(customer.said()).toEqual(["种类？"])
  })

  it("[R13] is a miss when nothing is open", () => {
    const customer = talk(release)
    customer.say("取消", { command: "cancel" })
    expect(customer.said()).toEqual(["没听懂 1 "])
  })

  it("[R14] leaves an optional slot empty when it is passed over", () => {
    const customer = atKind()
    customer.tell("kind", "a")
    customer.choose("skip")
    expect(customer.slot("count")?.status).toBe("refused")
    expect(customer.waiting().kind).toBe("service")
  })

  it("[R14] says once why a required slot is needed, also after a miss", () => {
    const customer = atKind()
    misses(customer, 1)
    customer.choose("again")
    customer.say("不想说", { command: "skip" })
    expect(customer.said()).toEqual(["需要种类：用来算价"])
    customer.choose("goOn")
    expect(customer.said()).toEqual(["种类？"])
  })

  it("[R14] takes a second word of passing over as declining, which without an exit is a wish to stop", () => {
    const customer = atKind()
    customer.say("不想说", { command: "skip" })
    customer.choose("goOn")
    customer.say("不想说", { command: "skip" })
    expect(customer.said()).toEqual(["不办order了？"])
  })

  it("[R14] declines from the pattern itself", () => {
    const customer = atKind()
    customer.say("不想说", { command: "skip" })
    customer.choose("declined")
    expect(customer.said()).toEqual(["不办order了？"])
  })

  it("[R15] counts misses of the talk, names the slot, and starts anew once something is understood", () => {
    const customer = atKind()
    misses(customer, 1)
    expect(customer.said()).toEqual(["没听懂 1 种类"])
    customer.choose("again")
    expect(customer.said()).toEqual(["种类？"])
    customer.tell("kind", "a")
    misses(customer, 1)
    expect(customer.said()).toEqual(["没听懂 1 数量"])
  })

  it("[R15] leaves the collect by failed after its attempts", () => {
    const customer = atKind()
    misses(customer, 1)
    customer.choose("again")
    misses(customer, 1)
    customer.choose("again")
    misses(customer, 1)
    expect(customer.said()[0]).toBe("不行")
    expect(customer.outcomes()).toContain("order kept")
  })

  it("[R19] ends a flow that knows the outcome when a person has settled it, else goes on", () => {
    const customer = atKind()
    customer.say("人工", { command: "human" })
    customer.choose("resolvedByPerson")
    expect(customer.said()).toEqual(["种类？"])
    customer.say("投诉", { command: "complain" })
    customer.say("人工", { command: "human" })
    customer.choose("resolvedByPerson")
    expect(customer.outcomes()).toContain("complaint resolvedByPerson")
  })

  it("[T3] answers a question before the flow begins that is named beside it", () => {
    const customer = talk(release)
    customer.say(
      "多少钱？我要投诉",
      { command: "ask-knowledge", topic: "price-question" },
      { command: "start-flow", flow: "complaint" },
    )
    expect(customer.said()).toEqual(["看情况。 办complaint？"])
    customer.choose("done")
    expect(customer.waiting().id).toBe("what")
  })

  it("[R16] answers from knowledge, then the open question again; an offer that is accepted starts its flow", () => {
    const customer = atKind()
    customer.say("多少钱", { command: "ask-knowledge", topic: "price-question" })
    expect(customer.said()).toEqual(["看情况。 办complaint？"])
    customer.choose("done")
    expect(customer.said()).toEqual(["种类？"])
    const idle = talk(release)
    idle.say("多少钱", { command: "ask-knowledge", topic: "price-question" })
    idle.choose("accepted")
    expect(idle.at()).toBe("complaint/ask")
  })

  it("[R16] fills what was told beside the question when the flow that is offered starts", () => {
    const idle = talk(release)
    idle.say(
      "多少钱, 太贵了",
      { command: "ask-knowledge", topic: "price-question" },
      { command: "set-slot", slot: "what", value: "太贵了", flow: "complaint" },
    )
    idle.choose("accepted")
    expect(idle.outcomes()).toContain("complaint done")
  })

  it("[R17] asks about a single doubtful reading by its name", () => {
    const customer = atKind()
    const only = { command: "start-flow", flow: "complaint", confidence: 0.5, certain: false } as const
    customer.say("那个", { command: "clarify", options: [only] })
    expect(customer.said()).toEqual(["哪一个：请问您是想「complaint」吗？"])
  })

  it("[R17] asks which of close readings is meant, and does the one that is chosen", () => {
    const customer = atKind()
    const close = { confidence: 0.5, certain: false } as const
    customer.say("乙那个", {
      command: "clarify",
      options: [
        { command: "set-slot", slot: "kind", value: "b", ...close },
        { command: "start-flow", flow: "complaint", ...close },
      ],
    })
    expect(customer.waiting().options?.map(({ label }) => label)).toEqual(["种类 乙", "complaint", "都不是"])
    customer.choose("option1")
    expect(customer.slot("kind")?.value).toBe("b")
  })

  it("[R17] tells a correction that was chosen, and does nothing for none of them", () => {
    const customer = atKind()
    customer.tell("kind", "a")
    const command = {
      command: "correct-slot",
      slot: "kind",
      value: "b",
      confidence: 0.6,
      certain: true,
    } as const
    const options = [command, { command: "human", confidence: 0.5, certain: false } as const]
    customer.say("乙", { command: "clarify", options })
    customer.choose("neither")
    expect(customer.said()).toEqual(["几个？"])
    customer.say("乙", { command: "clarify", options })
    customer.choose("option1")
    expect(customer.said()).toEqual(["更正 种类:甲>乙", "几个？"])
  })

  it("[R18] ends the conversation when the customer leaves, what talks is broken off, and asks for a score", () => {
    const customer = atKind()
    customer.say("再见", { command: "end" })
    expect(customer.said()).toEqual(["结束？order"])
    customer.choose("ended")
    expect(customer.said()).toEqual(["打几分？"])
    customer.tell("score", 5)
    expect(customer.conversation().status).toBe("ended")
    expect(customer.conversation().runs).toEqual({})
    expect(customer.outcomes()).toContain("order cancelled")
    expect(customer.waiting()).toEqual({ kind: "nothing", id: "ended" })
  })

  it("[R18] asks for the score once: who says goodbye to it has left", () => {
    const customer = atKind()
    customer.say("再见", { command: "end" })
    customer.choose("ended")
    customer.say("拜拜", { command: "end" })
    expect(customer.said()).toEqual([])
    expect(customer.conversation().status).toBe("ended")
  })

  it.each<[string, Spoken]>([
    ["a complaint", { command: "complain" }],
    ["a complaint asked for as a flow", { command: "start-flow", flow: "complaint" }],
    ["a crisis", { command: "crisis" }],
  ])("[R18] asks for no score after %s", (_name, command) => {
    const customer = talk(release)
    customer.say("话", command)
    customer.say("再见", { command: "end" })
    customer.choose("ended")
    expect(customer.said()).not.toContain("打几分？")
    expect(customer.conversation().status).toBe("ended")
  })

  it("[R19] starts a complaint at once, whatever is open", () => {
    const customer = atKind()
    customer.say("我要投诉", { command: "complain" })
    expect(customer.said()).toEqual(["什么事？"])
    customer.tell("what", "慢")
    expect(customer.said()).toEqual(["接着办order", "种类？"])
  })

  it.each<[string, Spoken, string]>([
    ["a person", { command: "human" }, "转人工"],
    ["a crisis", { command: "crisis", kind: "accident" }, "请马上求助 accident"],
  ])("[R19] goes to %s, and back to the question after it", (_name, command, said) => {
    const customer = atKind()
    customer.say("话", command)
    expect(customer.said()).toEqual([said])
    customer.choose("unavailable")
    expect(customer.said()).toEqual(["种类？"])
  })

  it("[R20] voids a consent, then asks for it again where it is needed", () => {
    const customer = atKind()
    customer.say("撤回同意", { command: "withdraw-consent" })
    expect(customer.said()).toEqual(["已撤回privacy", "privacy\n请同意使用您的信息。"])
    expect(customer.evidence()).toEqual([])
    customer.choose("decline")
    expect(customer.outcomes()).toContain("order kept")
  })

  it("[R21] says that something failed when the author leaves it to the default", () => {
    const customer = atKind()
    customer.tell("kind", "a")
    customer.choose("skip")
    customer.answer("price.find", { is: "failed", reason: "down" })
    expect(customer.said()[0]).toBe("暂时不行")
    expect(customer.outcomes()).toContain("order failedToHelp")
  })

  it("[R23] says that a flow is through only when nothing else is open", () => {
    const customer = atKind()
    customer.say("投诉", { command: "complain" })
    customer.tell("what", "慢")
    expect(customer.said()).not.toContain("complaint办完了 done")
    customer.tell("kind", "a")
    customer.choose("skip")
    customer.returns("price.find", {})
    expect(customer.said()).toEqual(["order办完了 done"])
    expect(customer.waiting()).toEqual({ kind: "nothing", id: "" })
  })

  it("[R21] says that something went wrong after a turn that failed, and asks again", () => {
    const customer = atKind()
    customer.take({ kind: "problem", code: "bug", now: customer.now() })
    expect(customer.said()).toEqual(["出错了", "种类？"])
  })
})
