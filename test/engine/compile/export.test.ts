import { describe, expect, it } from "vitest"
import { createMachine, initialTransition, transition } from "xstate"
import { exportMermaid } from "../../../engine/compile/export-mermaid.ts"
import { exportScxml } from "../../../engine/compile/export-scxml.ts"
import { exportXState } from "../../../engine/compile/export-xstate.ts"
import { compileDocuments } from "../../../engine/compile/flow-set.ts"
import type { CompiledFlow } from "../../../engine/compile/model.ts"
import { sampleFlowSet } from "../check/sample-flow-set.ts"

const source = `note: How a policy is seen and ended.
outcomes: [done, kept, resolvedByPerson]
data: { policy: policy.find }
start: facts
states:
  facts:
    type: group
    title: { zh: 核对信息, en: Your details }
    start: ask
    history: true
    states:
      ask:
        type: collect
        title: { zh: 问"保单号", en: Policy number }
        slots: [policyNo]
        to: find
      find:
        type: service
        service: policy.find
        input: { policyNo: slots.policyNo }
        save: policy
        to:
          done: known
          NOT_FOUND: { to: ask, clear: [policyNo] }
      known: { type: final, outcome: known }
    on:
      later: { title: { zh: 以后再说, en: Later }, says: { zh: [以后], en: [later] } }
    to: { known: howMuch, later: end }
  howMuch:
    type: decision
    title: { zh: 金额, en: Amount }
    cases:
      large: { when: data.policy.refund > 10000, title: { zh: 大额, en: Large } }
    to: { large: waiting, else: done }
  waiting:
    type: wait
    title: { zh: 等待, en: Waiting }
    note: Until it is paid.
    on:
      paid: { event: order.paid, when: event.amount > 0 }
      late: { after: P5D, days: working }
    to: { paid: done, late: facts }
  end:
    type: final
    title: { zh: 保留, en: Kept }
    outcome: kept
  done:
    type: final
    title: { zh: 完成, en: Done }
    outcome: done
on:
  stop: { says: { zh: [停], en: [stop] } }
to: { stop: end }
`

function flowOf(text: string): CompiledFlow {
  const { flows, diagnostics } = compileDocuments(sampleFlowSet({ "sample/flow.yaml": text }))
  expect(diagnostics).toEqual([])
  const { sample } = flows
  if (sample === undefined) throw new Error("the sample compiles")
  return sample
}

const flow = flowOf(source)

describe("exportXState", () => {
  const config = JSON.parse(exportXState(flow))
  const guards = Object.fromEntries(Object.keys(config.meta.guards).map((name) => [name, () => true]))
  const machine = createMachine(config).provide({ guards })

  it.each<readonly string[]>([
    [],
    ["ask#filled", "find#done", "facts#known", "howMuch#large", "waiting#paid"],
    ["ask#filled", "find#NOT_FOUND", "ask#filled"],
    ["ask#filled", "find#failed"],
    ["ask#filled", "facts#later"],
    ["ask#filled", "find#done", "facts#known", "howMuch#large", "waiting#late"],
    ["ask#filled", "#stop"],
    ["ask#nothing"],
  ])("[F29] reaches the states of the compiled machine: %s %s %s %s %s", (...events) => {
    let own = initialTransition(flow.machine)[0]
    let exported = initialTransition(machine)[0]
    for (const type of events) {
      own = transition(flow.machine, own, { type })[0]
      exported = transition(machine, exported, { type })[0]
    }
    expect(exported.value).toEqual(own.value)
  })

  it("[F29] ends with the outcome of a final", () => {
    const stopped = transition(machine, initialTransition(machine)[0], { type: "#stop" })[0]
    expect(stopped.status).toBe("done")
    expect(config.states.end).toMatchObject({ type: "final", output: { outcome: "kept" } })
  })

  it("[F29] keeps titles, notes, conditions and timers as data", () => {
    expect(config.description).toBe("How a policy is seen and ended.")
    expect(config.meta.guards).toEqual({
      "howMuch.large": "data.policy.refund > 10000",
      "waiting.paid": "event.amount > 0",
    })
    const { waiting, facts } = config.states
    expect(waiting.description).toBe("Until it is paid.")
    expect(waiting.on["waiting#late"].meta).toEqual({ after: "P5D", days: "working" })
    expect(waiting.on["waiting#paid"]).toMatchObject({ guard: "waiting.paid", meta: { event: "order.paid" } })
    expect(facts.meta.title).toEqual({ zh: "核对信息", en: "Your details" })
    expect(facts.states.find.on["find#NOT_FOUND"].meta).toEqual({ clear: ["policyNo"] })
    expect(facts.states.find.meta).toMatchObject({ type: "service", service: "policy.find", save: "policy" })
  })
})

