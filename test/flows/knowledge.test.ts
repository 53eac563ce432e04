import { beforeAll, describe, expect, it } from "vitest"
import { compileFlowSet } from "../../engine/index.ts"
import { shippedFlows } from "../../server/cli/arguments.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"
import { catalogue } from "../../server/sample-insurer/index.ts"

type Compiled = NonNullable<ReturnType<typeof compileFlowSet>["release"]>
let knowledge: Compiled["knowledge"]
beforeAll(async () => {
  const { release } = compileFlowSet(await readFlowFiles(shippedFlows))
  if (release === undefined) throw new Error("The shipped flows have errors.")
  knowledge = release.knowledge
})

describe("the shipped knowledge", () => {
  it("has entries enough, each with what it is about and several phrasings in both languages", () => {
    expect(knowledge.length).toBeGreaterThanOrEqual(160)
    for (const { id, ask, about = [] } of knowledge) {
      expect(about.length, id).toBeGreaterThan(0)
      for (const locale of ["zh", "en"])
        expect(ask[locale]?.length ?? 0, `${id} ${locale}`).toBeGreaterThanOrEqual(2)
    }
  })

  it("answers at least 95 % of the clauses of the products on sale", () => {
    const answered = new Set(knowledge.flatMap(({ about = [] }) => about))
    const clauses = catalogue
      .filter(({ onSale }) => onSale)
      .flatMap((product) => product.clauses.map(({ id }) => `clause:${product.id}/${id}`))
    const open = clauses.filter((clause) => !answered.has(clause))
    expect(open.length / clauses.length, open.join(", ")).toBeLessThanOrEqual(0.05)
  })

  it("names no clause that no product has", () => {
    const clauses = new Set(
      catalogue.flatMap((product) => product.clauses.map(({ id }) => `clause:${product.id}/${id}`)),
    )
    const named = knowledge.flatMap(({ about = [] }) => about.filter((one) => one.startsWith("clause:")))
    expect(named.filter((one) => !clauses.has(one))).toEqual([])
  })
})
