import { readdirSync, readFileSync } from "node:fs"
import { posix } from "node:path"
import { describe, expect, it } from "vitest"

const root = new URL("../../engine/", import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))

/** By folder of the engine, the folders that it may read besides itself; `types.ts` may be read by all. */
const document = ["document"]
const values = [...document, "calendar", "format"]
const mayRead: Readonly<Record<string, readonly string[]>> = {
  "types.ts": ["types"],
  types: [],
  document,
  edit: document,
  calendar: [],
  format: ["calendar"],
  slots: values,
  expression: values,
  states: [...values, "slots", "expression"],
  compile: [...values, "slots", "expression", "states"],
  understand: [...values, "slots", "expression"],
  run: [...values, "slots", "expression", "states", "compile", "understand"],
  simulate: [...values, "slots", "expression", "states", "compile", "understand", "run"],
  check: [...values, "slots", "expression", "states", "compile", "understand"],
  export: [...values, "slots", "expression", "states", "compile"],
  prove: [...values, "slots", "expression", "states", "compile", "check"],
}

const imports = files.flatMap((file) => {
  const text = readFileSync(new URL(file, root), "utf8")
  const names = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) => name)
  return names.map((name) => ({ file, name }))
})

describe("imports of the engine", () => {
  it("stay inside it, without Node and without a browser's packages", () => {
    const outside = imports.filter(
      ({ file, name }) =>
        name.startsWith("node:") ||
        /^(react|hono|better-sqlite3|drizzle)/.test(name) ||
        (name.startsWith(".") && posix.join(posix.dirname(file), name).startsWith("..")),
    )
    expect(outside).toEqual([])
  })

  it.each(Object.keys(mayRead))("run one way from %s", (folder) => {
    const allowed = ["types.ts", folder, ...(mayRead[folder] ?? [])]
    const wrong = imports.flatMap(({ file, name }) => {
      if (file.split("/")[0] !== folder || !name.startsWith(".")) return []
      const target = posix.join(posix.dirname(file), name)
      if (folder === "prove" && target === "run/moves.ts") return []
      return allowed.includes(target.split("/")[0] ?? "") ? [] : [`${file} reads ${target}`]
    })
    expect(wrong).toEqual([])
  })

  it("cover every folder", () => {
    const folders = new Set(files.map((file) => file.split("/")[0] ?? ""))
    expect([...folders].filter((folder) => folder !== "index.ts" && mayRead[folder] === undefined)).toEqual(
      [],
    )
  })
})
