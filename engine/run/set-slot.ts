import type { Command, Json } from "../types.ts"
import { fillField, provenance, type Told } from "./answers.ts"
import { isBusy } from "./busy.ts"
import { type CommandResult, done, notDone, tooEarly } from "./command-result.ts"
import { correctSlot } from "./correct.ts"
import { type Draft, runOf, setRun, topRun } from "./draft.ts"
import { fillSlot, findSlot, stateOfSlot } from "./fill.ts"
import { correctRecord } from "./list-answers.ts"
import { businessRun, topGivesWay, yieldPatterns } from "./patterns.ts"
import { endRun } from "./runs.ts"
import { tellChoice } from "./start-flow.ts"

type SetSlot = Extract<Command, { command: "set-slot" }>

/**
 * Takes a value to the run that has its slot, the one on top first; a value that was given before is corrected. What
 * belongs to a flow that is not open yet is kept for it.
 */
export function setSlot(draft: Draft, command: SetSlot, told: Told): CommandResult {
  const { question, stack } = draft.conversation
  if (command.answer === true && question !== undefined && question.entry > told.seen) return tooEarly
  const from = {
    ...provenance(draft, told),
    ...(command.text === undefined ? {} : { text: command.text }),
    ...(command.start === undefined ? {} : { start: command.start }),
    ...(command.end === undefined ? {} : { end: command.end }),
  }
  const kept = { slot: command.slot, value: command.value, from, certain: command.certain }
  if (tellChoice(draft, command, kept)) return done
  for (const id of [...stack].reverse()) {
    const run = runOf(draft, id)
    if (isBusy(run)) continue
    if (command.slot.includes(".")) {
      if (fillField(draft, id, command.slot, command.value, from)) return done
      continue
    }
    const at = findSlot(draft, run, command.slot)
    if (at === null) continue
    const isFilled = stateOfSlot(run, at)?.status === "filled"
    const isAsked = question?.run === id && question.id === command.slot
    if (run.pattern === undefined && isFilled && (!isAsked || run.memory.length > 0)) {
      const words = command.text ?? told.words
      return correct(draft, command.slot, command.value, { ...told, words }, command.certain)
    }
    while (topRun(draft)?.id !== id && topGivesWay(draft))
      endRun(draft, topRun(draft)?.id ?? "", "dropped", {})
    const filled = fillSlot(draft, id, at, command.value, from, command.certain)
    return filled === "refused" ? notDone("the value was refused") : done
  }
  const business = businessRun(draft)
  if (business === null) return notDone("no flow that is open has this slot")
  const others = business.told.filter((other) => other.slot !== command.slot)
  setRun(draft, business.id, { told: [...others, kept] })
  return done
}

/** Corrections reach every run that talks, the top first, then the parked ones; none that a service works for. */
export function correct(
  draft: Draft,
  slot: string,
  value: Json | undefined,
  told: Told,
  certain: boolean,
): CommandResult {
  const { stack, runs } = draft.conversation
  const parked = Object.keys(runs).filter((id) => !stack.includes(id))
  for (const id of [...[...stack].reverse(), ...parked.reverse()]) {
    const run = runs[id]
    if (run === undefined || run.pattern !== undefined || isBusy(run)) continue
    const [name = ""] = slot.split(".")
    const at = findSlot(draft, run, name)
    if (at === null) continue
    yieldPatterns(draft)
    if (slot !== name) {
      const change = correctRecord(draft, id, slot, value, provenance(draft, told))
      return change === null ? notDone("nothing was changed") : { done: true, change }
    }
    if (stateOfSlot(run, at)?.value === undefined && value !== undefined) {
      return fillSlot(draft, id, at, value, provenance(draft, told), certain) === "refused"
        ? notDone("the value was refused")
        : done
    }
    const change = correctSlot(draft, id, at, value, provenance(draft, told), certain)
    return change === null ? notDone("nothing was changed") : { done: true, change }
  }
  return notDone("no open flow has this slot")
}
