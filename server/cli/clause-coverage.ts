import { clauseCoverage, type Release } from "../../engine/index.ts"
import { print } from "./arguments.ts"

/** Prints how many clauses of the products on sale the knowledge answers; nothing for a flow set without products. */
export function printCoverage({ products, knowledge }: Release): void {
  const covered = clauseCoverage(products, knowledge)
  if (covered.length === 0) return
  const sum = (count: (one: (typeof covered)[number]) => number) =>
    covered.reduce((total, one) => total + count(one), 0)
  const answered = sum((one) => one.answered)
  const clauses = sum((one) => one.clauses)
  const open = covered.flatMap((one) => one.open.map((number) => `${one.product}/${number}`))
  const share = Math.floor((answered / clauses) * 1000) / 10
  const without = open.length === 0 ? "" : `; without an answer: ${open.join(", ")}`
  print(`clauses of products on sale: ${answered} of ${clauses} answered (${share} %)${without}`)
}
