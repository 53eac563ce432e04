import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { createMachine } from "xstate"
import { restore, save, start, step } from "../../engine/run/position.ts"

type Case = {
  readonly id: string
  readonly config: Parameters<typeof createMachine>[0]
  readonly initialConfiguration: readonly string[]
  readonly events: readonly {
    readonly event: string | { readonly name: string }
    readonly nextConfiguration: readonly string[]
  }[]
}

/** Cases of SCION and the W3C converted to XState; `star0` matches events by `*`, which XState resolves otherwise. */
const known = new Set(["star0"])
const cases: Case[] = readFileSync(new URL("scxml.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line))

describe("[T1] the machine's steps follow SCXML, saved and restored between every two events", () => {
  it("reads all 76 cases", () => expect(cases).toHaveLength(76))
  for (const { id, config, initialConfiguration, events } of cases) {
    const run = known.has(id.split("/").at(-1) ?? "") ? it.fails : it
    run(id, () => {
      const machine = createMachine(config)
      const kept = () => JSON.parse(JSON.stringify(save(snapshot)))
      let snapshot = start(machine)
      expect(atomic(snapshot)).toEqual([...initialConfiguration].sort())
      for (const { event, nextConfiguration } of events) {
        const type = typeof event === "string" ? event : event.name
        snapshot = step(machine, restore(machine, kept()), { type })
        expect(atomic(snapshot)).toEqual([...nextConfiguration].sort())
      }
    })
  }
})

function atomic(snapshot: ReturnType<typeof start>): string[] {
  return snapshot._nodes
    .filter((node) => node.type === "atomic" || node.type === "final")
    .map((node) => node.id.replace(/^.*\./, ""))
    .sort()
}
