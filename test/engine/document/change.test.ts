import { readdirSync, readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { applyChange } from "../../../engine/document/change.ts"
import { readFileWithLibrary } from "../../../engine/document/library.ts"
import { printFile } from "../../../engine/document/print.ts"
import { parseSource, type Source } from "../../../engine/document/source.ts"
import { applySplices, invertSplices } from "../../../engine/document/splice.ts"
import { someChange, someJson } from "./random-changes.ts"

const folder = new URL("../../../flows/", import.meta.url)
const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".yaml"),
)
const files = names.map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }))

const starts = files.filter(({ name }) => !name.includes("scenarios/"))

function sourceOf(name: string, text: string): Source {
  const { source, diagnostics } = parseSource(name, text)
  if (source === undefined) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`)
  return source
}

describe("a file of a flow set", () => {
  it("[E1] is read as the YAML library reads it, its writing too", () => {
    for (const { name, text } of starts) {
      const read = readFileWithLibrary(text)
      if (!("root" in read)) throw new Error(name)
      const spanless = (source: unknown) =>
        JSON.stringify(source, (key, value) => (key === "span" ? undefined : value))
      expect(spanless(sourceOf(name, text).root), name).toBe(spanless(read.root))
    }
  })
})

describe("a random value", () => {
  it("[E2] prints and parses to itself, read by the library too", () => {
    fc.assert(
      fc.property(someJson, fc.constantFrom("flow" as const, "other" as const), (value, form) => {
        const text = printFile(value, form)
        expect(parse(text)).toEqual(value)
        expect(sourceOf("a.yaml", text).value).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })
})

describe("a text that is edited by hand", () => {
  const snippet = fc.oneof(
    fc.constantFrom(
      "\n",
      "\n\n",
      "  ",
      " ",
      "- ",
      ": ",
      "#",
      "a: 1\n",
      "  b: 2\n",
      "\n  - c",
      "|\n",
      "{",
      "]",
      '"',
      "---\n",
      "\r\n",
    ),
    fc.string({ maxLength: 3 }),
  )
  const blunder = fc.record({ at: fc.nat(), length: fc.nat(6), put: snippet })
  const texts = [
    "rules.yaml",
    "complaint/flow.yaml",
    "knowledge/refund.yaml",
    "wordings/surrender-loss.yaml",
  ].map((name) => starts.find((each) => each.name === name)?.text.slice(0, 4_000) ?? "")

  it.each([
    ["a key that is no name gets one", "a:\n  b: 1\n  1: x\n  c: 2\n", "a:\n  b: 1\n  e: x\n  c: 2\n"],
    ["what an alias stands for changes", "a:\n  b: &x 1\n  c: *x", "a:\n  b: &x 2\n  c: *x"],
  ])("[E1] is read as if it had never been read before where %s", (_, before, now) => {
    const again = parseSource("a.yaml", now, sourceOf("a.yaml", before))
    const fresh = parseSource("a.yaml", now)
    expect(again.diagnostics).toEqual(fresh.diagnostics)
    expect(again.source?.root).toEqual(fresh.source?.root)
  })

  it("[E1] is read as if it had never been read before", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(blunder, { minLength: 1, maxLength: 6 }),
        (text, blunders) => {
          let now = text
          let earlier = parseSource("a.yaml", now).source
          for (const { at, length, put } of blunders) {
            const from = at % (now.length + 1)
            now = now.slice(0, from) + put + now.slice(from + length)
            const again = parseSource("a.yaml", now, earlier)
            const fresh = parseSource("a.yaml", now)
            expect(again.diagnostics).toEqual(fresh.diagnostics)
            expect(again.source?.root).toEqual(fresh.source?.root)
            earlier = again.source ?? earlier
          }
        },
      ),
      { numRuns: 100 },
    )
  }, 120_000)

  it("[E1] is read as the YAML library reads it, where that reads it at all", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), blunder, (text, { at, length, put }) => {
        const from = at % (text.length + 1)
        const now = text.slice(0, from) + put + text.slice(from + length)
        const read = readFileWithLibrary(now)
        const { source } = parseSource("a.yaml", now)
        expect(source?.value).toEqual("root" in read ? read.root.node.value : undefined)
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})

describe("random changes", () => {
  it("[E3] and as many undos restore a file byte for byte; what was read before is read alike again", () => {
    let made = 0
    let refused = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(someChange, { minLength: 1, maxLength: 8 }),
        ({ name, text }, changes) => {
          let source = sourceOf(name, text)
          const done: { before: string; splices: Parameters<typeof invertSplices>[0] }[] = []
          for (const change of changes) {
            const changed = applyChange(source, change(source.value))
            if (!changed.ok) {
              refused += 1
              continue
            }
            made += 1
            const fresh = sourceOf(name, changed.source.text)
            expect(fresh.root).toEqual(changed.source.root)
            done.push({ before: source.text, splices: changed.splices })
            source = changed.source
          }
          expect(parse(source.text)).toEqual(source.value)
          let undone = source.text
          for (const { before, splices } of done.reverse()) {
            undone = applySplices(undone, invertSplices(splices))
            expect(undone).toBe(before)
          }
          expect(undone).toBe(text)
        },
      ),
      { numRuns: 60 },
    )
    expect(made).toBeGreaterThan(refused)
  }, 120_000)
})
