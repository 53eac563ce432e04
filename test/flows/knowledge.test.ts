import { beforeAll, describe, expect, it } from "vitest"
import { clauseCoverage, compileFlowSet } from "../../engine/index.ts"
import { shippedFlows } from "../../server/cli/arguments.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"
import { catalogue } from "../../server/sample-insurer/index.ts"

type Compiled = NonNullable<ReturnType<typeof compileFlowSet>["release"]>
let release: Compiled
beforeAll(async () => {
  const compiled = compileFlowSet(await readFlowFiles(shippedFlows))
  if (compiled.release === undefined) throw new Error("The shipped flows have errors.")
  release = compiled.release
})

describe("the shipped knowledge", () => {
  it("has entries enough, each with what it is about and several phrasings in both languages", () => {
    const { knowledge } = release
    expect(knowledge.length).toBeGreaterThanOrEqual(160)
    for (const { id, ask, about = [] } of knowledge) {
      expect(about.length, id).toBeGreaterThan(0)
      for (const locale of ["zh", "en"])
        expect(ask[locale]?.length ?? 0, `${id} ${locale}`).toBeGreaterThanOrEqual(2)
    }
  })

  it("answers at least 95 % of the clauses of the products on sale", () => {
    const covered = clauseCoverage(release.products, release.knowledge)
    const answered = covered.reduce((sum, one) => sum + one.answered, 0)
    const clauses = covered.reduce((sum, one) => sum + one.clauses, 0)
    expect(clauses).toBeGreaterThan(100)
    expect(answered / clauses, JSON.stringify(covered)).toBeGreaterThanOrEqual(0.95)
  })

  it("knows the products with the clauses that the sample insurer sells", () => {
    const sold = catalogue.map(({ id, name, onSale, clauses }) => [
      id,
      { title: name, onSale, clauses: Object.fromEntries(clauses.map((one) => [one.id, one.title])) },
    ])
    expect(release.products).toEqual(Object.fromEntries(sold))
  })
})
