import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const root = new URL("../../", import.meta.url)
const read = (file: string) => readFileSync(new URL(file, root), "utf8")
const rules = [...read("engine/SPEC.md").matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id = ""]) => id)

/** Ids that titles of tests cite, by id the files: `it("[T5] …")`, `describe("[T1] …")`, also in tables. */
function citations(): ReadonlyMap<string, readonly string[]> {
  const cited = new Map<string, string[]>()
  const files = readdirSync(new URL("test", root), { recursive: true, encoding: "utf8" })
  for (const file of files.filter((name) => /\.test\.tsx?$/.test(name))) {
    const titles = read(`test/${file}`).matchAll(/["'`]((?:\[[A-Z]\d+\] ?)+)/g)
    for (const [, ids = ""] of titles)
      for (const [, id = ""] of ids.matchAll(/\[([A-Z]\d+)\]/g))
        cited.set(id, [...(cited.get(id) ?? []), file])
  }
  return cited
}

describe("engine/SPEC.md", () => {
  const cited = citations()

  it("numbers its rules once", () => {
    expect(rules.filter((id, at) => rules.indexOf(id) !== at)).toEqual([])
    expect(rules.length).toBeGreaterThan(0)
  })

  it("has a test for every rule", () => {
    expect(rules.filter((id) => !cited.has(id))).toEqual([])
  })

  it("has every rule that a test cites", () => {
    const unknown = [...cited].filter(([id]) => !rules.includes(id))
    expect(unknown.map(([id, files]) => `${id} in ${[...new Set(files)].join(", ")}`)).toEqual([])
  })
})
