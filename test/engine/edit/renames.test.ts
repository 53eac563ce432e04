import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  applyEdit,
  compileFlowSet,
  createFiles,
  type EditCommand,
  type Files,
  invertEdit,
  planEdit,
  statesOf,
  usesOf,
  valueAt,
} from "../../../engine/index.ts"
import { changedLines, edited, refusalOf } from "./flow-set.ts"
import { shippedTexts } from "./shipped-texts.ts"

const shipped = createFiles(shippedTexts())

function errorsOf(files: Files): readonly string[] {
  return compileFlowSet(files.texts)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ file, line, message }) => `${file}:${line} ${message}`)
}

/** Returns the files that differ, `gone` for one that is no more. */
function changedFiles(after: Files): readonly string[] {
  const names = new Set([...Object.keys(shipped.texts), ...Object.keys(after.texts)])
  return [...names].filter((file) => shipped.texts[file] !== after.texts[file]).sort()
}

describe("renames over the whole flow set", { timeout: 120_000 }, () => {
  it.each<[string, EditCommand]>([
    ["flow", { name: "flow.rename", args: { file: "payee/flow.yaml", to: "pay-to" } }],
    ["wording", { name: "wording.rename", args: { id: "surrender-loss", to: "loss-on-surrender" } }],
    [
      "outcome",
      {
        name: "outcome.rename",
        args: { file: "identify/flow.yaml", name: "notIdentified", to: "unknownPerson" },
      },
    ],
    ["own slot", { name: "slot.rename", args: { file: "surrender/flow.yaml", name: "reason", to: "why" } }],
    [
      "shared slot",
      { name: "slot.rename", args: { file: "flowset.yaml", name: "callbackPhone", to: "phoneToCall" } },
    ],
    [
      "data that rules read",
      { name: "data.rename", args: { file: "claims-status/flow.yaml", name: "status", to: "standing" } },
    ],
    [
      "default state",
      { name: "state.rename", args: { file: "flowset.yaml", id: "toPerson", to: "bringPerson" } },
    ],
  ])("[E7] leave no error behind: %s", (_, command) => {
    expect(errorsOf(edited(shipped, command))).toEqual([])
  })

  it("[E7] move a flow's folder, remember its old id, and touch only what names it", () => {
    const after = edited(shipped, { name: "flow.rename", args: { file: "payee/flow.yaml", to: "pay-to" } })
    const value = after.value("pay-to/flow.yaml")
    expect(valueAt(value, ["id"])).toBe("pay-to")
    expect(valueAt(value, ["was"])).toEqual(["payee"])
    expect(Object.keys(after.texts).filter((file) => file.startsWith("payee/"))).toEqual([])
    expect(Object.keys(after.texts)).toHaveLength(Object.keys(shipped.texts).length)
    expect(after.texts["pay-to/layout.json"]).toBe(shipped.texts["payee/layout.json"])
    expect(usesOf(after, "flow", "payee")).toEqual([])
    const { gone, come } = changedLines(
      shipped.texts["claims/flow.yaml"] ?? "",
      after.texts["claims/flow.yaml"] ?? "",
    )
    expect(gone.length).toBeGreaterThan(0)
    expect(come).toEqual(gone.map((line) => line.replace(/payee$/, "pay-to")))
  })

  it("[E7] keep what a wording says, which was approved", () => {
    const after = edited(shipped, { name: "wording.rename", args: { id: "surrender-loss", to: "loss" } })
    expect(after.texts["wordings/loss.yaml"]).toBe(
      shipped.texts["wordings/surrender-loss.yaml"]?.replace("id: surrender-loss", "id: loss"),
    )
    expect(after.texts["rules.yaml"]).toContain('"checkpoint:loss"')
  })

  it("[E7] rename an outcome where it ends, where it is an exit, and in rules and scenarios", () => {
    const flow = (states: string) =>
      `format: 1\nid: a\ntitle: 甲\noutcomes: [done, kept]\nstart: end\nstates:\n${states}`
    const files = createFiles({
      "flowset.yaml": "format: 1\nlocales: [zh]\ndefaults:\n  states: {}\n",
      "a/flow.yaml": flow(
        "  end: { type: final, outcome: kept }\n  part:\n    type: group\n    states:\n      in: { type: final, outcome: kept }\n",
      ),
      "a/scenarios/one.yaml": "scenario: x\nflow: a\nsteps:\n  - ends: kept\n",
      "b/flow.yaml": flow(
        "  run:\n    type: subflow\n    flow: a\n    to:\n      done: end\n      kept: end\n  end: { type: final, outcome: kept }\n",
      ).replace("id: a", "id: b"),
      "b/scenarios/not-covered.yaml": '"run#kept": never\n',
      "rules.yaml": 'rules:\n  - id: x\n    never: "outcome:a/kept"\n',
    })
    const after = edited(files, {
      name: "outcome.rename",
      args: { file: "a/flow.yaml", name: "kept", to: "left" },
    })
    expect(after.texts["a/flow.yaml"]).toContain("outcomes: [done, left]")
    expect(statesOf(after.value("a/flow.yaml") ?? null).map(({ value }) => value.outcome)).toEqual([
      "left",
      undefined,
      "kept",
    ])
    expect(after.texts["a/scenarios/one.yaml"]).toContain("ends: left")
    expect(valueAt(after.value("b/flow.yaml"), ["states", "run", "to", "left"])).toEqual({
      to: "end",
      was: ["kept"],
    })
    expect(after.texts["b/flow.yaml"]).toContain("end: { type: final, outcome: kept }")
    expect(after.texts["b/scenarios/not-covered.yaml"]).toBe('"run#left": never\n')
    expect(after.texts["rules.yaml"]).toContain("outcome:a/left")
  })

  it("[E7] follow data into the rules of their flow, not into those of others that have data of that name", () => {
    const declares = (id: string) =>
      `format: 1\nid: ${id}\ntitle: 甲\noutcomes: [done]\ndata:\n  quote: ${id}.quote\nstart: x\nstates:\n  x: { type: service, service: ${id}.do, to: x }\n`
    const files = createFiles({
      "a/flow.yaml": declares("a"),
      "b/flow.yaml": declares("b"),
      "rules.yaml":
        'rules:\n  - id: one\n    holds: { of: "service:a.do", is: data.quote.ok }\n  - id: two\n    holds: { of: "service:b.do", is: data.quote.ok }\n',
    })
    const after = edited(files, {
      name: "data.rename",
      args: { file: "a/flow.yaml", name: "quote", to: "offer" },
    })
    expect(changedLines(files.texts["rules.yaml"] ?? "", after.texts["rules.yaml"] ?? "")).toEqual({
      gone: ['    holds: { of: "service:a.do", is: data.quote.ok }'],
      come: ['    holds: { of: "service:a.do", is: data.offer.ok }'],
    })
  })

  it("[E7] refuse what the engine knows by its name", () => {
    expect(
      refusalOf(shipped, { name: "flow.rename", args: { file: "complaint/flow.yaml", to: "grievance" } }),
    ).toContain("by its id")
    expect(
      refusalOf(shipped, { name: "flow.rename", args: { file: "payee/flow.yaml", to: "surrender" } }),
    ).toContain("already")
    expect(
      refusalOf(shipped, { name: "flow.rename", args: { file: "payee/flow.yaml", to: "../x" } }),
    ).toContain("cannot be an id")
    expect(
      refusalOf(shipped, {
        name: "outcome.rename",
        args: { file: "patterns/cancel/flow.yaml", name: "kept", to: "stays" },
      }),
    ).toContain("pattern")
    expect(
      refusalOf(shipped, {
        name: "outcome.rename",
        args: { file: "surrender/flow.yaml", name: "resolvedByPerson", to: "solved" },
      }),
    ).toContain("common steps")
  })
})

