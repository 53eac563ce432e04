import { describe, expect, it } from "vitest"
import {
  compileFlowSet,
  copyStates,
  createFiles,
  type EditCommand,
  exitsOf,
  type Files,
  findState,
  layoutFile,
  planEdit,
  readLayout,
  usesOf,
} from "../../../engine/index.ts"
import { changedLines, edited, refusalOf, smallFlow } from "./flow-set.ts"
import { shippedTexts } from "./shipped-texts.ts"

const file = "surrender/flow.yaml"
const shipped = createFiles(shippedTexts())
const pathOf = (id: string) => findState(shipped.value(file) ?? null, id)?.path ?? []

describe("an edit of a long flow", () => {
  it("[E4] changes the line of one text", () => {
    const path = [...pathOf("kindOfRefund"), "title"]
    const command: EditCommand = {
      name: "text.set",
      args: { file, path, locale: "zh", text: "退哪一种" },
    }
    const after = edited(shipped, command)
    const { gone, come } = changedLines(shipped.texts[file] ?? "", after.texts[file] ?? "")
    expect(gone).toHaveLength(1)
    expect(come).toEqual([expect.stringMatching(/^ +zh: 退哪一种$/)])
  })

  it("[E4] changes the line of one exit", () => {
    const after = edited(shipped, {
      name: "exit.set",
      args: { file, state: "kindOfRefund", exit: "noValue", target: "amountCard" },
    })
    expect(changedLines(shipped.texts[file] ?? "", after.texts[file] ?? "")).toEqual({
      gone: ["          noValue: noValueCard"],
      come: ["          noValue: amountCard"],
    })
  })

  it("[E4] writes positions into the layout alone, one state a line", () => {
    const first = edited(shipped, {
      name: "layout.place",
      args: { file, positions: { who: { x: 0, y: 0 }, quote: { x: 300, y: 40 } } },
    })
    const after = edited(first, {
      name: "layout.place",
      args: { file, positions: { quote: { x: 340.4, y: 40 } } },
    })
    expect(after.texts[file]).toBe(shipped.texts[file])
    const layout = "surrender/layout.json"
    expect(changedLines(first.texts[layout] ?? "", after.texts[layout] ?? "")).toEqual({
      gone: ['    "quote": { "x": 300, "y": 40 },'],
      come: ['    "quote": { "x": 340, "y": 40 },'],
    })
  })
})

const chain = smallFlow(`  # says hello
  first:
    type: message
    say:
      zh: 您好
    to: second

  # asks
  second:
    type: decision # by age
    cases:
      old:
        when: keys.second != ''
    to:
      old: third
      else: end
  third:
    type: message
    say: 再见
    to: end
  end: { type: final, outcome: done }
`)
const flow = "a/flow.yaml"
const textOf = (files: typeof chain) => files.texts[flow] ?? ""

