import { canonicalJson, sha256 } from "../format/index.ts"
import type { Json } from "../types.ts"
import type { Advanced } from "./advance.ts"
import { undoCorrection } from "./correction.ts"
import { type Draft, emit, log, newId, type Place, runOf, setRun, stateName } from "./draft.ts"
import { startPattern } from "./patterns.ts"
import { summarySlots } from "./question.ts"
import { say } from "./speak.ts"

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
  const earlier =
    operation.effect === "write"
      ? place.run.remembered.find((memory) => memory.path === place.path && memory.write !== undefined)
      : undefined
  let called = operationId
  let sent = input
  if (earlier?.write !== undefined) {
    if (document.amend === undefined) {
      undoCorrection(draft, runId)
      startPattern(draft, "too-late-to-correct", { label: "" })
      return "waits"
    }
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

/** Whether what an agent filled must be read back before this write. */
export function confirmBeforeWrite(place: Place, operationId: string): boolean {
  if (place.release.operations[operationId]?.effect !== "write") return false
  const read = place.state.reads
    .filter((path) => path.startsWith("slots."))
    .map((path) => path.slice("slots.".length))
  return summarySlots(place).some((slot) => read.includes(slot))
}
