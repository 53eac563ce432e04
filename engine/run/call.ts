import { canonicalJson, sha256 } from "../format/index.ts"
import type { Json } from "../types.ts"
import type { Advanced } from "./advance.ts"
import { leavesWrite, mayAmend, refuseCorrection } from "./correction.ts"
import { type Draft, emit, log, newId, type Place, runOf, setRun, stateName } from "./draft.ts"
import { askSlot, summarySlots } from "./question.ts"
import { say } from "./speak.ts"
import { slotState } from "./values.ts"

/** Asks the shell for a service call; the run waits for its one result. */
export function callService(
  draft: Draft,
  place: Place,
  operationId: string,
  input: Json,
  mayTalk: boolean,
): Advanced | "on" {
  const operation = place.release.operations[operationId]
  const { document } = place.state
  const runId = place.run.id
  if (operation === undefined || document.type !== "service")
    throw new Error(`The release has no operation "${operationId}".`)
  const isWrite = operation.effect === "write"
  const earlier = isWrite
    ? place.run.remembered.find((memory) => memory.path === place.path && memory.write !== undefined)
    : undefined
  // A write beside one that the walk has left out would contradict it, as a changed one without `amend` does.
  const isTooLate =
    earlier?.write === undefined
      ? isWrite && leavesWrite(place.run)
      : !mayAmend(earlier.write, document.amend)
  if (isTooLate) {
    refuseCorrection(draft, runId)
    return "waits"
  }
  let called = operationId
  let sent = input
  if (earlier?.write?.answer !== undefined && document.amend !== undefined) {
    called = document.amend
    sent = { ...(input as Readonly<Record<string, Json>>), first: earlier.write.answer }
    setRun(draft, runId, { remembered: place.run.remembered.filter((memory) => memory !== earlier) })
  }
  if (document.say !== undefined && mayTalk) say(draft, place, document.say)
  const key = operation.effect === "read" ? undefined : keyOf(place, called, sent)
  const id = newId(draft, "call")
  const run = runOf(draft, runId)
  setRun(draft, runId, {
    pending: [
      ...run.pending,
      {
        id,
        path: place.path,
        visit: place.frame.visits[place.state.id] ?? 0,
        operation: called,
        input: sent,
        ...(key === undefined ? {} : { key }),
      },
    ],
    ...(key === undefined ? {} : { keys: { ...run.keys, [place.path]: key } }),
  })
  log(
    draft,
    {
      kind: "service.called",
      open: { operation: called, call: id, ...(key === undefined ? {} : { key }) },
      personal: { input: sent },
    },
    { run: runId, state: stateName(place) },
  )
  emit(draft, {
    effect: "call",
    id,
    run: runId,
    operation: called,
    input: sent,
    ...(key === undefined ? {} : { key }),
  })
  return "waits"
}

/** The intention, not the attempt: the run, the path, what is asked, and how many definite answers it had. */
function keyOf(place: Place, operation: string, input: Json): string {
  const answers = place.run.answers[place.path] ?? 0
  return `${place.run.id}:${place.path}:${sha256(canonicalJson([operation, input])).slice(0, 16)}:${answers}`
}

/** Whether what an agent filled must be read back before this write, or before the flow that it goes into. */
export function mustReadBack(place: Place, operationId: string | null): boolean {
  if (operationId !== null && place.release.operations[operationId]?.effect !== "write") return false
  return summarySlots(place).length > 0
}

/** Asks for what the customer took back of an agent's values, then reads the others back, once for every change. */
export function readBack(draft: Draft, place: Place): void {
  const slots = summarySlots(place)
  const empty = slots.find((slot) => slotState(place.run, place.flow, slot, place.scope)?.value === undefined)
  const [slot = ""] = empty === undefined ? slots : [empty]
  const mode = empty === undefined ? "summary" : "ask"
  const { question } = draft.conversation
  const isOpen = question?.run === place.run.id && question.path === place.path
  const isSame = mode === "ask" ? question?.id === slot && question.mode === "ask" : isSummary(question?.mode)
  if (!isOpen || !isSame) askSlot(draft, place, slot, mode)
}

function isSummary(mode: string | undefined): boolean {
  return mode === "summary" || mode === "which"
}
