import { describe, expect, it } from "vitest"
import { createSurroundingsReader } from "../../../designer/model/surroundings.ts"
import { importCommands, planImport } from "../../../designer/texttable/importPlan.ts"
import { textRows } from "../../../designer/texttable/textRows.ts"
import { readSheets, toSheets } from "../../../designer/texttable/textSheet.ts"
import { readXlsx, writeXlsx } from "../../../designer/texttable/xlsx.ts"
import { createFiles, type Files, planEdit } from "../../../engine/index.ts"
import { shippedTexts } from "../../engine/edit/shipped-texts.ts"

const shipped = createFiles(shippedTexts())
const file = "complaint/flow.yaml"

function rowsOf(files: Files, released: Files | null = null) {
  const around = createSurroundingsReader()(files)
  const flow = around.flows.complaint
  if (flow === undefined) throw new Error("no flow")
  return textRows(flow, file, around, released === null ? null : (name) => released.value(name))
}

function written(files: Files, path: readonly (string | number)[], locale: string, text: string): Files {
  const planned = planEdit(files, { name: "text.set", args: { file, path: [...path], locale, text } })
  if (!planned.ok) throw new Error(planned.why.en)
  return planned.files
}

const heads = ["place", "part", "zh", "en", "key"]
const sheetsOf = (files: Files) => toSheets("complaint", ["zh", "en"], rowsOf(files), heads, () => ["", ""])

/** Goes through a real Excel file, after a translator wrote into it. */
async function translated(files: Files, changed: Readonly<Record<string, string>>) {
  const sheets = sheetsOf(files)
  const texts = sheets.texts.map((row) => {
    const key = row.at(-1) ?? ""
    return changed[key] === undefined ? row : row.with(3, changed[key])
  })
  const blob = await writeXlsx({ ...sheets, texts })
  const read = readSheets((await readXlsx(await blob.arrayBuffer())) ?? [])
  if (typeof read === "string") throw new Error(read)
  return read
}

describe("the rows of the table of texts", () => {
  it("tell what is missing in a language and what changed since the release", () => {
    const [row] = rowsOf(shipped).filter(({ place }) => place.is === "slot")
    if (row === undefined) throw new Error("no slot")
    expect(rowsOf(shipped).filter(({ missing }) => missing.length > 0)).toEqual([])
    const without = rowsOf(written(shipped, row.path, "en", "")).find(({ key }) => key === row.key)
    expect(without?.missing).toEqual(["en"])
    const other = written(shipped, row.path, "zh", "另一句")
    const changed = rowsOf(other, shipped).filter(({ isChanged }) => isChanged)
    expect(changed.map(({ key }) => key)).toEqual([row.key])
  })

  it("show what was approved without letting it be changed", () => {
    const around = createSurroundingsReader()(shipped)
    const flow = around.flows.surrender
    if (flow === undefined) throw new Error("no flow")
    const regulated = textRows(flow, "surrender/flow.yaml", around, null).filter(
      ({ place }) => place.is === "wording",
    )
    expect(regulated.map(({ place }) => place.id)).toContain("surrender-loss")
    expect(regulated.every(({ isFixed, isUnapproved }) => isFixed && !isUnapproved)).toBe(true)
  })
})

describe("a translator's file", () => {
  it("comes back as it went", async () => {
    const { flow, rows } = await translated(shipped, {})
    expect(flow).toBe("complaint")
    expect(rows.length).toBe(rowsOf(shipped).filter(({ isFixed }) => !isFixed).length)
    expect(planImport(rowsOf(shipped), rows)).toEqual({ changes: [], stale: [], gone: [] })
  })

  it("changes what was translated and nothing else, as one step", async () => {
    const [first, second] = rowsOf(shipped).filter(({ isFixed }) => !isFixed)
    if (first === undefined || second === undefined) throw new Error("no texts")
    const { rows } = await translated(shipped, {
      [first.key]: "A new title\n  with a second line",
      [second.key]: "",
    })
    const plan = planImport(rowsOf(shipped), rows)
    expect(plan.changes.map(({ row, locale, next }) => [row.key, locale, next])).toEqual([
      [first.key, "en", "A new title\n  with a second line"],
    ])
    const planned = planEdit(shipped, importCommands(plan.changes))
    expect(planned.ok && planned.edit.changes.map((change) => change.file)).toEqual([file])
    expect(planned.ok && rowsOf(planned.files)[0]?.texts.en).toBe("A new title\n  with a second line")
  })

  it("is shown, not taken, where the original changed meanwhile or the text is gone", async () => {
    const [first, second] = rowsOf(shipped).filter(({ place, isFixed }) => place.is === "slot" && !isFixed)
    if (first === undefined || second === undefined) throw new Error("no texts")
    const { rows } = await translated(shipped, { [first.key]: "One", [second.key]: "Two" })
    const meanwhile = written(shipped, first.path, "zh", "原文改了")
    const now = rowsOf(meanwhile).filter(({ key }) => key !== second.key)
    const plan = planImport(now, rows)
    expect(plan.changes).toEqual([])
    expect(plan.stale.map(({ row, next }) => [row.key, next])).toEqual([[first.key, "One"]])
    expect(plan.gone).toEqual([second.key])
  })

  it("is refused when it is no such file", async () => {
    expect(await readXlsx(new TextEncoder().encode("not a spreadsheet").buffer as ArrayBuffer)).toBeNull()
    expect(readSheets([[["a", "b"]]])).toBe("not-ours")
    expect(readSheets([sheetsOf(shipped).originals])).toBe("damaged")
    const { texts, originals } = sheetsOf(shipped)
    expect(readSheets([texts.map((row) => row.slice(0, -1)), originals])).toBe("damaged")
  })
})
