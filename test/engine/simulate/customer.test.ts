import { describe, expect, it } from "vitest"
import {
  createUnderstanding,
  customersSchema,
  recognize,
  simulateCustomer,
  simulationReports,
} from "../../../engine/index.ts"
import type { PlayPort } from "../../../engine/simulate/act.ts"
import { createRandom } from "../../../engine/simulate/customer/random.ts"
import { chineseNumber } from "../../../engine/simulate/customer/say-number.ts"
import { sayValue } from "../../../engine/simulate/customer/say-value.ts"
import { orderRelease } from "./order-flow.ts"

const release = orderRelease()
const now = "2026-03-04T10:00:00+08:00"
const order = {
  now,
  wants: { zh: ["我要下单", "下个单"] },
  facts: { amount: 3 },
  goal: { at: "order/pause", receives: { "order.send": { amount: 3 } } },
  turnsAtMost: 3,
}

function hold(more: Record<string, unknown>, seed = 1, play: PlayPort = async () => []) {
  const { customers } = customersSchema.parse({ flow: "order", customers: { one: { ...order, ...more } } })
  const [document] = Object.values(customers)
  if (document === undefined) throw new Error("no customer")
  return simulateCustomer(
    document,
    { flow: "order", customer: "one", locale: "zh", seed },
    {
      releases: { current: release, all: { [release.id]: release } },
      understanding: createUnderstanding(release),
      port: async () => ({ is: "returned", output: { number: "N1" } }),
      play,
    },
  )
}

describe("a simulated customer", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "reaches his goal, and the core receives what he meant (seed %i)",
    async (seed) => {
      expect(await hold({}, seed)).toMatchObject({ reached: true, findings: [], askedTwice: [] })
    },
  )

  it("says the same for the same seed, and talks in many ways", async () => {
    const said = async (seed: number) =>
      (await hold({}, seed)).entries.flatMap((entry) =>
        entry.kind === "customer.said" ? [entry.personal.text] : [],
      )
    expect(await said(7)).toEqual(await said(7))
    const all = await Promise.all(Array.from({ length: 12 }, (_, seed) => said(seed + 1)))
    expect(new Set(all.map(String)).size).toBeGreaterThan(6)
  })

  it("sees people act in the core while his matter rests, and comes back himself, each once and in this order", async () => {
    const acts: string[] = []
    const meanwhile = [
      { at: "order/pause", core: "orders/N1/pack" },
      { at: "order/pause", says: { zh: ["到哪了"] } },
      { at: "order/pause", core: "orders/N1/send" },
    ]
    const goal = { ends: "done", receives: { "order.send": { amount: 3 } } }
    const { entries, findings } = await hold({ meanwhile, goal }, 1, async (act) => {
      acts.push(act)
      return []
    })
    const said = entries.flatMap((entry) => (entry.kind === "customer.said" ? [entry.personal.text] : []))
    expect(acts).toEqual(["orders/N1/pack", "orders/N1/send"])
    expect(said.filter((text) => text.includes("到哪了"))).toHaveLength(1)
    expect(findings[0]).toContain("The goal was not reached.")
  })

  it("is not to be asked what his first words tell", async () => {
    const { askedTwice, findings } = await hold({ tells: ["amount"] })
    expect(askedTwice).toEqual(["amount"])
    expect(findings[0]).toBe("Asked again though answered: amount.")
  })

  it("tells what the core received otherwise", async () => {
    const { findings } = await hold({
      goal: { at: "order/pause", receives: { "order.send": { amount: 4 } } },
    })
    expect(findings).toEqual(['"order.send" received {"amount":3}, meant was {"amount":4}.'])
  })

  it("tells of a write that nobody meant", async () => {
    const { findings } = await hold({ goal: { at: "order/pause" } })
    expect(findings).toEqual(['"order.send" was called, which nobody meant.'])
  })

  it("gives up where he is asked what he does not know", async () => {
    const { reached, findings } = await hold({ facts: {} })
    expect(reached).toBe(false)
    expect(findings[0]).toContain('does not know "amount"')
  })

  it("tells when it took more turns than the goal may take", async () => {
    const { findings } = await hold({ turnsAtMost: 1 })
    expect(findings[0]).toMatch(/It took \d+ turns; \d+ are allowed/)
  })

  it("is reported per flow", async () => {
    const runs = [await hold({}), await hold({ facts: {} })]
    expect(simulationReports(runs)).toMatchObject([
      { flow: "order", runs: 2, reached: 1, asMeant: 1, withoutPerson: 0.5 },
    ])
  })
})

describe("the ways to say a value", () => {
  const cases: readonly (readonly [string, string | number | boolean, readonly string[]])[] = [
    ["date", "2026-03-02", ["zh", "en"]],
    ["date", "2026-03-03", ["zh", "en"]],
    ["date", "2026-02-26", ["zh", "en"]],
    ["date", "2025-11-30", ["zh", "en"]],
    ["money", 35000, ["zh", "en"]],
    ["money", 128.5, ["zh", "en"]],
    ["integer", 12, ["zh", "en"]],
    ["percent", 35, ["zh", "en"]],
    ["phone", "13812345678", ["zh", "en"]],
    ["policy-number", "P20230001234", ["zh", "en"]],
    ["boolean", true, ["zh", "en"]],
    ["boolean", false, ["zh", "en"]],
    ["duration", "P3D", ["zh", "en"]],
  ]
  it.each(cases.flatMap(([type, value, locales]) => locales.map((locale) => [type, value, locale] as const)))(
    "of %s %s are read as that value (%s)",
    (type, value, locale) => {
      for (let seed = 1; seed <= 20; seed += 1) {
        const said = sayValue({ type, names: [] }, value, { locale, now, random: createRandom(seed) })
        expect({ said, value: recognize(type, said ?? "", { now, locale, prefer: "past" })?.value }).toEqual({
          said,
          value,
        })
      }
    },
  )

  it("are none for a choice that is not offered", () => {
    const view = { type: "choice", names: [], options: [{ key: "a", label: "甲" }] }
    expect(sayValue(view, "b", { locale: "zh", now, random: createRandom(1) })).toBeNull()
    expect(sayValue(view, "a", { locale: "zh", now, random: createRandom(1) })).toBe("甲")
  })

  it.each([
    [0, "零"],
    [10, "十"],
    [12, "十二"],
    [105, "一百零五"],
    [1010, "一千零一十"],
    [35000, "三万五千"],
    [100020, "十万零二十"],
    [12340000, "一千二百三十四万"],
  ])("say %i as %s", (value, words) => {
    expect(chineseNumber(value)).toBe(words)
  })
})