describe("exportMermaid", () => {
  const diagram = exportMermaid(flow, "zh")
  const lines = diagram.split("\n").map((line) => line.trim())

  it("[F29] declares each state of the flow once, groups around theirs", () => {
    const own = Object.values(flow.states).filter(({ file }) => file === flow.file)
    for (const { id } of own) {
      const name = id === "end" ? "end_" : id
      expect(lines.filter((line) => new RegExp(`^state ".*" as ${name}( \\{)?$`).test(line))).toHaveLength(1)
    }
    expect(lines.filter((line) => line.startsWith("state "))).toHaveLength(own.length)
    expect(lines).toContain('state "核对信息" as facts {')
    expect(lines).toContain('state "问 保单号 " as ask')
  })

  it("[F29] labels arrows by exits and ends at finals", () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        "[*] --> facts",
        "[*] --> ask",
        "ask --> find : filled",
        "find --> ask : NOT_FOUND",
        "known --> [*] : known",
        "facts --> howMuch : known",
        "facts --> end_ : later",
        "howMuch --> done : else",
        "done --> [*] : done",
      ]),
    )
  })

  it("[F29] tells exits to defaults, and those open everywhere, in one note", () => {
    expect(lines.filter((line) => line.includes("toPerson"))).toEqual(["failed → toPerson"])
    expect(lines).toContain("* stop → 保留")
    expect(lines.filter((line) => line.startsWith("note "))).toEqual(["note left of facts"])
  })

  it("[F29] draws stages alone in an overview, with one arrow between two", () => {
    const overview = exportMermaid(flow, "zh", true)
      .split("\n")
      .map((line) => line.trim())
    expect(overview).toContain('state "核对信息" as facts')
    expect(overview.filter((line) => line.includes("find"))).toEqual([])
    expect(overview).toEqual(expect.arrayContaining(["[*] --> facts", "facts --> howMuch : known"]))
    const arrows = overview.filter((line) => line.includes("-->")).map((line) => line.replace(/ : .*/, ""))
    expect(new Set(arrows).size).toBe(arrows.length)
  })

  it("[F29] tells in an overview's note what fails, what leads back, and what is open everywhere", () => {
    const overview = exportMermaid(flow, "zh", true).split("\n")
    const note = overview.slice(overview.indexOf("  note left of facts") + 1, overview.indexOf("  end note"))
    expect(note.map((line) => line.trim())).toEqual([
      "* stop → 保留",
      "failed → toPerson",
      "↩ 核对信息 ← 等待",
    ])
    expect(overview.filter((line) => line.includes("toPerson"))).toHaveLength(1)
    expect(overview).not.toContain("  waiting --> facts : late")
    expect(overview.filter((line) => /-->/.test(line)).at(-1)).toBe("  waiting --> done : paid")
  })

  it("[F29] speaks the language asked for", () => {
    expect(exportMermaid(flow, "en")).toContain('state "Your details" as facts {')
  })
})

describe("exportScxml", () => {
  const scxml = exportScxml(flow, "zh")

  it("[F29] has every state once, inside its group, and every exit as a transition", () => {
    const ids = [...scxml.matchAll(/<(?:state|final) id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id) => id !== `${flow.id}.flow`).sort()).toEqual(Object.keys(flow.states).sort())
    const events = [...scxml.matchAll(/<transition event="([^"]+)" target="([^"]+)"/g)]
    const exits = Object.values(flow.states).flatMap((state) =>
      Object.values(state.exits).map(({ name }) => `${state.id}.${name}`),
    )
    expect(events.map(([, event]) => event)).toEqual(expect.arrayContaining(exits))
    expect(scxml).toContain('<state id="facts" initial="ask">')
    expect(scxml).toContain('<history id="facts$history" type="deep">')
  })

  it("[F29] is well formed, its comments too", () => {
    const open: string[] = []
    for (const [tag, close, name = "", own] of scxml.matchAll(/<(?!!|\?)(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (own === "/") continue
      if (close === "/") expect([tag, open.pop()]).toEqual([tag, name])
      else open.push(name)
    }
    expect(open).toEqual([])
    for (const [, text = ""] of scxml.matchAll(/<!--([\s\S]*?)-->/g)) expect(text).not.toContain("--")
  })
})