describe("entries, rules and wordings", () => {
  const file = "knowledge/afterwards.yaml"
  it("[E4] are added, renamed and taken away in the lines of their own", () => {
    const value = { ask: { zh: ["问题"] }, say: { zh: "回答" } }
    const added = edited(shipped, {
      name: "listed.add",
      args: { file, kind: "knowledge", id: "new-entry", value },
    })
    expect(added.texts[file]).toBe(
      `${shipped.texts[file]}- id: new-entry\n  ask: { zh: [问题] }\n  say:\n    zh: 回答\n`,
    )
    const renamed = edited(added, {
      name: "listed.rename",
      args: { file, kind: "knowledge", id: "new-entry", to: "newer" },
    })
    expect(renamed.texts[file]).toContain("- id: newer\n")
    expect(renamed.texts[file]).toContain("was: [new-entry]")
    const gone = edited(added, { name: "listed.remove", args: { file, kind: "knowledge", id: "new-entry" } })
    expect(gone.texts).toEqual(shipped.texts)
    expect(
      refusalOf(added, { name: "listed.add", args: { file, kind: "knowledge", id: "new-entry", value } }),
    ).toContain("already")
  })

  it("[E11] make a wording that is not approved yet, and take it away", () => {
    const version = {
      version: "1",
      effectiveFrom: "2026-12-01",
      text: { zh: "告知" },
      accept: { zh: ["同意"] },
    }
    const made = edited(shipped, {
      name: "wording.add",
      args: { id: "new-notice", title: { zh: "新告知" }, version },
    })
    expect(made.value("wordings/new-notice.yaml")).toEqual({
      format: 1,
      id: "new-notice",
      title: { zh: "新告知" },
      versions: [version],
    })
    expect(edited(made, { name: "wording.remove", args: { id: "new-notice" } }).texts).toEqual(shipped.texts)
    expect(changedFiles(made)).toEqual(["wordings/new-notice.yaml"])
  })
})

