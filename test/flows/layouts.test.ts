import { expect, it } from "vitest"
import { compileFlowSet } from "../../engine/index.ts"
import { shippedFlows } from "../../server/cli/arguments.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"

it("draws every state of every service at a place of its own, and nothing else", async () => {
  const files = await readFlowFiles(shippedFlows)
  const { release } = compileFlowSet(files)
  if (release === undefined) throw new Error("The shipped flows have errors.")
  const wrong = Object.entries(files).flatMap(([file, text]) => {
    if (!file.endsWith("/layout.json")) return []
    const placed = Object.keys(JSON.parse(text).states)
    const states = release.flows[file.split("/").at(-2) ?? ""]?.states ?? {}
    const own = Object.keys(states).filter((id) => !Object.hasOwn(release.settings.defaults.states, id))
    return [
      ...placed.filter((id) => !Object.hasOwn(states, id)).map((id) => `${file}: there is no "${id}"`),
      ...own.filter((id) => !placed.includes(id)).map((id) => `${file}: "${id}" has no place`),
    ]
  })
  expect(wrong).toEqual([])
  const services = Object.values(release.flows).filter(({ document }) => document.triggers !== undefined)
  expect(services.filter(({ id }) => !Object.hasOwn(files, `${id}/layout.json`)).map(({ id }) => id)).toEqual(
    [],
  )
})
