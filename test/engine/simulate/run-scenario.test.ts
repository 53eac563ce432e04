import { describe, expect, it } from "vitest"
import {
  createUnderstanding,
  runScenario,
  type ScenarioPorts,
  type ServiceCall,
  scenarioSchema,
} from "../../../engine/index.ts"
import { orderRelease } from "./order-flow.ts"

const release = orderRelease()
const ports: ScenarioPorts = {
  releases: { current: release, all: { [release.id]: release } },
  understanding: createUnderstanding(release),
}

function run(document: Record<string, unknown>, more: Partial<ScenarioPorts> = {}) {
  const scenario = scenarioSchema.parse({
    ...{ scenario: "下单", flow: "order", now: "2026-03-02T10:00:00+08:00", opens: "order" },
    ...document,
  })
  return runScenario(scenario, { ...ports, ...more })
}
const sent = { "order.send": { returns: { number: "N1" } } }

describe("a scenario", () => {
  it("passes when everything is as it says", async () => {
    const { failures } = await run({
      services: sent,
      turnsAtMost: 1,
      steps: [
        { at: "ask", bot: { includes: "要几个" }, waiting: "slot" },
        { customer: "3", slots: { amount: 3 } },
        { service: { of: "order.send", with: { amount: 3 }, times: 1 } },
        { bot: { includes: "已下单N1", excludes: "要几个" }, at: "order/pause", holder: "bot" },
        { restart: true },
        { wait: "PT23H", at: "pause" },
        { wait: "PT1H", ends: "done" },
      ],
    })
    expect(failures).toEqual([])
  })

  it.each([
    ["another state", { at: "sent" }, 'It does not stand at "sent". It stands at order/pause.'],
    [
      "what the bot did not say",
      { bot: { includes: "谢谢" } },
      'The bot did not say "谢谢". It said:\n已下单N1。',
    ],
    ["what the bot must not say", { bot: { excludes: "N1" } }, 'The bot said "N1". It said:'],
    ["another value", { slots: { amount: 4 } }, 'The slot "amount" is 3, not 4.'],
    [
      "another input",
      { service: { of: "order.send", with: { amount: 4 } } },
      'It was called with: {"amount":3}.',
    ],
    [
      "too many calls",
      { service: { of: "order.send", times: 2 } },
      '"order.send" was called 1 times, not 2.',
    ],
    ["an outcome", { ends: "kept" }, 'No run ended "kept".'],
    ["evidence", { evidence: "notice" }, 'There is no evidence of "notice". There is: none.'],
    ["another holder", { holder: "agent" }, 'The conversation is held by "bot", not "agent".'],
    ["fewer turns", { turnsAtMost: 0 }, "It took 1 turns, at most 0 are allowed."],
    [
      "an answer that nobody waits for",
      { service: { of: "order.send", fails: true } },
      'No call of "order.send" waits',
    ],
    ["a choice that is not offered", { choose: "accept" }, '"accept" is not offered now'],
  ])("fails at its step when it expects %s", async (_case, step, message) => {
    const { failures } = await run({ services: sent, steps: [{ customer: "3" }, step, { at: "never" }] })
    expect(failures).toMatchObject([{ step: 1, message: expect.stringContaining(message) }])
  })

  it("tells what a step expected, what came, and where the conversation stood", async () => {
    const { failures } = await run({ services: sent, steps: [{ customer: "3" }, { at: "kept" }] })
    expect(failures[0]).toMatchObject({
      mismatch: { is: "place", expected: "kept" },
      places: ["order/pause"],
    })
    const other = await run({ services: sent, steps: [{ customer: "3", slots: { amount: 4 } }] })
    expect(other.failures[0]?.mismatch).toEqual({ is: "slot", slot: "amount", expected: 4, came: 3 })
  })

  it("fails at its last step when it took more turns than it allows", async () => {
    const { failures } = await run({ services: sent, turnsAtMost: 0, steps: [{ customer: "3" }] })
    expect(failures).toMatchObject([{ step: 0, message: "It took 1 turns, at most 0 are allowed." }])
  })

  it("answers a stub that comes later at its step", async () => {
    const { failures } = await run({
      services: { "order.send": { later: true } },
      steps: [
        { customer: "3", waiting: "service" },
        { service: { of: "order.send", returns: { number: "N2" } }, bot: { includes: "N2" } },
      ],
    })
    expect(failures).toEqual([])
  })

  it.each([
    [{ unknown: true }, "kept"],
    [{ fails: true }, "failedToHelp"],
  ])("lets the stub %j end it as %s", async (stub, outcome) => {
    const { failures } = await run({
      services: { "order.send": [stub] },
      steps: [{ customer: "3" }, { ends: outcome }],
    })
    expect(failures).toEqual([])
  })

  it("replaces a stub on the way", async () => {
    const { failures } = await run({
      services: { "order.send": { fails: true } },
      steps: [{ stub: sent }, { customer: "3", bot: { includes: "N1" } }],
    })
    expect(failures).toEqual([])
  })

  it("asks the port for what has no stub", async () => {
    const calls: ServiceCall[] = []
    const { failures } = await run(
      { steps: [{ customer: "3", bot: { includes: "N3" } }] },
      {
        async port(call) {
          calls.push(call)
          return { is: "returned", output: { number: "N3" } }
        },
      },
    )
    expect(failures).toEqual([])
    expect(calls).toMatchObject([
      { operation: "order.send", input: { amount: 3 }, now: "2026-03-02T10:00:00+08:00" },
    ])
  })

  it("acts in the core and hears at once what it tells of", async () => {
    const acts: string[] = []
    const steps = [{ customer: "3" }, { core: "orders/N1/cancel" }]
    const { entriesOf } = await heard(steps, async (act, now) => {
      acts.push(`${act} ${now}`)
      return [{ event: "order.cancelled", correlation: { number: "N1" }, payload: { number: "N1" } }]
    })
    expect(acts).toEqual(["orders/N1/cancel 2026-03-02T10:00:00+08:00"])
    expect(entriesOf("event.received")).toMatchObject([{ open: { event: "order.cancelled" } }])
  })

  it("fails at an act in the core where there is none", async () => {
    const { failures } = await run({
      services: sent,
      steps: [{ customer: "3" }, { core: "orders/N1/cancel" }],
    })
    expect(failures).toMatchObject([
      { step: 1, message: "There is no core to act in; give the scenario's events instead." },
    ])
  })
})

async function heard(steps: readonly unknown[], play: NonNullable<ScenarioPorts["play"]>) {
  const { entries } = await run({ services: sent, steps }, { play })
  return { entriesOf: (kind: string) => entries.filter((entry) => entry.kind === kind) }
}
