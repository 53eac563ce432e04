import { describe, expect, it } from "vitest"
import {
  backTo,
  createUnderstanding,
  type RehearsalGround,
  type Release,
  rehearse,
  rehearseAgain,
  rehearseScenario,
  runScenario,
  type ServicePort,
  scenarioSchema,
  startRehearsal,
  toScenario,
} from "../../../engine/index.ts"
import { flowSet } from "../talk.ts"
import { orderFiles, orderRelease } from "./order-flow.ts"

const options = { now: "2026-03-02T10:00:00+08:00", flow: "order", locale: "zh" }
const answers: ServicePort = async () => ({ is: "returned", output: { number: "N1" } })

function groundOf(release: Release, isByHand = false, perform = answers, reset = () => {}): RehearsalGround {
  return {
    releases: { current: release, all: { [release.id]: release } },
    understanding: createUnderstanding(release),
    core: { perform, reset },
    isByHand: () => isByHand,
  }
}
const ground = groundOf(orderRelease())
const stands = ({ session }: Awaited<ReturnType<typeof startRehearsal>>) =>
  Object.values(session.conversation().runs).map((run) => run.position.map(({ value }) => value))

const byHand = groundOf(orderRelease(), true)

/** An order whose call was left open and answered by an act. */
async function answeredByHand() {
  const asked = await rehearse(byHand, await startRehearsal(byHand, options), { does: "say", text: "3" })
  return rehearse(byHand, asked, {
    does: "answer",
    operation: "order.send",
    result: { is: "returned", output: { number: "N7" } },
  })
}

describe("a rehearsal", () => {
  it("goes back to any act and on from there", async () => {
    let rehearsal = await startRehearsal(ground, options)
    rehearsal = await rehearse(ground, rehearsal, { does: "say", text: "3" })
    rehearsal = await rehearse(ground, rehearsal, { does: "wait", period: "PT1H" })
    expect(stands(rehearsal)).toEqual([["pause"]])
    rehearsal = await backTo(ground, rehearsal, 0)
    expect(stands(rehearsal)).toEqual([["ask"]])
    rehearsal = await rehearse(ground, rehearsal, { does: "say", text: "5" })
    expect(rehearsal.calls.map(({ call }) => call.input)).toEqual([{ amount: 5 }])
    expect(rehearsal.marks.map(({ entries }) => entries)).toHaveLength(2)
  })

  it("stands as it was when an act cannot be done", async () => {
    const rehearsal = await startRehearsal(ground, options)
    await expect(rehearse(ground, rehearsal, { does: "choose", choice: "nothing" })).rejects.toThrow(
      "not offered",
    )
    expect(rehearsal.acts).toEqual([])
    expect(stands(rehearsal)).toEqual([["ask"]])
  })

  it("meets a changed flow set with the same acts, and with the core as it was at first", async () => {
    let sent = 0
    const perform: ServicePort = async () => {
      sent += 1
      return { is: "returned", output: { number: `N${sent}` } }
    }
    const reset = () => {
      sent = 0
    }
    const first = groundOf(orderRelease(), false, perform, reset)
    let rehearsal = await startRehearsal(first, options)
    rehearsal = await rehearse(first, rehearsal, { does: "say", text: "3" })
    const edited = flowSet({
      ...orderFiles,
      "order/flow.yaml": (orderFiles["order/flow.yaml"] ?? "").replace("已下单", "好了，"),
    })
    rehearsal = await rehearseAgain(groundOf(edited, false, perform, reset), rehearsal)
    expect(rehearsal.stopped).toBeUndefined()
    expect(JSON.stringify(rehearsal.session.entries)).toContain("好了，N1")
  })

  it("drops what a changed flow set no longer takes, and says why", async () => {
    let rehearsal = await answeredByHand()
    const edited = flowSet({
      ...orderFiles,
      "order/flow.yaml": (orderFiles["order/flow.yaml"] ?? "").replace("filled: send", "filled: kept"),
    })
    rehearsal = await rehearseAgain(groundOf(edited), rehearsal)
    expect(rehearsal.acts).toEqual([{ does: "say", text: "3" }])
    expect(rehearsal.stopped).toMatchObject({
      act: { does: "answer" },
      why: expect.stringContaining("order.send"),
    })
  })

  it("becomes a scenario that passes", async () => {
    let rehearsal = await answeredByHand()
    rehearsal = await rehearse(byHand, rehearsal, { does: "wait", period: "P1D" })
    const scenario = toScenario(byHand.releases.current, rehearsal, { title: "下单", flow: "order" })
    expect(scenario.services).toEqual({ "order.send": [{ later: true }] })
    expect(scenario.steps).toEqual([
      { customer: "3" },
      { at: "order/send" },
      { service: { of: "order.send", returns: { number: "N7" } } },
      { at: "order/pause" },
      { wait: "P1D" },
      { ends: "done" },
    ])
    const { failures } = await runScenario(scenario, {
      releases: byHand.releases,
      understanding: byHand.understanding,
    })
    expect(failures).toEqual([])
  })

  it("takes up a scenario at any of its steps, with its stubs, and goes on from there", async () => {
    const scenario = scenarioSchema.parse({
      ...{ scenario: "下单", flow: "order", now: options.now, opens: "order" },
      services: { "order.send": { returns: { number: "N9" } } },
      steps: [{ customer: "3" }, { at: "somewhere else" }, { wait: "P1D" }, { choose: "nothing" }],
    })
    let rehearsal = await rehearseScenario(ground, scenario, 2)
    expect(stands(rehearsal)).toEqual([["pause"]])
    expect(JSON.stringify(rehearsal.session.entries)).toContain("N9")
    expect(rehearsal.acts).toEqual([{ does: "say", text: "3" }])
    rehearsal = await backTo(ground, rehearsal, 0)
    rehearsal = await rehearse(ground, rehearsal, { does: "say", text: "5" })
    expect(JSON.stringify(rehearsal.session.entries)).toContain("N9")
    const whole = await rehearseScenario(ground, scenario, 4)
    expect(whole.stopped).toMatchObject({ act: { does: "choose" }, why: expect.stringContaining("offered") })
    expect(toScenario(ground.releases.current, whole, { title: "下单", flow: "order" })).toMatchObject({
      services: scenario.services,
      steps: [{ customer: "3" }, { at: "order/pause" }, { wait: "P1D" }, { ends: "done" }],
    })
  })
})
