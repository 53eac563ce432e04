import type { Json, Provenance, Run } from "../types.ts"
import { answerCheckpoint } from "./checkpoint-answers.ts"
import { clearSlot } from "./clear-slot.ts"
import { correctSlot } from "./correct.ts"
import { type Draft, joinPath, log, type Place, placeOf, runOf, stateName } from "./draft.ts"
import { fillSlot, findSlot, labelOf, putSlot, stateOfSlot } from "./fill.ts"
import { answerMore, closeList, fillField } from "./list-answers.ts"
import { exitOf } from "./moves.ts"
import { flowTitle, startPattern } from "./patterns.ts"
import { askSlot, closeQuestion, summarySlots } from "./question.ts"
import { reopenAnswer } from "./questionnaire-answers.ts"
import { renderText } from "./render.ts"
import { renderingOf } from "./speak.ts"
import { takeExit } from "./transition.ts"

export { fillField } from "./list-answers.ts"

/** What was said with an answer: the entry, what was on the screen, and the words. `sure`: a button or a full phrase. */
export type Told = {
  readonly entry: number
  readonly seen: number
  readonly words: string
  readonly sure?: boolean
  readonly by?: "said" | "chosen"
}

/** Answers to the open question: what a button or a yes and no mean depends on it. */
export type Answer =
  | { readonly is: "affirm" }
  | { readonly is: "deny" }
  | { readonly is: "choose"; readonly option: string }
  | { readonly is: "skip" }

/** Applies an answer to the open question; false when it is none to it. */
export function answerQuestion(draft: Draft, answer: Answer, told: Told): boolean {
  const { question } = draft.conversation
  if (question === undefined || question.entry > told.seen) return false
  const run = draft.conversation.runs[question.run]
  if (run === undefined) return false
  const place = placeOf(draft.releases, run)
  if (place.path !== question.path) return false
  if (answer.is === "choose" && answer.option.startsWith("change:"))
    return change(draft, place, answer.option.slice("change:".length))
  if (question.kind === "checkpoint") return answerCheckpoint(draft, place, answer, told)
  switch (question.mode) {
    case "summary":
      if (answer.is === "affirm") return confirmSummary(draft, place)
      if (answer.is === "deny") return askAgain(draft, place, "which")
      return false
    case "confirm-value":
    case "confirm-offered":
      return answerConfirmation(draft, run, question.id, answer, told)
    case "more":
      return answerMore(draft, run, question.id, answer)
    case "ask":
      return answerSlot(draft, place, question.id, answer, told)
    default:
      return false
  }
}

function answerSlot(draft: Draft, place: Place, slot: string, answer: Answer, told: Told): boolean {
  const [name = "", field] = slot.split(".")
  const at = findSlot(draft, place.run, name)
  if (at === null) return false
  const type = field === undefined ? at.document.type : at.document.of?.[field]?.type
  const from = provenance(draft, told)
  if (answer.is === "skip") return skip(draft, place, slot)
  if (answer.is === "choose") {
    const value: Json =
      type === "choices" ? [answer.option] : type === "boolean" ? answer.option === "yes" : answer.option
    return field === undefined
      ? fillSlot(draft, place.run.id, at, value, from, true) !== "refused"
      : fillField(draft, place.run.id, slot, value, from)
  }
  if (type === "boolean") {
    const value = answer.is === "affirm"
    return field === undefined
      ? fillSlot(draft, place.run.id, at, value, from, true) !== "refused"
      : fillField(draft, place.run.id, slot, value, from)
  }
  if (field !== undefined && answer.is === "deny" && closeList(draft, place.run, at)) return true
  const optional = field === undefined ? at.document.optional : at.document.of?.[field]?.optional
  return answer.is === "deny" && optional === true ? skip(draft, place, slot) : false
}

function answerConfirmation(draft: Draft, run: Run, slot: string, answer: Answer, told: Told): boolean {
  const at = findSlot(draft, run, slot)
  const state = at === null ? undefined : stateOfSlot(run, at)
  if (at === null || state?.value === undefined) return false
  const yes = answer.is === "affirm" || (answer.is === "choose" && answer.option === "yes")
  const no = answer.is === "deny" || (answer.is === "choose" && answer.option === "no")
  if (yes && state.status === "offered") {
    putSlot(draft, run.id, at, { status: "empty" })
    const from = { ...provenance(draft, told), by: "offered" } as const
    if (fillSlot(draft, run.id, at, state.value, from, true) === "refused") return false
    const filled = stateOfSlot(runOf(draft, run.id), at)
    // Asked and confirmed: also what is always confirmed is certain now.
    if (filled !== undefined) putSlot(draft, run.id, at, { ...filled, certain: true })
    return true
  }
  if (yes) {
    putSlot(draft, run.id, at, { ...state, certain: true })
    return true
  }
  if (no) clearSlot(draft, run.id, at.scope, at.slot, "the customer said that it is not so")
  return no
}

