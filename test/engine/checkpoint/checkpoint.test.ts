import { describe, expect, it } from "vitest"
import { flow, flowSet, talk, wording } from "../talk.ts"

const steps = `
slots:
  amount: { type: money, title: 金额, ask: 退多少？ }
  account: { type: text, title: 账户, ask: 退到哪里？, optional: true }
start: ask
states:
  ask: { type: collect, slots: [amount], to: loss }
  loss:
    type: checkpoint
    kind: disclosure
    wording: loss
    evidence: explicit
    binds: [slots.account]
    to: { accepted: confirm, declined: kept }
  confirm:
    type: checkpoint
    kind: declaration
    wording: declare
    readBack: [amount]
    to: { accepted: done, declined: kept }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const texts = {
  ...wording("loss", [
    { version: "1", text: "您会损失{slots.amount}。", to: "2026-03-02" },
    { version: "2", text: "新版：您会损失{slots.amount}。", from: "2026-03-03" },
  ]),
  ...wording("declare", [{ version: "1", text: "以上属实。" }]),
}
const release = flowSet({ ...flow("sample", steps), ...texts })

function atLoss(now?: string) {
  const customer = talk(release, { flow: "sample", ...(now === undefined ? {} : { now }) })
  customer.tell("amount", 9600)
  return customer
}

describe("checkpoints", () => {
  it.each([
    ["2026-03-02T10:00:00+08:00", "loss\n您会损失9,600.00元。"],
    ["2026-03-03T00:00:00+08:00", "loss\n新版：您会损失9,600.00元。"],
  ])("[C1] shows on %s the version in force", (now, text) => {
    expect(atLoss(now).said()).toEqual([text])
  })

  it("[C1] fails with a problem when no version is in force", () => {
    const customer = atLoss("2025-12-31T10:00:00+08:00")
    expect(customer.of("problem").map(({ open }) => open.code)).toContain("no-wording-in-force")
    expect(customer.outcomes()).toContain("sample failedToHelp")
  })

  it("[C2] accepts by the button, with the words on it as evidence", () => {
    const customer = atLoss()
    customer.choose("accept")
    expect(customer.at()).toBe("sample/confirm")
    expect(customer.evidence()[0]?.words).toBe("同意")
  })

  it.each(["同意", " 同意。", "我已知晓，并同意"])("[C2] accepts %j, a whole accept phrase", (text) => {
    const customer = atLoss()
    customer.say(text, { command: "affirm" })
    expect(customer.at()).toBe("sample/confirm")
    expect(customer.evidence()[0]?.words).toBe(text)
  })

  it.each(["好的", "嗯", "OK", "同意，但是能不能少扣点", ""])(
    "[C2] does not accept %j, whatever understanding is sure of",
    (text) => {
      const customer = atLoss()
      customer.say(text, { command: "affirm" })
      expect(customer.at()).toBe("sample/loss")
      expect(customer.evidence()).toEqual([])
    },
  )

  it("[C2] accepts a wording that only has to be read by any yes", () => {
    const read = steps.replace("evidence: explicit", "evidence: read")
    const customer = talk(flowSet({ ...flow("sample", read), ...texts }), { flow: "sample" })
    customer.tell("amount", 5)
    customer.say("好的", { command: "affirm", certain: false, confidence: 0.5 })
    expect(customer.at()).toBe("sample/confirm")
  })

  it("[C3] meets soft words once with the buttons, then as a miss", () => {
    const customer = atLoss()
    customer.say("好的", { command: "affirm", certain: false })
    expect(customer.said()).toHaveLength(2)
    expect(customer.said()[0]).toMatch(/^这一步需要您明确表示意见/)
    expect(customer.waiting().options?.map(({ key }) => key)).toEqual(["accept", "decline"])
    for (let again = 0; again < 3; again += 1) {
      customer.say("嗯", { command: "affirm", certain: false })
      expect(customer.said()[0]).toBe("没有听懂。")
    }
    expect(customer.at()).toBe("sample/loss")
    expect(customer.evidence()).toEqual([])
  })

  it.each([
    ["the button", true],
    ["a no in any words", false],
  ])("[C4] declines by %s, and keeps what was declined", (_, isButton) => {
    const customer = atLoss()
    if (isButton) customer.choose("decline")
    else customer.say("算了，不退了", { command: "deny", certain: false, confidence: 0.6 })
    expect(customer.outcomes()).toContain("sample kept")
    const [declined] = customer.of("checkpoint.declined")
    expect(declined?.open).toMatchObject({ checkpoint: "loss", version: "1", kindOf: "disclosure" })
    expect(declined?.open.textHash).toBe(customer.of("checkpoint.shown")[0]?.open.textHash)
    expect(customer.evidence()).toEqual([])
  })

  it("[C5] puts the read-back on the card, each row with a change, and binds it", () => {
    const customer = atLoss()
    customer.choose("accept")
    expect(customer.said()).toEqual(["declare\n以上属实。\n金额 9,600.00元"])
    expect(customer.waiting().options?.map(({ key }) => key)).toEqual(["accept", "decline", "change:amount"])
    customer.choose("change:amount")
    expect(customer.at()).toBe("sample/ask")
    customer.tell("amount", 100)
    expect(customer.at()).toBe("sample/loss")
    expect(customer.said().at(-1)).toContain("100.00元")
  })

  it("[C6] keeps as evidence the very text, its hash, words, time, place and release", () => {
    const customer = atLoss()
    customer.choose("accept")
    const [evidence] = customer.evidence()
    expect(evidence).toMatchObject({
      kind: "disclosure",
      wording: "loss",
      version: "1",
      text: "您会损失9,600.00元。",
      locale: "zh",
      channel: "web",
      at: "2026-03-02T10:00:00+08:00",
      state: "sample/loss",
      release: release.id,
      scope: "run",
    })
    expect(evidence?.textHash).toMatch(/^[0-9a-f]{64}$/)
    expect(evidence?.run).toBe(customer.conversation().stack[0])
    const [accepted] = customer.of("checkpoint.accepted")
    expect(accepted?.personal?.evidence).toEqual(evidence)
  })

  it("[C7] stands while version and inputs are as they were, and is not asked again", () => {
    const customer = atLoss()
    customer.choose("accept")
    customer.say("金额还是9600", { command: "correct-slot", slot: "amount", value: 9600 })
    expect(customer.at()).toBe("sample/confirm")
    customer.say("改成100", { command: "correct-slot", slot: "amount", value: 100 })
    expect(customer.at()).toBe("sample/loss")
    customer.say("还是9600", { command: "correct-slot", slot: "amount", value: 9600 })
    expect(customer.at()).toBe("sample/confirm")
  })

  it("[C7] falls when a bound value changes that the text does not show", () => {
    const customer = atLoss()
    customer.choose("accept")
    customer.tell("account", "建行")
    customer.say("改一下", { command: "correct-slot", slot: "amount", value: 1 })
    customer.say("改回来", { command: "correct-slot", slot: "amount", value: 9600 })
    expect(customer.at()).toBe("sample/loss")
  })

  it("[C7] falls when its time has passed", () => {
    const timed = flowSet({
      ...flow("sample", steps.replace("evidence: explicit", "validFor: PT24H")),
      ...texts,
    })
    const customer = talk(timed, { flow: "sample", now: "2026-03-04T10:00:00+08:00" })
    customer.tell("amount", 5)
    customer.choose("accept")
    expect(customer.evidence()[0]?.until).toBe("2026-03-05T10:00:00+08:00")
    customer.setNow("2026-03-05T10:00:00+08:00")
    customer.say("改成6", { command: "correct-slot", slot: "amount", value: 6 })
    customer.say("改成5", { command: "correct-slot", slot: "amount", value: 5 })
    expect(customer.at()).toBe("sample/loss")
  })

  it.each([
    ["run", true],
    ["conversation", false],
  ])("[C7] of scope %s is asked in the next run: %s", (scope, isAsked) => {
    const scoped = steps.replace("evidence: explicit", `scope: ${scope}`)
    const customer = talk(flowSet({ ...flow("sample", scoped), ...texts }), { flow: "sample" })
    customer.tell("amount", 5)
    customer.choose("accept")
    customer.choose("accept")
    customer.say("再退一份", { command: "start-flow", flow: "sample" })
    customer.tell("amount", 5)
    expect(customer.at()).toBe(isAsked ? "sample/loss" : "sample/confirm")
  })

  it("[C8] one message never passes two checkpoints", () => {
    const customer = atLoss()
    customer.say("同意", { command: "affirm" }, { command: "affirm" })
    expect(customer.at()).toBe("sample/confirm")
    expect(customer.evidence()).toHaveLength(1)
  })

  it("[C9] does not take an answer that was given before the text was on the screen", () => {
    const customer = atLoss()
    const before = customer.lastEntry() - 10
    customer.sayAt(before, "同意", { command: "affirm" })
    expect(customer.evidence()).toEqual([])
    expect(customer.said()).toEqual(["loss\n您会损失9,600.00元。"])
    customer.choose("accept", before)
    expect(customer.evidence()).toEqual([])
    expect(customer.conversation().misses).toBe(0)
  })

  it("[C9] takes an early click on the first card as no answer to the second", () => {
    const customer = atLoss()
    const screen = customer.lastEntry()
    customer.choose("accept", screen)
    customer.choose("accept", screen)
    expect(customer.at()).toBe("sample/confirm")
    expect(customer.evidence()).toHaveLength(1)
  })

  it("[C9] accepts the version that was shown, also when another has come into force since", () => {
    const customer = atLoss("2026-03-02T23:59:00+08:00")
    customer.setNow("2026-03-03T00:01:00+08:00")
    customer.choose("accept")
    expect(customer.evidence()[0]).toMatchObject({ version: "1", text: "您会损失9,600.00元。" })
    expect(customer.at()).toBe("sample/confirm")
  })

  it("[C9] shows the text again when its values changed under the customer's hand", () => {
    const first = `
