import type { KnowledgeDocument, ProductsDocument } from "../document/schema.ts"

/** How many clauses of a product on sale some entry of the knowledge is about; `open` are the numbers of the others. */
export type ClauseCoverage = {
  readonly product: string
  readonly clauses: number
  readonly answered: number
  readonly open: readonly string[]
}

/** Returns for each product on sale which clauses of its contract the knowledge answers. */
export function clauseCoverage(
  products: ProductsDocument,
  knowledge: KnowledgeDocument,
): readonly ClauseCoverage[] {
  const about = new Set(knowledge.flatMap((entry) => entry.about ?? []))
  return Object.entries(products)
    .filter(([, { onSale }]) => onSale)
    .map(([product, { clauses }]) => {
      const numbers = Object.keys(clauses)
      const open = numbers.filter((number) => !about.has(`clause:${product}/${number}`))
      return { product, clauses: numbers.length, answered: numbers.length - open.length, open }
    })
}