describe("commands", () => {
  it("[E6] tell whether they could run without doing it, and why not, in both languages", () => {
    expect(
      planEdit(chain, { name: "state.rename", args: { file: flow, id: "third", to: "second" } }),
    ).toEqual({
      ok: false,
      why: { zh: "这个流程里已有步骤「second」。", en: 'This flow already has a step "second".' },
    })
    const planned = planEdit(chain, {
      name: "state.rename",
      args: { file: flow, id: "third", to: "farewell" },
    })
    expect(planned.ok && planned.edit.label.zh).toBe("重命名步骤「third」：third → farewell")
    expect(textOf(chain)).toContain("third:")
  })

  it("[E6] make one step of a gesture, each on what the one before left", () => {
    const after = edited(
      chain,
      {
        name: "state.add",
        args: {
          file: flow,
          id: "offer",
          state: { type: "message", say: "请看" },
          from: { state: "third", exit: "next" },
        },
      },
      { name: "exit.set", args: { file: flow, state: "offer", exit: "next", target: "end" } },
    )
    expect(textOf(after)).toContain(
      "    to: offer\n  offer:\n    type: message\n    say: 请看\n    to: end\n  end:",
    )
  })

  it("[E7] rename a state wherever it is named, and remember the old name", () => {
    const after = edited(chain, { name: "state.rename", args: { file: flow, id: "second", to: "byAge" } })
    expect(changedLines(textOf(chain), textOf(after))).toEqual({
      gone: ["    to: second", "  second:", "        when: keys.second != ''"],
      come: ["    to: byAge", "  byAge:", "        when: keys.byAge != ''", "    was: [second]"],
    })
    expect(textOf(after)).toContain("  # asks\n  byAge:\n    type: decision # by age")
    const back = edited(after, { name: "state.rename", args: { file: flow, id: "byAge", to: "second" } })
    expect(textOf(back)).toContain("was: [byAge]")
    const unseen = edited(chain, {
      name: "state.rename",
      args: { file: flow, id: "second", to: "byAge", record: false },
    })
    expect(textOf(unseen)).not.toContain("was:")
  })

  it("[E8] mend the ways over a state that goes where there is one way on, else leave them open", () => {
    const without = edited(chain, { name: "state.remove", args: { file: flow, ids: ["third"] } })
    expect(textOf(without)).toContain("      old: end\n      else: end\n")
    const open = edited(chain, { name: "state.remove", args: { file: flow, ids: ["second"] } })
    expect(textOf(open)).toContain("    say:\n      zh: 您好\n\n  third:")
    expect(textOf(open)).not.toContain("# asks")
    const started = edited(chain, { name: "state.remove", args: { file: flow, ids: ["first"] } })
    expect(textOf(started)).toContain("start: second\n")
  })

  it("[E9] put a new state onto an exit and write it after the one that leads to it", () => {
    const after = edited(chain, {
      name: "state.insertOnExit",
      args: {
        file: flow,
        state: "second",
        exit: "old",
        insert: { id: "note", state: { type: "message", say: "请稍等" } },
      },
    })
    expect(textOf(after)).toContain(
      "      old: note\n      else: end\n  note:\n    type: message\n    say: 请稍等\n    to: third\n  third:",
    )
  })

  it("[E9] turn the short form of an exit into the long one when a second exit is named", () => {
    const after = edited(chain, {
      name: "exit.set",
      args: { file: flow, state: "third", exit: "later", target: "first" },
    })
    expect(textOf(after)).toContain("    to:\n      next: end\n      later: first\n")
  })

  it("[E10] paste states with new ids, the ways among them kept", () => {
    const clip = copyStates(chain, flow, ["second", "third"])
    const after = edited(chain, {
      name: "states.paste",
      args: { file: flow, clip, position: { x: 0, y: 0 } },
    })
    const value = after.value(flow) ?? null
    const second = findState(value, "second2")
    expect(second && exitsOf(second.value, []).map(({ exit, target }) => [exit, target])).toEqual([
      ["old", "third2"],
      ["else", "end"],
    ])
    expect(second?.value.cases).toEqual({ old: { when: "keys.second2 != ''" } })
    const elsewhere = smallFlow("  first: { type: final, outcome: done }\n")
    const pasted = edited(elsewhere, {
      name: "states.paste",
      args: { file: flow, clip: { ...clip, file: "b/flow.yaml" } },
    })
    expect(findState(pasted.value(flow) ?? null, "third")?.value).toEqual({ type: "message", say: "再见" })
  })

  it("[E5] refuse what the file's way of writing would garble", () => {
    const odd = smallFlow("  first: &x { type: final, outcome: done }\n  other: *x\n")
    expect(
      refusalOf(odd, {
        name: "field.set",
        args: { file: flow, path: ["states", "other", "note"], value: "a" },
      }),
    ).toContain("text")
    const broken = odd.with({ [flow]: "a: [1" })
    expect(refusalOf(broken, { name: "field.set", args: { file: flow, path: ["a"], value: 1 } })).toContain(
      "mend it as text",
    )
  })

  it.each(["empty", "form", { copy: "complaint/flow.yaml" }] as const)(
    "[E11] make a flow from %j that has no errors, and take it away",
    (from) => {
      const title = { zh: "新流程", en: "New flow" }
      const made = edited(shipped, { name: "flow.create", args: { id: "brand-new", title, from } })
      const { diagnostics } = compileFlowSet(made.texts)
      expect(diagnostics.filter((each) => each.severity === "error")).toEqual([])
      expect(made.value("brand-new/flow.yaml")).toMatchObject({ id: "brand-new", title })
      const gone = edited(made, { name: "flow.remove", args: { file: "brand-new/flow.yaml" } })
      expect(gone.texts).toEqual(shipped.texts)
    },
    60_000,
  )

  it("[E11] refuse a name that would leave its folder, one that is there, and to take away what others run", () => {
    const title = { zh: "甲" }
    for (const id of ["../a", "a/b", "A", "", "patterns/x"])
      expect(refusalOf(shipped, { name: "flow.create", args: { id, title, from: "empty" } })).toContain(
        "cannot name",
      )
    expect(
      refusalOf(shipped, { name: "flow.create", args: { id: "surrender", title, from: "empty" } }),
    ).toContain("already")
    expect(refusalOf(shipped, { name: "flow.create", args: { id: "skip", title, from: "empty" } })).toContain(
      "already",
    )
    expect(refusalOf(shipped, { name: "flow.remove", args: { file: "identify/flow.yaml" } })).toContain(
      "still runs",
    )
  })

  it.each([
    ["queue", "surrenderDesk", "desk"],
    ["operation", "policy.surrenderQuote", "policy.quote"],
    ["parameter", "maxOffers", "mostOffers"],
  ] as const)(
    "[E12] tell where a %s is named, and rename it there",
    (kind, name, to) => {
      const uses = usesOf(shipped, kind, name)
      expect(uses.length).toBeGreaterThan(0)
      const after = edited(shipped, { name: "element.rename", args: { kind, name, to } })
      expect(usesOf(after, kind, name)).toEqual([])
      expect(usesOf(after, kind, to)).toHaveLength(uses.length)
      const errors = compileFlowSet(after.texts).diagnostics.filter(({ severity }) => severity === "error")
      expect(errors).toEqual([])
    },
    60_000,
  )

  it("[E7] leave a name that an approved text reads", () => {
    const refused = refusalOf(shipped, {
      name: "element.rename",
      args: { kind: "parameter", name: "payoutDays", to: "days" },
    })
    expect(refused).toContain("approved text")
  })

  it("[E7] keep a note with the state that it is about, and let it go with that state", () => {
    const note = { x: 8, y: 16, text: "金额再核对一下", for: "王敏", about: "third" }
    const noted = edited(createFiles({ [flow]: textOf(chain) }), {
      name: "note.set",
      args: { file: flow, id: "n1", note },
    })
    const renamed = edited(noted, { name: "state.rename", args: { file: flow, id: "third", to: "amount" } })
    const notesOf = (files: Files) => readLayout(files.value(layoutFile(flow))).notes
    expect(notesOf(renamed)).toEqual({ n1: { ...note, about: "amount" } })
    const removed = edited(renamed, { name: "state.remove", args: { file: flow, ids: ["amount"] } })
    const { about: _about, ...rest } = note
    expect(notesOf(removed)).toEqual({ n1: rest })
  })

  it("[E4] keep the line ends of Windows", () => {
    const windows = createFiles({ [flow]: textOf(chain).replaceAll("\n", "\r\n") })
    const after = edited(
      windows,
      { name: "text.set", args: { file: flow, path: ["states", "third", "say"], locale: "en", text: "Bye" } },
      {
        name: "state.add",
        args: { file: flow, id: "more", state: { type: "message", say: "好" }, after: "third" },
      },
      { name: "state.remove", args: { file: flow, ids: ["second"] } },
    )
    expect(textOf(after).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
    expect(findState(after.value(flow) ?? null, "third")?.value.say).toEqual({ zh: "再见", en: "Bye" })
  })
})