function confirmSummary(draft: Draft, place: Place): boolean {
  if (place.state.document.type === "collect") {
    const exit = exitOf(place, place.state.id, "filled")
    if (exit === null) return false
    for (const slot of place.state.document.slots) sureOf(draft, place, slot)
    takeExit(draft, place.run.id, place.index, place.state.id, exit, { by: "customer" })
    return true
  }
  for (const slot of summarySlots(place)) sureOf(draft, place, slot)
  closeQuestion(draft)
  return true
}

function sureOf(draft: Draft, place: Place, slot: string): void {
  const run = runOf(draft, place.run.id)
  const at = findSlot(draft, run, slot)
  const state = at === null ? undefined : stateOfSlot(run, at)
  if (at !== null && state?.status === "filled" && state.certain === false)
    putSlot(draft, run.id, at, { ...state, certain: true })
}

function askAgain(draft: Draft, place: Place, mode: "which" | "summary"): boolean {
  askSlot(
    draft,
    place,
    "slots" in place.state.document
      ? (place.state.document.slots[0] ?? "")
      : (Object.keys(place.flow.slots)[0] ?? ""),
    mode,
  )
  return true
}

/** 修改 on a row: the value is taken back, and its state asks again. */
function change(draft: Draft, place: Place, slot: string): boolean {
  const [state = "", question] = slot.split(".")
  if (question !== undefined && reopenAnswer(draft, place, state, question)) return true
  const at = findSlot(draft, place.run, slot.includes("/") ? joinPath(place.scope, slot) : slot)
  if (at === null) return false
  const { document } = place.state
  if (document.type === "collect" && document.slots.includes(slot)) {
    clearSlot(draft, place.run.id, at.scope, at.slot, "the customer wants to change it")
    closeQuestion(draft)
    return true
  }
  const old = stateOfSlot(place.run, at)
  if (old?.from?.by === "agent" && document.type !== "checkpoint") {
    // An agent's value belongs to no collect: it is asked for where it is read back.
    putSlot(draft, place.run.id, at, { status: "empty", from: old.from, certain: false })
    closeQuestion(draft)
    return true
  }
  return correctSlot(draft, place.run.id, at, undefined, { by: "chosen", at: draft.now }, true) !== null
}

/**
 * The customer passes over a question: an optional slot stays empty; of another he is told once why it is needed. What a
 * pattern asks needs no reason, and is declined at once; so are files that nobody has at hand.
 */
export function skip(draft: Draft, place: Place, slot: string): boolean {
  const [name = "", field] = slot.split(".")
  const at = findSlot(draft, place.run, name)
  if (at === null) return false
  const document = field === undefined ? at.document : at.document.of?.[field]
  if (field !== undefined && closeList(draft, place.run, at)) return true
  if (document?.optional === true) {
    if (field !== undefined) return fillField(draft, place.run.id, slot, null, { by: "said", at: draft.now })
    putSlot(draft, place.run.id, at, { status: "refused" })
    log(draft, { kind: "slot.refused", open: { slot } }, { run: place.run.id, state: stateName(place) })
    return true
  }
  const state = stateOfSlot(place.run, at)
  const mayDecline = document?.until !== undefined || place.run.pattern !== undefined
  if (state?.skipped === true || mayDecline) {
    const exit = exitOf(place, place.state.id, "declined")
    if (exit !== null) takeExit(draft, place.run.id, place.index, place.state.id, exit, { by: "customer" })
    else startPattern(draft, "cancel", { title: flowTitle(draft, place.run.flow) }, { run: place.run.id })
    return true
  }
  putSlot(draft, place.run.id, at, { ...(state ?? { status: "empty" }), skipped: true })
  const rendering = renderingOf(draft, place)
  const why = document?.help === undefined ? "" : renderText(document.help, rendering)
  startPattern(draft, "skip", { label: labelOf(draft, place.run, at), why }, { run: place.run.id, slot })
  return true
}

export function provenance(draft: Draft, told: Told): Provenance {
  return {
    by: told.by ?? "said",
    at: draft.now,
    entry: told.entry,
    ...(told.words === "" ? {} : { text: told.words }),
  }
}
