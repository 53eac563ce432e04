import { isMap, valueAt } from "../document/json.ts"
import type { Path } from "../document/tree.ts"
import type { Json } from "../types.ts"

const ofFlow = [
  ...["format", "id", "was", "title", "note", "takes", "gives", "outcomes", "triggers", "slots", "data"],
  ...["derived", "correlate", "start", "states", "on", "to"],
]
const first = ["type", "was", "title", "note"]
const last = ["start", "cases", "states", "on", "to"]

/**
 * Returns the key before which a new one stands in a map of a flow file: fields of a flow, a state, a slot or a case
 * come in the order in which the language is written, others after those that are there.
 */
export function keyBefore(file: string, value: Json, path: Path): string | undefined {
  const key = path.at(-1)
  const around = valueAt(value, path.slice(0, -1))
  if (!file.endsWith("flow.yaml") || !isMap(around) || typeof key !== "string") return undefined
  const rank = path.length === 1 ? rankInFlow : rankInElement
  return Object.keys(around).find((each) => rank(each) > rank(key))
}

function rankInFlow(key: string): number {
  const rank = ofFlow.indexOf(key)
  return rank < 0 ? ofFlow.length : rank
}

function rankInElement(key: string): number {
  const [early, late] = [first.indexOf(key), last.indexOf(key)]
  if (early >= 0) return early
  return late < 0 ? first.length : first.length + 1 + late
}
