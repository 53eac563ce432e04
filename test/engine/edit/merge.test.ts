import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { applyChange } from "../../../engine/document/change.ts"
import { createFiles, type MergeConflict, mergeFile, parseSource, planEdit } from "../../../engine/index.ts"
import { someChange } from "../document/random-changes.ts"
import { shippedTexts } from "./shipped-texts.ts"

const file = "a/flow.yaml"
const base = `id: a
outcomes: [done]
# of the start
start: first
slots:
  reason: { type: text }
states:
  # greets
  first:
    type: message
    say:
      zh: 您好
      en: Hello
    to: second
  second:
    type: message
    say: 再见
    to: end
  end: { type: final, outcome: done }
`
const edit = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(from)
    return text.replace(from, to)
  }, base)
const merge = (
  ours: string | null,
  theirs: string | null,
  decide?: (place: MergeConflict) => "ours" | "theirs",
) => mergeFile(file, { base, ours, theirs }, decide)

describe("mergeFile", () => {
  it("[D3] takes what one side changed as it is written, comments too", () => {
    const ours = edit(["zh: 您好", "zh: 您好！"])
    const theirs = edit(
      ["en: Hello", "en: Good day # formal"],
      ["  end:", "  # by her\n  third: # new\n    type: message\n    to: end\n  end:"],
      ["# of the start", "# where it starts"],
    )
    const expected = edit(
      ["zh: 您好", "zh: 您好！"],
      ["en: Hello", "en: Good day # formal"],
      ["  end:", "  # by her\n  third: # new\n    type: message\n    to: end\n  end:"],
      ["# of the start", "# where it starts"],
    )
    expect(merge(ours, theirs)).toEqual({ text: expected, conflicts: [] })
    expect(merge(theirs, ours)).toEqual({ text: expected, conflicts: [] })
  })

  it("[D3] merges words in lists and inline maps by themselves", () => {
    const ours = edit(["[done]", "[done, kept]"], ["{ type: text }", "{ type: text, optional: true }"])
    const theirs = edit(["[done]", "[done, lost]"], ["{ type: text }", "{ type: text, title: 原因 }"])
    const { text, conflicts } = merge(ours, theirs)
    expect(conflicts).toEqual([])
    expect(parse(text ?? "")).toMatchObject({
      outcomes: ["done", "kept", "lost"],
      slots: { reason: { type: "text", optional: true, title: "原因" } },
    })
  })

  it("[D4] lists what both changed otherwise, and leaves our side without a marker", () => {
    const ours = edit(["zh: 您好", "zh: 早上好"], ["say: 再见", "say: 回头见"])
    const theirs = edit(["zh: 您好", "zh: 晚上好"], ["en: Hello", "en: Good evening"])
    const { text, conflicts } = merge(ours, theirs)
    expect(conflicts).toEqual([
      { path: ["states", "first", "say", "zh"], base: "您好", ours: "早上好", theirs: "晚上好" },
    ])
    expect(text).toBe(ours.replace("en: Hello", "en: Good evening"))
    const decided = merge(ours, theirs, () => "theirs")
    expect(decided).toEqual({ text: text?.replace("早上好", "晚上好"), conflicts: [] })
  })

  it("[D4] lists what one side took away and the other changed", () => {
    const removed = edit(["  second:\n    type: message\n    say: 再见\n    to: end\n", ""])
    const changed = edit(["say: 再见", "say: 回头见"])
    for (const [ours, theirs] of [
      [removed, changed],
      [changed, removed],
    ] as const) {
      const { text, conflicts } = merge(ours, theirs)
      expect(conflicts.map(({ path }) => path)).toEqual([["states", "second"]])
      expect(text).toBe(ours)
      expect(merge(ours, theirs, () => "theirs")).toEqual({ text: theirs, conflicts: [] })
    }
  })

  it("[D5] lets a change meet a state that the other side renamed", () => {
    const planned = planEdit(createFiles({ [file]: base }), {
      name: "state.rename",
      args: { file, id: "second", to: "farewell" },
    })
    const renamed = planned.ok ? (planned.files.texts[file] ?? "") : ""
    const other = edit(
      ["say: 再见", "say: 回头见"],
      ["  end:", "  third: { type: message, to: second }\n  end:"],
    )
    for (const [ours, theirs] of [
      [renamed, other],
      [other, renamed],
    ] as const) {
      const { text, conflicts } = merge(ours, theirs)
      expect(conflicts).toEqual([])
      expect(parse(text ?? "").states).toMatchObject({
        first: { to: "farewell" },
        farewell: { say: "回头见", was: ["second"] },
        third: { to: "farewell" },
      })
    }
  })

  it("[D6] merges positions, ours where both moved a state", () => {
    const layout = (states: object) => JSON.stringify({ format: 1, states })
    const { text, conflicts } = mergeFile("a/layout.json", {
      base: layout({ a: { x: 0, y: 0 }, b: { x: 0, y: 0 }, c: { x: 0, y: 0 } }),
      ours: layout({ a: { x: 1, y: 0 }, b: { x: 0, y: 0 }, c: { x: 3, y: 0 } }),
      theirs: layout({ a: { x: 0, y: 0 }, b: { x: 2, y: 0 }, c: { x: 4, y: 0 }, d: { x: 5, y: 0 } }),
    })
    expect(conflicts).toEqual([])
    expect(JSON.parse(text ?? "").states).toEqual({
      ...{ a: { x: 1, y: 0 }, b: { x: 2, y: 0 }, c: { x: 3, y: 0 }, d: { x: 5, y: 0 } },
    })
  })

  it.each([
    ["that is gone on disk", base.replace("再见", "回头见"), null],
    ["that is gone here", null, base.replace("再见", "回头见")],
    ["that is no YAML any more", base.replace("再见", "回头见"), "a: [1"],
  ])("[D7] makes one conflict of a file %s", (_, ours, theirs) => {
    const { text, conflicts } = merge(ours, theirs)
    expect([text, conflicts.map(({ path }) => path)]).toEqual([ours, [[]]])
    expect(merge(ours, theirs, () => "theirs")).toEqual({ text: theirs, conflicts: [] })
  })

  it("[D3] commutes in what it comes to, for random changes without a conflict", () => {
    const texts = shippedTexts()
    const names = Object.keys(texts).filter((name) =>
      /(complaint|identify)\/flow\.yaml$|^rules\.yaml$/.test(name),
    )
    let merged = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(someChange, { maxLength: 3 }),
        fc.array(someChange, { maxLength: 3 }),
        (name, mine, hers) => {
          const start = texts[name] ?? ""
          const changed = (changes: typeof mine) =>
            changes.reduce(
              (source, change) => {
                const made = applyChange(source, change(source.value))
                return made.ok ? made.source : source
              },
              sourceOf(name, start),
            )
          const [ours, theirs] = [changed(mine), changed(hers)]
          const one = mergeFile(name, { base: start, ours: ours.text, theirs: theirs.text })
          const other = mergeFile(name, { base: start, ours: theirs.text, theirs: ours.text })
          expect(one.conflicts.length === 0).toBe(other.conflicts.length === 0)
          expect(one.text).not.toMatch(/^(<<<<<<<|>>>>>>>)/m)
          const value = sourceOf(name, one.text ?? "").value
          if (one.conflicts.length > 0) return
          merged += 1
          expect(sorted(sourceOf(name, other.text ?? "").value)).toEqual(sorted(value))
        },
      ),
      { numRuns: 60 },
    )
    expect(merged).toBeGreaterThan(10)
  }, 120_000)
})

/** New items of lists stand in our order, so order does not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(sorted)
      .map((item) => JSON.stringify(item))
      .sort()
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}

function sourceOf(name: string, text: string) {
  const { source } = parseSource(name, text)
  if (source === undefined) throw new Error(`${name} is no YAML:\n${text}`)
  return source
}
