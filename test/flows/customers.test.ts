import { expect, test } from "vitest"
import { compileFlowSet } from "../../engine/index.ts"
import { runCustomers } from "../../server/cli/run-customers.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"

const SEED = 2026

/** What is known not to be as it should, by its name, with the reason. */
const KNOWN = [
  // The simulated customer does not see that the account read back, chosen in a flow that has ended, is his slip.
  'claims/stayInHospital/zh --seed 2110: "claim.submit" received',
  // 我要把终身寿险退了，不划算: the reason alone is near to a question of the knowledge, which is answered instead.
  "surrender/largeRefund/zh --seed 2096: Asked again though answered: reason.",
]

test("simulated customers reach their goals, and the core receives what they meant, in both languages", async () => {
  const files = await readFlowFiles(new URL("../../flows", import.meta.url).pathname)
  const { release } = compileFlowSet(files)
  if (release === undefined) throw new Error("The flow set has errors; see `colloquy check`.")
  const { held, diagnostics } = await runCustomers(release, files, { runs: 100, seed: SEED })

  expect(diagnostics).toEqual([])
  expect(new Set(held.map(({ locale }) => locale))).toEqual(new Set(["zh", "en"]))
  // All that is amiss: a goal missed, a write otherwise than meant or by nobody, a question put again, too many turns.
  const amiss = held.flatMap(({ flow, customer, locale, seed, findings }) =>
    findings.map((finding) => `${flow}/${customer}/${locale} --seed ${seed}: ${finding}`),
  )
  expect(amiss.filter((one) => !KNOWN.some((known) => one.startsWith(known)))).toEqual([])
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
