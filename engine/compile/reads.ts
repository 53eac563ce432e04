import type { SlotDocument } from "../document/schema.ts"
import { compileExpression } from "../expression/index.ts"
import { textArguments } from "../format/index.ts"
import { type AnyState, kindOf } from "../states/registry.ts"

/** Paths that do not belong to a run: the clock and what stands for elements. */
const passing = /^(now|today|item|value|event)(\.|$)/

/**
 * Returns the value paths that a state's own fields read, sorted: its inputs, by which memory knows whether it would
 * act alike again. An expression that cannot be compiled reads nothing here; `check` reports it.
 */
export function readsOfState(
  state: AnyState,
  slots: Readonly<Record<string, SlotDocument>>,
): readonly string[] {
  const kind = kindOf(state)
  const reads = new Set<string>()
  for (const { source } of kind.expressions(state))
    for (const path of expressionReads(source)) reads.add(path)
  for (const { text } of kind.texts(state)) for (const path of textArguments(text)) reads.add(path)
  for (const name of kind.slots?.(state) ?? []) {
    reads.add(`slots.${name}`)
    const { when, until } = slots[name] ?? {}
    for (const condition of [when, until])
      if (condition !== undefined) for (const path of expressionReads(condition)) reads.add(path)
  }
  return [...reads].filter((path) => !passing.test(path)).sort()
}

/** Returns what an expression reads, nothing when it cannot be compiled. */
export function expressionReads(source: string): readonly string[] {
  try {
    return compileExpression(source).reads
  } catch {
    return []
  }
}
