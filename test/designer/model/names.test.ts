import type { TFunction } from "i18next"
import { beforeAll, describe, expect, it } from "vitest"
import { createDrawContext, type DrawContext } from "../../../designer/canvas/drawing/context.ts"
import { conditionInWords } from "../../../designer/condition/conditionInWords.ts"
import { nameOfPath } from "../../../designer/condition/nameOfPath.ts"
import { statesIn } from "../../../designer/model/stateOf.ts"
import { createSurroundingsReader, type Surroundings } from "../../../designer/model/surroundings.ts"
import { titleOfEvent } from "../../../designer/model/titleOfValue.ts"
import { createFiles } from "../../../engine/index.ts"
import { readFlowFiles } from "../../../server/release/flow-files.ts"

const t = ((key: string, values: Readonly<Record<string, unknown>> = {}) =>
  [key, ...Object.values(values)].join(" ")) as unknown as TFunction<"canvas">
let around: Surroundings
const inFlow = (flow: string, locale: string): DrawContext => {
  const document = around.flows[flow]
  if (document === undefined) throw new Error(`There is no flow "${flow}".`)
  return createDrawContext(document, around, locale, t)
}

beforeAll(async () => {
  around = createSurroundingsReader()(createFiles(await readFlowFiles("flows")))
})

describe("names in the reader's language", () => {
  it("are there for all that the shipped flows take, keep and work out", () => {
    const untitled = Object.values(around.flows).flatMap((flow) => {
      const words = inFlow(flow.id, "zh")
      const names = [
        ...Object.keys({ ...flow.takes, ...flow.data }).map((name) => `data.${name}`),
        ...Object.keys(flow.derived ?? {}).map((name) => `derived.${name}`),
      ]
      return names.filter((name) => !/\p{Script=Han}/u.test(nameOfPath(name, words)))
    })
    expect(untitled).toEqual([])
  })

  it("are there for all outcomes, by their finals, and for all events", () => {
    const finals = Object.values(around.settings.defaults.states)
    const untitled = Object.values(around.flows).flatMap((flow) =>
      flow.outcomes.filter(
        (outcome) =>
          ![...statesIn(flow.states), ...finals].some(
            (state) => state.type === "final" && state.outcome === outcome && state.title !== undefined,
          ),
      ),
    )
    expect(untitled).toEqual([])
    for (const event of Object.keys(around.settings.events ?? {}))
      expect(inFlow("surrender", "zh").text(titleOfEvent(event, around))).toMatch(/\p{Script=Han}/u)
  })

  it.each([
    ["policy-status", "data.policy.status == 'grace'", "zh", "宽限期内"],
    ["policy-status", "data.policy.status == 'grace'", "en", "in the grace period"],
    ["surrender", "data.quote.route == 'coolingOff'", "zh", "犹豫期退保"],
    ["renewal", "data.premium.state in ['due', 'debitFailed']", "zh", "应交"],
    ["claims", "event.state == 'unclear'", "zh", "看不清"],
    ["health-disclosure", "data.recent.x == 'unsure'", "zh", "不确定"],
  ])("say in %s what %s means, in %s", (flow, condition, locale, words) => {
    const told = conditionInWords(condition, inFlow(flow, locale))
    expect(told).toContain(words)
    expect(told).not.toMatch(/coolingOff|debitFailed|unclear|unsure/)
  })
})
