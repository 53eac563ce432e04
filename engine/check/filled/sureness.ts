import type { CompiledFlow } from "../../compile/model.ts"
import { anyAnswers } from "../../compile/shapes.ts"
import { sourceOfDeclared } from "../../document/declared.ts"
import { fieldShape, type ValueShape } from "../../expression/index.ts"
import type { CheckContext } from "../context.ts"
import { type Facts, isFilled, nameOf } from "./facts.ts"

/** Judges the value paths of a flow, given some facts. */
export type Sureness = {
  /** Whether a value may be read: what stands in slots and data is filled. Which fields an answer has, its sender knows. */
  mayRead(path: string, facts: Facts): boolean
  /** Whether a value is certainly there, each field of it too. */
  isThere(path: string, facts: Facts): boolean
}

/** Returns what judges the paths of a flow. A flow's gives and a questionnaire's answers are there one by one. */
export function createSureness(
  flow: CompiledFlow,
  { flowDocuments, questionnaires }: CheckContext,
): Sureness {
  const { scope, document } = flow
  const isOneByOne = (name: string): boolean => {
    const declared = document.data?.[name.slice("data.".length)]
    if (declared === undefined) return false
    const source = sourceOfDeclared(declared)
    return (
      source === anyAnswers || Object.hasOwn(flowDocuments, source) || Object.hasOwn(questionnaires, source)
    )
  }
  const sureness: Sureness = {
    mayRead(path, facts) {
      const [root, name, field] = path.split(".")
      if (name === undefined) return true
      if (root !== "slots" && root !== "data") return true
      if (!isFilled(facts, nameOf(path))) return false
      if (field === undefined || root !== "data" || !isOneByOne(nameOf(path))) return true
      return isFilled(facts, `data.${name}.${field}`)
    },
    isThere(path, facts) {
      if (isFilled(facts, path)) return true
      const [root, name = "", ...fields] = path.split(".")
      if ((root !== "slots" && root !== "data") || !sureness.mayRead(path, facts)) return false
      let shape: ValueShape | null = fieldShape(scope[root], name)
      for (const field of fields) {
        shape = shape === null ? null : fieldShape(shape, field)
        if (shape === null || shape.kind === "any" || shape.optional === true) return false
      }
      return true
    },
  }
  return sureness
}
