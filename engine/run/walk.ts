import type { Memory } from "../types.ts"
import { endWalk, leavesWrite, refuseCorrection } from "./correction.ts"
import { type Draft, type Place, setData, setRun } from "./draft.ts"
import { inputsOf } from "./inputs.ts"
import { exitOf } from "./moves.ts"
import { takeExit } from "./transition.ts"

/**
 * Takes the remembered exit of a state whose inputs are as they were, each memory once. An accepted checkpoint asks
 * its evidence instead, and a sub-flow is walked inside, unless it was left from outside. `refused`: the walk came
 * back without a write that was done, so the run stands as before. Null: the state acts anew.
 */
export function walk(draft: Draft, place: Place): "moved" | "refused" | null {
  const { run, state } = place
  if (run.remembered.length === 0) return null
  const { type } = state.document
  if (type === "final" || type === "group") return null
  const memory = recall(draft, place)
  if (memory === null) {
    if (run.walkTo !== place.path) return null
    if (!leavesWrite(run)) {
      endWalk(draft, run.id)
      return null
    }
    refuseCorrection(draft, run.id)
    return "refused"
  }
  const [owner, name] = memory.exit.includes("#") ? split(memory.exit) : [state.id, memory.exit]
  if (type === "checkpoint" && memory.exit === "accepted") return null
  if (type === "subflow" && owner === state.id && !state.on.some((entry) => entry.name === name)) return null
  const exit = exitOf(place, owner, name)
  if (exit === null) return null
  const { saved } = memory
  if (saved !== undefined) setData(draft, run.id, place.scope, { [saved.name]: saved.value })
  takeExit(draft, run.id, place.index, owner, exit, { by: "memory", recalled: memory })
  return "moved"
}

/** Takes from the memory what a state left behind when it was last passed with these inputs. */
function recall(draft: Draft, place: Place): Memory | null {
  const { remembered } = place.run
  if (!remembered.some((memory) => memory.path === place.path)) return null
  const inputs = inputsOf(draft, place)
  const found = remembered.find((memory) => memory.path === place.path && memory.inputs === inputs)
  if (found === undefined) return null
  setRun(draft, place.run.id, { remembered: remembered.filter((memory) => memory !== found) })
  return found
}

function split(exit: string): readonly [string, string] {
  const at = exit.indexOf("#")
  return [exit.slice(0, at), exit.slice(at + 1)]
}