const someRename: fc.Arbitrary<EditCommand> = fc.oneof(
  fc
    .constantFrom("payee", "callback", "identify")
    .chain((flow) =>
      fc
        .constantFrom("x-one", "x-two")
        .map((to): EditCommand => ({ name: "flow.rename", args: { file: `${flow}/flow.yaml`, to } })),
    ),
  fc
    .constantFrom("surrender-loss", "privacy-notice")
    .chain((id) =>
      fc
        .constantFrom("w-one", "w-two")
        .map((to): EditCommand => ({ name: "wording.rename", args: { id, to } })),
    ),
  fc.constantFrom("surrendered", "kept").map(
    (name): EditCommand => ({
      name: "outcome.rename",
      args: { file: "surrender/flow.yaml", name, to: `${name}Now` },
    }),
  ),
  fc
    .constantFrom("policyNo", "mobile")
    .map(
      (name): EditCommand => ({ name: "slot.rename", args: { file: "flowset.yaml", name, to: `${name}X` } }),
    ),
  fc.constantFrom("reason", "pick").map(
    (name): EditCommand => ({
      name: "slot.rename",
      args: { file: "surrender/flow.yaml", name, to: `${name}X` },
    }),
  ),
  fc
    .constantFrom("toPerson", "callback")
    .map((id): EditCommand => ({ name: "state.rename", args: { file: "flowset.yaml", id, to: `${id}Now` } })),
  fc.constantFrom("insure-again", "disclosure-scope").map(
    (id): EditCommand => ({
      name: "listed.remove",
      args: { file: "knowledge/afterwards.yaml", kind: "knowledge", id },
    }),
  ),
)

describe("the history of renames", () => {
  it("[E3] goes back byte for byte over any number of them", () => {
    fc.assert(
      fc.property(fc.array(someRename, { minLength: 1, maxLength: 5 }), (wanted) => {
        let files = shipped
        const done = wanted.flatMap((command) => {
          const planned = planEdit(files, command)
          if (!planned.ok) return []
          files = planned.files
          return [JSON.parse(JSON.stringify(planned.edit))]
        })
        const back = done.reduceRight((after: Files, edit) => applyEdit(after, invertEdit(edit)), files)
        expect(back.texts).toEqual(shipped.texts)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

describe("common steps", () => {
  const file = "flowset.yaml"
  it("[E4] are edited like those of a flow, in the lines that are meant", () => {
    const asked = edited(shipped, {
      name: "on.add",
      args: { file, state: "toPerson", name: "silent", entry: { silence: "PT3M" }, target: "withPerson" },
    })
    const { gone, come } = changedLines(shipped.texts[file] ?? "", asked.texts[file] ?? "")
    expect(gone).toEqual([])
    expect(come.map((line) => line.trim())).toEqual([
      "silent: withPerson",
      "on: { silent: { silence: PT3M } }",
    ])
    const turned = edited(asked, {
      name: "exit.set",
      args: { file, state: "toPerson", exit: "timeout", target: "withPerson" },
    })
    expect(valueAt(turned.value(file), ["defaults", "states", "toPerson", "to", "timeout"])).toBe(
      "withPerson",
    )
    const added = edited(shipped, {
      name: "state.add",
      args: { file, id: "tellLater", state: { type: "message", say: "好", to: "withPerson" } },
    })
    expect(errorsOf(added)).toEqual([])
    const removed = edited(added, { name: "state.remove", args: { file, ids: ["tellLater"] } })
    expect(removed.texts).toEqual(shipped.texts)
  })
})
