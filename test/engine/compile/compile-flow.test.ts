import { describe, expect, it } from "vitest"
import { compileDocuments, isReleased, releaseId } from "../../../engine/compile/flow-set.ts"
import { sampleFlowSet } from "../check/sample-flow-set.ts"

const flow = (body: string) => compileDocuments(sampleFlowSet({ "sample/flow.yaml": body }))
const done = "  done: { type: final, outcome: done }\n"
const sample = (body: string) => {
  const compiled = flow(body).flows.sample
  if (compiled === undefined) throw new Error("the flow compiles")
  return compiled
}

describe("compileDocuments", () => {
  it("[F28] gives every exit its target, from the state or the defaults", () => {
    const { states } = sample(`start: find
states:
  find:
    type: service
    service: policy.find
    input: { policyNo: "'P1'" }
    to: { done: desk, NOT_FOUND: { to: find, clear: [policyNo] } }
  desk: { type: handoff, queue: general, returns: [kept], to: { returned: done, kept: done } }
${done}`)
    const targets = (id: string) =>
      Object.values(states[id]?.exits ?? {}).map(
        ({ name, target, byDefault }) => `${name} → ${target}${byDefault ? " by default" : ""}`,
      )
    expect(targets("find")).toEqual(["done → desk", "NOT_FOUND → find", "failed → toPerson by default"])
    expect(states.find?.exits.NOT_FOUND?.clear).toEqual(["policyNo"])
    expect(targets("desk")).toEqual([
      "returned → done",
      "kept → done",
      "unavailable → toPerson by default",
      "timeout → toPerson by default",
    ])
    expect(states.toPerson?.file).toBe("flowset.yaml")
  })

  it("[F28] takes a target alone for the main exit, and lets `declined` of a collect be", () => {
    const { states } = sample(
      `start: ask\nstates:\n  ask: { type: collect, slots: [policyNo], to: done }\n${done}`,
    )
    expect(Object.keys(states.ask?.exits ?? {})).toEqual(["filled", "failed"])
  })

  it("[F28] takes a default state that only the flow's own `on` leads to", () => {
    const { states, on } = sample(
      `start: done\non: { stop: { says: { zh: [停], en: [stop] } } }\nto: { stop: toPerson }\nstates:\n${done}`,
    )
    expect(states).toHaveProperty("toPerson")
    expect(on[0]?.exit).toMatchObject({ name: "stop", target: "toPerson" })
  })

  it.each<[string, string, string, string]>([
    [
      "an unknown target",
      `start: a\nstates:\n  a: { type: message, say: x, to: dnoe }\n${done}`,
      "target",
      'Did you mean "done"?',
    ],
    [
      "an unknown exit",
      `start: a\nstates:\n  a: { type: message, say: x, to: { nxet: done, next: done } }\n${done}`,
      "exit-name",
      'Did you mean "next"?',
    ],
    [
      "an exit that leads nowhere",
      `start: a\nstates:\n  a: { type: decision, cases: { yes: { when: true } }, to: { yes: done } }\n${done}`,
      "exit-target",
      "the flow set has no default for this exit.",
    ],
    [
      "a slot that is cleared but not there",
      `start: a\nstates:\n  a: { type: collect, slots: [policyNo], to: { filled: { to: done, clear: [polciyNo] } } }\n${done}`,
      "slot-name",
      "policyNo",
    ],
    ["an unknown start", `start: dnoe\nstates:\n${done}`, "target", 'Did you mean "done"?'],
    [
      "a start inside a group",
      `start: inside\nstates:\n  a:\n    type: group\n    start: inside\n    states: { inside: { type: final, outcome: out } }\n    to: { out: done }\n${done}`,
      "target",
      "There are: a, done.",
    ],
    [
      "two states of one id",
      `start: a\nstates:\n  a:\n    type: group\n    start: done\n    states: { done: { type: final, outcome: out } }\n    to: { out: done }\n${done}`,
      "state-id",
      "unique within a flow",
    ],
    [
      "an unknown type",
      `start: a\nstates:\n  a: { type: mesage, to: done }\n${done}`,
      "state-type",
      '"message"',
    ],
    [
      "an entry of `on` with two triggers",
      `start: a\nstates:\n  a: { type: wait, on: { x: { after: P1D, silence: PT1M } }, to: { x: done } }\n${done}`,
      "on-trigger",
      "Keep one",
    ],
    [
      "an entry of `on` that does nothing",
      `start: a\nstates:\n  a: { type: wait, on: { x: { after: P1D } } }\n${done}`,
      "exit-target",
      "Choose where it leads, or what is said.",
    ],
    [
      "an unknown event",
      `start: a\nstates:\n  a: { type: wait, on: { x: { event: order.piad } }, to: { x: done } }\n${done}`,
      "event-name",
      'Did you mean "order.paid"?',
    ],
  ])("[F28] refuses %s", (_, body, rule, help) => {
    const { release, diagnostics } = flow(body)
    expect(release).toBeUndefined()
    const found = diagnostics.filter((diagnostic) => diagnostic.rule === rule)
    expect(found, JSON.stringify(diagnostics)).toHaveLength(1)
    expect(found[0]?.help).toContain(help)
    expect(found[0]?.file).toBe("sample/flow.yaml")
  })

  it("[F13] returns a flow with errors as far as it can be read, but no release", () => {
    const { release, flows } = flow(`start: a\nstates:\n  a: { type: message, say: x, to: dnoe }\n${done}`)
    expect(release).toBeUndefined()
    expect(Object.keys(flows.sample?.states ?? {})).toEqual(["a", "done"])
  })

  it("[F13] does not say that a target is missing when its state only cannot be read", () => {
    const { diagnostics } = flow(
      `start: a\nstates:\n  a: { type: message, say: x, to: b }\n  b: { type: mesage, to: done }\n${done}`,
    )
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["state-type"])
  })
})

describe("releaseId", () => {
  const files = sampleFlowSet()

  it("[F28] is the same whatever the order of files and the line ends", () => {
    const turned = Object.fromEntries(
      Object.entries(files)
        .reverse()
        .map(([file, text]) => [file, text.replaceAll("\n", "\r\n")]),
    )
    expect(releaseId(turned)).toBe(releaseId(files))
  })

  it("[F28] changes with any released file, and with no other", () => {
    const id = releaseId(files)
    expect(releaseId({ ...files, "services.yaml": `${files["services.yaml"]}# note\n` })).not.toBe(id)
    expect(
      releaseId({ ...files, "sample/layout.json": "{}", "sample/scenarios/a.yaml": "scenario: a" }),
    ).toBe(id)
    expect(isReleased("sample/scenarios/a.yaml")).toBe(false)
  })
})
