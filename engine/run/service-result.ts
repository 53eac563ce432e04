import type { OperationDocument } from "../document/schema.ts"
import type { Json, PendingCall, Run, ServiceResult } from "../types.ts"
import { type Draft, log, placeOf, runOf, setData, setRun, stateName } from "./draft.ts"
import { findSlot, putSlot, stateOfSlot, takeCheck } from "./fill.ts"
import { exitOf } from "./moves.ts"
import { flowTitle, startPattern } from "./patterns.ts"
import { closeQuestion } from "./question.ts"
import { type Cause, takeExit } from "./transition.ts"

/** Takes the one result of a service call to the state, or the slot, that asked for it; false when nobody waits. */
export function takeResult(draft: Draft, callId: string, result: ServiceResult): Run | null {
  const run = Object.values(draft.conversation.runs).find(({ pending }) =>
    pending.some(({ id }) => id === callId),
  )
  const call = run?.pending.find(({ id }) => id === callId)
  logResult(draft, run, call, callId, result)
  if (run === undefined || call === undefined) return null
  setRun(draft, run.id, { pending: run.pending.filter((other) => other !== call) })
  if (call.slot !== undefined) takeCheckResult(draft, run, call, call.slot, result)
  else takeStateResult(draft, run, call, result)
  return runOf(draft, run.id)
}

function takeStateResult(draft: Draft, run: Run, call: PendingCall, result: ServiceResult): void {
  const place = placeOf(draft.releases, runOf(draft, run.id))
  if (place.path !== call.path || place.frame.visits[place.state.id] !== call.visit) return
  const { document } = place.state
  if (document.type !== "service") return
  if (result.is === "returned" || result.is === "error") {
    const { answers } = runOf(draft, run.id)
    setRun(draft, run.id, { answers: { ...answers, [call.path]: (answers[call.path] ?? 0) + 1 } })
  }
  const operation = place.release.operations[document.service]
  const name = exitName(result, operation)
  const exit = exitOf(place, place.state.id, name) ?? exitOf(place, place.state.id, "failed")
  if (exit === null) throw new Error(`"${stateName(place)}" has no exit for "${name}".`)
  if (exit.name === "failed" && exit.byDefault && draft.conversation.stack.includes(run.id)) {
    startPattern(draft, "service-down", { service: flowTitle(draft, run.flow) }, { run: run.id })
  }
  const output: Json | undefined = result.is === "returned" ? result.output : undefined
  if (output !== undefined && document.save !== undefined)
    setData(draft, run.id, place.scope, { [document.save]: output })
  takeExit(draft, run.id, place.index, place.state.id, exit, {
    by: "service",
    memory: memoryOf(call, result, document.save, operation?.effect === "write"),
  })
}

/** An error that the operation does not declare is a failure. */
function exitName(result: ServiceResult, operation: OperationDocument | undefined): string {
  switch (result.is) {
    case "returned":
      return "done"
    case "error":
      return Object.hasOwn(operation?.errors ?? {}, result.error) ? result.error : "failed"
    case "failed":
      return "failed"
    case "unknown":
      return operation?.effect === "write" ? "unknown" : "failed"
  }
}

function memoryOf(
  call: PendingCall,
  result: ServiceResult,
  save: string | undefined,
  isWrite: boolean,
): NonNullable<Cause["memory"]> {
  const input = withoutFirst(call.input)
  // Sent without an answer: it may have been done, so no correction may pass it.
  if (result.is === "unknown") return isWrite ? { write: { input } } : {}
  if (result.is !== "returned") return {}
  return {
    ...(save === undefined ? {} : { saved: { name: save, value: result.output } }),
    ...(isWrite ? { write: { input, answer: result.output } } : {}),
  }
}

/** An amendment's input without the first answer that came with it, so that later corrections compare like with like. */
function withoutFirst(input: Json): Json {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== "first")) as Json
}

function takeCheckResult(
  draft: Draft,
  run: Run,
  call: PendingCall,
  slot: string,
  result: ServiceResult,
): void {
  const scope = call.path.split("/").slice(0, -1).join("/")
  if (result.is === "returned" || result.is === "error") {
    takeCheck(
      draft,
      run.id,
      scope,
      slot,
      call.input,
      result.is === "returned",
      result.is === "returned" ? result.output : null,
    )
    if (draft.conversation.question?.run === run.id && result.is === "error") closeQuestion(draft)
    return
  }
  const at = findSlot(draft, runOf(draft, run.id), scope === "" ? slot : `${scope}/${slot}`)
  const state = at === null ? undefined : stateOfSlot(runOf(draft, run.id), at)
  if (at === null || state?.status !== "checking") return
  putSlot(draft, run.id, at, { status: "empty", misses: state.misses ?? 0 })
  const place = placeOf(draft.releases, runOf(draft, run.id))
  const { document } = place.state
  const isAsked = document.type === "collect" && place.scope === scope && document.slots.includes(slot)
  const exit = isAsked ? exitOf(place, place.state.id, "failed") : null
  if (exit === null) return
  startPattern(draft, "service-down", { service: flowTitle(draft, run.flow) }, { run: run.id })
  if (draft.conversation.question?.run === run.id) closeQuestion(draft)
  takeExit(draft, run.id, place.index, place.state.id, exit, { by: "service" })
}

function logResult(
  draft: Draft,
  run: Run | undefined,
  call: PendingCall | undefined,
  id: string,
  result: ServiceResult,
): void {
  const operation = call?.operation ?? "unknown"
  const where = run === undefined ? {} : { run: run.id }
  const common = { operation, call: id }
  switch (result.is) {
    case "returned":
      log(draft, { kind: "service.returned", open: common, personal: { output: result.output } }, where)
      return
    case "error":
      log(
        draft,
        {
          kind: "service.returned",
          open: { ...common, error: result.error },
          ...(result.detail === undefined ? {} : { personal: { detail: result.detail } }),
        },
        where,
      )
      return
    case "failed":
      log(draft, { kind: "service.failed", open: common, personal: { detail: result.reason } }, where)
      return
    case "unknown":
      log(draft, { kind: "service.unknown", open: common, personal: { detail: result.reason } }, where)
  }
}