slots:
  amount: { type: money, title: 金额 }
start: loss
states:
  loss:
    type: checkpoint
    kind: disclosure
    wording: loss
    readBack: [amount]
    to: { accepted: done, declined: kept }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
    const customer = talk(flowSet({ ...flow("sample", first), ...texts }), {
      flow: "sample",
      slots: { amount: 5 },
    })
    const screen = customer.lastEntry()
    customer.say("改成6，同意", { command: "set-slot", slot: "amount", value: 6 }, { command: "affirm" })
    expect(customer.evidence()).toEqual([])
    expect(customer.said().at(-1)).toContain("6.00元")
    customer.choose("accept", screen)
    expect(customer.evidence()).toEqual([])
    customer.choose("accept")
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[C9] asks the checkpoint again after a digression, which is no acceptance", () => {
    const customer = atLoss()
    customer.say("讲个笑话", { command: "chitchat", topic: "joke" })
    expect(customer.evidence()).toEqual([])
    expect(customer.at()).toBe("sample/loss")
    expect(customer.said()).toEqual(["loss\n您会损失9,600.00元。"])
  })
})

describe("a read-back of a sub-flow's slot", () => {
  const outer = `
data:
  payee: pay
start: payee
states:
  payee: { type: subflow, flow: pay, save: payee, to: { done: confirm, failedToHelp: kept, kept: kept } }
  confirm:
    type: checkpoint
    kind: declaration
    wording: declare
    readBack: [payee/account]
    to: { accepted: done, declined: kept }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
  const inner = `
gives: { account: text }
slots:
  account: { type: text, title: 收款账户, ask: 付到哪里？ }
start: ask
states:
  ask: { type: collect, slots: [account], to: done }
  done: { type: final, outcome: done, output: { account: slots.account } }
`
  const both = flowSet({ ...flow("sample", outer), ...flow("pay", inner), ...texts })

  function atConfirm() {
    const customer = talk(both, { flow: "sample" })
    customer.tell("account", "A8120")
    return customer
  }

  it("[C5] stands on the card with a change of its own", () => {
    const customer = atConfirm()
    expect(customer.said()).toEqual(["declare\n以上属实。\n收款账户 A8120"])
    customer.choose("change:payee/account")
    expect(customer.at()).toBe("pay/ask")
    customer.tell("account", "A6621")
    expect(customer.said().at(-1)).toContain("A6621")
  })

  it("[C5] is bound: the text is shown again when it changes under the customer's hand", () => {
    const customer = atConfirm()
    const screen = customer.lastEntry()
    customer.say("换成A6621", { command: "set-slot", slot: "account", value: "A6621" })
    customer.choose("accept", screen)
    expect(customer.evidence()).toEqual([])
    customer.choose("accept")
    expect(customer.outcomes()).toContain("sample done")
  })
})
