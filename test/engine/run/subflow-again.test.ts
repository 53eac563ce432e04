import { expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

const release = flowSet({
  ...flow(
    "sample",
    `
slots:
  again: { type: text, title: 再来, ask: 还要吗？ }
start: one
states:
  one: { type: subflow, flow: inner, to: { told: more, failed: end } }
  more: { type: collect, slots: [again], to: which }
  which:
    type: decision
    cases: { again: { when: "slots.again == '要'" } }
    to: { again: { to: one, clear: [again] }, else: end }
  end: { type: final, outcome: done }
`,
  ),
  ...flow(
    "inner",
    `
slots:
  what: { type: text, title: 事情, ask: 什么事？ }
start: ask
states:
  ask: { type: collect, slots: [what], attempts: 2, to: { filled: told, failed: failed } }
  told: { type: final, outcome: told }
  failed: { type: final, outcome: failed }
`,
    "[told, failed]",
  ),
})

it("[T9] a sub-flow that is come back to starts anew, without its choices and misses", () => {
  const customer = talk(release, { flow: "sample" })
  customer.say("嗯嗯嗯", { command: "unknown" })
  customer.tell("what", "一")
  customer.tell("again", "要")
  expect(customer.slot("what", "one")).toBeUndefined()
  customer.say("嗯嗯嗯", { command: "unknown" })
  customer.tell("what", "二")
  expect(customer.slot("what", "one")?.value).toBe("二")
})

it("[T9] a sub-flow that a correction walks through keeps what was told in it", () => {
  const customer = talk(release, { flow: "sample" })
  customer.tell("what", "一")
  customer.say("改成二", { command: "correct-slot", slot: "what", value: "二" })
  expect(customer.slot("what", "one")?.value).toBe("二")
  expect(customer.at()).toBe("sample/more")
})
