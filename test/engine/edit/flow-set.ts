import { expect } from "vitest"
import {
  applyEdit,
  createFiles,
  type EditCommand,
  type Files,
  invertEdit,
  planEdit,
} from "../../../engine/index.ts"

/** Returns the files after a command, and holds that its edit undoes itself byte for byte, also after JSON. */
export function edited(files: Files, ...commands: readonly EditCommand[]): Files {
  const planned = planEdit(files, commands)
  if (!planned.ok) throw new Error(planned.why.en)
  const edit = JSON.parse(JSON.stringify(planned.edit))
  const after = applyEdit(files, edit)
  expect(after.texts).toEqual(planned.files.texts)
  expect(applyEdit(after, invertEdit(edit)).texts).toEqual(files.texts)
  return after
}

/** Returns why a command cannot run. */
export function refusalOf(files: Files, ...commands: readonly EditCommand[]): string {
  const planned = planEdit(files, commands)
  if (planned.ok) throw new Error("the command runs")
  expect(planned.why.zh).not.toBe("")
  return planned.why.en
}

/** Returns the lines that differ, as a diff shows them. */
export function changedLines(
  before: string,
  after: string,
): { readonly gone: string[]; readonly come: string[] } {
  const a = before.split("\n")
  const b = after.split("\n")
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const from = a.slice(head, a.length - tail)
  const to = b.slice(head, b.length - tail)
  return { gone: from.filter((line) => !to.includes(line)), come: to.filter((line) => !from.includes(line)) }
}

/** Returns a small flow in a flow set of its own, by its states. */
export function smallFlow(states: string, rest = ""): Files {
  return createFiles({
    "flowset.yaml": "format: 1\nlocales: [zh, en]\n",
    "a/flow.yaml": `format: 1\nid: a\ntitle: 甲\noutcomes: [done]\n${rest}start: first\nstates:\n${states}`,
  })
}
