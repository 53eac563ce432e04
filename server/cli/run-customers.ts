import {
  type CustomersDocument,
  createUnderstanding,
  customersSchema,
  type Diagnostic,
  isCustomers,
  type Release,
  readFileAs,
  type SimulatedRun,
  simulateCustomer,
} from "../../engine/index.ts"
import { createIsolatedCore } from "../rehearsal/isolated-core.ts"

/** A simulated customer in one of the languages that he speaks. */
type Person = {
  readonly flow: string
  readonly customer: string
  readonly locale: string
  readonly document: CustomersDocument["customers"][string]
}

export type CustomerRunOptions = {
  readonly runs: number
  readonly seed: number
  /** Takes only those whose `flow/customer/locale` has this text. */
  readonly only?: string
  /** Hears of each conversation as it ends. */
  readonly onRun?: (run: SimulatedRun) => void
}

/**
 * Holds conversations of the flow set's simulated customers, each with a sample insurer of its own. Run k takes the
 * k-th customer in turn, with the seed + k, so that any single one can be held again. `diagnostics`: what is wrong
 * with the files; then nothing is held.
 */
export async function runCustomers(
  release: Release,
  files: Readonly<Record<string, string>>,
  { runs, seed, only = "", onRun = () => {} }: CustomerRunOptions,
): Promise<{ readonly held: readonly SimulatedRun[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { people, diagnostics } = readPeople(files)
  const chosen = people.filter(({ flow, customer, locale }) => `${flow}/${customer}/${locale}`.includes(only))
  const held: SimulatedRun[] = []
  if (diagnostics.length > 0 || chosen.length === 0) return { held, diagnostics }
  const releases = { current: release, all: { [release.id]: release } }
  const understanding = createUnderstanding(release)
  const core = createIsolatedCore(release.operations)
  for (let index = 0; index < runs; index += 1) {
    const person = chosen[index % chosen.length]
    if (person === undefined) break
    const { document, ...name } = person
    const ports = { releases, understanding, port: core.perform, play: core.play }
    const run = await simulateCustomer(document, { ...name, seed: seed + index }, ports)
    core.reset()
    held.push(run)
    onRun(run)
  }
  return { held, diagnostics }
}

function readPeople(files: Readonly<Record<string, string>>) {
  const people: Person[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of Object.keys(files).filter(isCustomers).sort()) {
    const read = readFileAs(customersSchema, file, files[file] ?? "")
    diagnostics.push(...read.diagnostics)
    if (read.value === undefined) continue
    const { flow, customers } = read.value
    for (const [customer, document] of Object.entries(customers))
      for (const locale of Object.keys(document.wants)) people.push({ flow, customer, locale, document })
  }
  return { people, diagnostics }
}
