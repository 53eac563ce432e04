import { didYouMean } from "../compile/report.ts"
import { nearestName } from "../expression/index.ts"
import type { Sentence } from "../types.ts"

/** Returns how to mend a name that does not exist: the nearest that does, else what there is. */
export function nameHelp(name: string, known: Iterable<string>): Sentence {
  const names = [...known]
  return didYouMean(nearestName(name, names), names)
}
