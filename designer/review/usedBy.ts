import type { FlowDocument } from "../../engine/document/schema.ts"
import type { Surroundings } from "../model/surroundings.ts"

/** What a flow refers to, each by its name, in the order of the flow set. */
export type Used = {
  readonly wordings: readonly string[]
  readonly questionnaires: readonly string[]
  readonly operations: readonly string[]
  readonly parameters: readonly string[]
  readonly flows: readonly string[]
  readonly queues: readonly string[]
  /** Slots of the flow itself, then shared ones that it asks. */
  readonly slots: readonly string[]
}

/** Returns what a flow and its wordings refer to. */
export function usedBy(flow: FlowDocument, around: Surroundings): Used {
  const named = new Set<string>()
  collectStrings(flow, named)
  const isNamed = (id: string) => named.has(id)
  const wordings = Object.keys(around.wordings).filter(isNamed)
  const questionnaires = Object.keys(around.questionnaires).filter(isNamed)
  const texts = JSON.stringify([flow, wordings.map((id) => around.wordings[id])])
  const parameters = new Set([...texts.matchAll(/parameters\.(\w+)/g)].map(([, name = ""]) => name))
  return {
    wordings,
    questionnaires,
    operations: Object.keys(around.operations).filter(isNamed),
    parameters: Object.keys(around.settings.parameters).filter((name) => parameters.has(name)),
    flows: Object.keys(around.flows).filter((id) => id !== flow.id && isNamed(id)),
    queues: Object.keys(around.settings.queues).filter(isNamed),
    slots: [
      ...Object.keys(flow.slots ?? {}),
      ...Object.keys(around.settings.slots ?? {}).filter(
        (name) => isNamed(name) && flow.slots?.[name] === undefined,
      ),
    ],
  }
}

function collectStrings(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value)
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) collectStrings(inner, into)
}
