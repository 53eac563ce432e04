import { describe, expect, it } from "vitest"
import {
  coverageOf,
  createUnderstanding,
  type Entry,
  passedIn,
  runScenario,
  scenarioSchema,
} from "../../../engine/index.ts"
import { orderFiles, orderRelease } from "./order-flow.ts"

const release = orderRelease()

async function walked(): Promise<readonly Entry[]> {
  const scenario = scenarioSchema.parse({
    ...{ scenario: "下单", flow: "order", now: "2026-03-02T10:00:00+08:00", opens: "order" },
    services: { "order.send": { returns: { number: "N1" } } },
    steps: [{ customer: "3" }, { wait: "P1D" }, { ends: "done" }],
  })
  const releases = { current: release, all: { [release.id]: release } }
  const result = await runScenario(scenario, { releases, understanding: createUnderstanding(release) })
  expect(result.failures).toEqual([])
  return result.entries
}

async function reportWith(reasons?: string) {
  const file = reasons === undefined ? {} : { "order/scenarios/not-covered.yaml": reasons }
  return coverageOf(release, passedIn(await walked()), { ...orderFiles, ...file })
}

describe("coverage", () => {
  it("names every state and exit of a flow, with the place of what was not reached", async () => {
    const { parts } = await reportWith()
    const ofOrder = parts.filter(({ flow }) => flow === "order")
    const missed = ofOrder.filter(({ reached }) => !reached).map(({ name }) => name)
    expect(missed.sort()).toEqual([
      ...["order/ask#failed", "order/ended", "order/kept", "order/send#failed", "order/send#unknown"],
    ])
    expect(ofOrder.find(({ name }) => name === "order/kept")).toMatchObject({
      file: "order/flow.yaml",
      line: 21,
    })
    expect(ofOrder.find(({ name }) => name === "order/pause#timeout")?.reached).toBe(true)
  })

  it("excuses what a reason names", async () => {
    const { parts, diagnostics } = await reportWith(
      '"ask#failed": 三次都听不懂的顾客没有。\n"send#unknown": 核心系统总会回答。\nkept: 走不到。\n',
    )
    const excused = parts.flatMap(({ name, excused }) =>
      excused === undefined ? [] : [`${name}: ${excused}`],
    )
    expect(diagnostics).toEqual([])
    expect(excused).toEqual([
      "order/ask#failed: 三次都听不懂的顾客没有。",
      "order/send#unknown: 核心系统总会回答。",
      "order/kept: 走不到。",
    ])
  })

  it("excuses the exits of a state that is excused", () => {
    const file = "order/scenarios/not-covered.yaml"
    const { parts } = coverageOf(release, new Set(), { ...orderFiles, [file]: "ask: 没有人问。\n" })
    const excused = parts.filter((part) => part.excused === "没有人问。").map(({ name }) => name)
    expect(excused.sort()).toEqual(["order/ask", "order/ask#failed", "order/ask#filled"])
  })

  it.each([
    ["a state that does not exist", "lost: 没有。", 'The flow "order" has no state or exit "lost".'],
    [
      "an exit that does not exist",
      '"ask#lost": 没有。',
      'The flow "order" has no state or exit "ask#lost".',
    ],
    ["a state that is reached", "sent: 没有。", '"order/sent" is reached by a scenario.'],
    ["an exit that is reached", '"send#done": 没有。', '"order/send#done" is reached by a scenario.'],
    ["an empty reason", 'kept: " "', '"kept": Say why no conversation reaches it.'],
    ["no reason", "kept:", '"kept" has no value.'],
    ["a reason that is no text", "kept: 3", '"kept": Invalid input: expected string, received number.'],
  ])("refuses %s, with its line", async (_case, line, message) => {
    const { diagnostics } = await reportWith(`# why\n${line}\n`)
    expect(diagnostics).toMatchObject([
      { message, severity: "error", file: "order/scenarios/not-covered.yaml", line: 2 },
    ])
  })

  it("refuses a file of reasons that belongs to no flow", async () => {
    const file = "lost/scenarios/not-covered.yaml"
    const { diagnostics } = coverageOf(release, new Set(), { [file]: "kept: 没有。\n" })
    expect(diagnostics).toMatchObject([
      { rule: "not-covered", file, message: `"${file}" belongs to no flow.` },
    ])
  })
})
