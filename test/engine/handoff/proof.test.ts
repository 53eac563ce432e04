import { describe, expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

const fields = `
slots: { number: { type: text, title: 客户号, ask: 客户号？, optional: true } }
data: { person: handoff }
start: asked
states:
  asked: { type: collect, slots: [number], to: desk }
  desk:
    type: handoff
    queue: general
    returns: [identified, unsure]
    proves: { by: identified, id: slots.number, level: 3 }
    save: person
    to: { returned: kept, identified: identity, unsure: identity }
  identity:
    type: checkpoint
    kind: identity
    level: 3
    proof: "has(data.person.proof) ? data.person.proof : null"
    validFor: PT1H
    to: { accepted: known, failed: kept }
  known: { type: decision, cases: { by: { when: "data.person.agent == 'A1' && data.person.outcome == 'identified'" } }, to: { by: wait, else: kept } }
  wait: { type: collect, slots: [more], to: done }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`.replace("optional: true } }", "optional: true }, more: { type: text, title: 其他, ask: 还有什么？ } }")
const release = flowSet(flow("sample", fields, "[done, kept, failedToHelp]"))

function atDesk(number: string | null) {
  const customer = talk(release, { flow: "sample" })
  if (number === null) customer.say("跳过", { command: "skip" })
  else customer.tell("number", number)
  customer.agent({ act: "accept" })
  return customer
}

describe("a person who identifies the customer", () => {
  it("[H13] gives back a proof that an identity checkpoint accepts, with the agent in its evidence", () => {
    const customer = atDesk("C1")
    customer.agent({ act: "return", outcome: "identified" })
    expect(customer.at()).toBe("sample/wait")
    expect(customer.conversation().customer).toEqual({
      ...{ id: "C1", level: 3 },
      until: "2026-03-02T11:00:00+08:00",
    })
    expect(customer.evidence()[0]).toMatchObject({ kind: "identity", wording: "C1", level: 3, by: "A1" })
    expect(customer.data().person).toEqual({
      ...{ outcome: "identified", agent: "A1", at: "2026-03-02T10:00:00+08:00" },
      proof: { id: "C1", level: 3, by: "A1" },
    })
  })

  it.each([
    ["another return", { act: "return", outcome: "unsure" }],
    ["resolving it", { act: "resolve" }],
  ] as const)("[H13] proves nothing by %s", (_name, act) => {
    const customer = atDesk("C1")
    customer.agent(act)
    expect(customer.outcomes()).toContain("sample kept")
    expect(customer.conversation().customer).toEqual({ id: null, level: 0 })
    expect(customer.evidence()).toEqual([])
  })

  it("[H13] cannot prove anybody where nobody is known, and may then give back otherwise", () => {
    const customer = atDesk(null)
    customer.agent({ act: "return", outcome: "identified" })
    expect(customer.of("problem").map(({ open }) => open.code)).toEqual(["nobody-to-prove"])
    expect(customer.at()).toBe("sample/desk")
    customer.agent({ act: "return", outcome: "unsure" })
    expect(customer.outcomes()).toContain("sample kept")
  })
})
