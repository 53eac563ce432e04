import type { Json, Provenance, Run } from "../types.ts"
import type { Answer } from "./answers.ts"
import { type Change, correctSlot } from "./correct.ts"
import { restart } from "./correction.ts"
import { type Draft, log, runOf } from "./draft.ts"
import { dataClassOfField, findSlot, miss, putSlot, refusalOf, refuse, stateOfSlot } from "./fill.ts"
import { closeQuestion, nextField } from "./question.ts"
import type { SlotPlace } from "./values.ts"

/**
 * Fills one field of the record of a list that is being told: `stays.hospital`. A whole record joins the list; a list
 * that was closed is open again. False when there is no such field, or its value is refused.
 */
export function fillField(draft: Draft, runId: string, slot: string, value: Json, from: Provenance): boolean {
  const [name = "", field = ""] = slot.split(".")
  const before = runOf(draft, runId)
  const at = findSlot(draft, before, name)
  const document = at?.document.of?.[field]
  if (at === null || document === undefined) return false
  const state = stateOfSlot(before, at)
  const records = recordsOf(state?.value)
  const told = state?.draft ?? { index: records.length, fields: {} }
  const refusal = value === null ? null : refusalOf(draft, before, { ...at, slot: field, document }, value)
  if (refusal !== null) {
    refuse(draft, runId, slot, refusal, from)
    miss(draft, runId, at)
    return false
  }
  const fields = { ...told.fields, [field]: value }
  const text = from.text === undefined ? {} : { text: from.text }
  log(
    draft,
    { kind: "slot.filled", open: { slot, by: from.by }, personal: { value, ...text } },
    { run: runId, dataClass: dataClassOfField(at, document) },
  )
  if (nextField(at.document, fields) !== null) {
    putSlot(draft, runId, at, {
      status: "empty",
      ...(state?.value === undefined ? {} : { value: state.value }),
      from,
      draft: { ...told, fields },
    })
  } else {
    const record: Json = Object.fromEntries(Object.entries(fields).filter(([, part]) => part !== null))
    const value = records.toSpliced(told.index, 1, record)
    const isFull = at.document.max !== undefined && value.length >= at.document.max
    putSlot(
      draft,
      runId,
      at,
      isFull
        ? { status: "filled", value, from, certain: true, complete: true }
        : { status: "empty", value, from },
    )
  }
  if (state?.status === "filled") reopen(draft, runId, before)
  return true
}

/** A list that was passed already is asked again from where it is read. */
function reopen(draft: Draft, runId: string, before: Run): void {
  if (before.memory.length > 0) restart(draft, runId, before)
  if (draft.conversation.question?.run === runId) closeQuestion(draft)
}

/** Answers 还有吗: another record is told, or the list is complete, unless it must have more. */
export function answerMore(draft: Draft, run: Run, slot: string, answer: Answer): boolean {
  const at = findSlot(draft, run, slot)
  const state = at === null ? undefined : stateOfSlot(run, at)
  if (at === null || state === undefined || !Array.isArray(state.value)) return false
  if (answer.is === "skip") return false
  const more = answer.is === "affirm" || (answer.is === "choose" && answer.option === "yes")
  const isEnough = state.value.length >= (at.document.min ?? 0)
  if (more || !isEnough)
    putSlot(draft, run.id, at, { ...state, draft: { index: state.value.length, fields: {} } })
  else putSlot(draft, run.id, at, { ...state, status: "filled", certain: true, complete: true })
  return true
}

/** The customer has no record to tell, or none more: the list closes if it may. False when it may not. */
export function closeList(draft: Draft, run: Run, at: SlotPlace): boolean {
  const state = stateOfSlot(run, at)
  const records = recordsOf(state?.value)
  if (Object.keys(state?.draft?.fields ?? {}).length > 0) return false
  if (records.length === 0 && at.document.optional === true) {
    putSlot(draft, run.id, at, { status: "refused" })
    log(draft, { kind: "slot.refused", open: { slot: at.slot } }, { run: run.id })
    return true
  }
  if (records.length < (at.document.min ?? 1)) return false
  putSlot(draft, run.id, at, {
    status: "filled",
    value: records,
    from: state?.from ?? { by: "said", at: draft.now },
    certain: true,
    complete: true,
  })
  return true
}

/**
 * Corrects one field of a record (`stays.2.hospital`, records counted from 1), or removes a record (`stays.2` without
 * a value). Returns null when there is no such record or nothing changed.
 */
export function correctRecord(
  draft: Draft,
  runId: string,
  slot: string,
  value: Json | undefined,
  from: Provenance,
): Change | null {
  const [name = "", ordinal = "", field] = slot.split(".")
  const run = runOf(draft, runId)
  const at = findSlot(draft, run, name)
  const records = at === null ? [] : recordsOf(stateOfSlot(run, at)?.value)
  const index = Number(ordinal) - 1
  const record = records[index]
  if (at === null || record === undefined) return null
  if (field === undefined) {
    return value === undefined
      ? replace(draft, run, at, records.toSpliced(index, 1), from)
      : replace(draft, run, at, records.toSpliced(index, 1, value), from)
  }
  if (at.document.of?.[field] === undefined || value === undefined || !isRecord(record)) return null
  return replace(draft, run, at, records.toSpliced(index, 1, { ...record, [field]: value }), from)
}

function replace(
  draft: Draft,
  run: Run,
  at: SlotPlace,
  records: readonly Json[],
  from: Provenance,
): Change | null {
  const isOpen = stateOfSlot(run, at)?.status !== "filled"
  const change = correctSlot(draft, run.id, at, records, from, true)
  if (change === null || !isOpen) return change
  const { complete: _complete, ...state } = stateOfSlot(runOf(draft, run.id), at) ?? {
    status: "empty" as const,
  }
  putSlot(draft, run.id, at, { ...state, status: "empty" })
  return change
}

function recordsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
