import { expect, test } from "vitest"
import { compileFlowSet } from "../../engine/index.ts"
import { runCustomers } from "../../server/cli/run-customers.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"

const SEED = 2026
/** Each customer at least once in each language. */
const RUNS = 200

test("simulated customers reach their goals, and the core receives what they meant, in both languages", async () => {
  const files = await readFlowFiles(new URL("../../flows", import.meta.url).pathname)
  const { release } = compileFlowSet(files)
  if (release === undefined) throw new Error("The flow set has errors; see `colloquy check`.")
  const { held, diagnostics } = await runCustomers(release, files, { runs: RUNS, seed: SEED })

  expect(diagnostics).toEqual([])
  const services = Object.values(release.flows).filter(
    ({ document }) => document.triggers?.examples !== undefined,
  )
  expect(new Set(held.map(({ flow }) => flow))).toEqual(new Set(services.map(({ id }) => id)))
  expect(new Set(held.map(({ locale }) => locale))).toEqual(new Set(["zh", "en"]))
  // All that is amiss: a goal missed, a write otherwise than meant or by nobody, a question put again, too many
  // turns, a person whom nobody needs.
  const amiss = held.flatMap(({ flow, customer, locale, seed, findings }) =>
    findings.map((finding) => `${flow}/${customer}/${locale} --seed ${seed}: ${finding}`),
  )
  expect(amiss).toEqual([])
}, 120_000)

test("a simulated conversation is the same for the same seed, and another for another", async () => {
  const files = await readFlowFiles(new URL("../../flows", import.meta.url).pathname)
  const { release } = compileFlowSet(files)
  if (release === undefined) throw new Error("The flow set has errors; see `colloquy check`.")
  const said = async (seed: number) => {
    const { held } = await runCustomers(release, files, { runs: 3, seed, only: "claims/stayInHospital/zh" })
    return held.map(({ entries }) =>
      entries.flatMap((entry) => (entry.kind === "customer.said" ? [entry.personal.text] : [])),
    )
  }

  expect(await said(1)).toEqual(await said(1))
  expect(await said(1)).not.toEqual(await said(2))
}, 60_000)
