import type { Document, Json, Run } from "../types.ts"
import { provenance, type Told } from "./answers.ts"
import { type CommandResult, done, notDone } from "./command-result.ts"
import { type Draft, placeOf, topRun } from "./draft.ts"
import { fillSlot, findSlot, stateOfSlot } from "./fill.ts"
import { phrases } from "./phrases.ts"
import { sayText } from "./speak.ts"
import type { SlotPlace } from "./values.ts"

/** Adds a file to the slot that asks for files, or while a person holds to one that the hand-off fills. */
export function upload(draft: Draft, document: Document, told: Told): CommandResult {
  const found = askedFor(draft)
  if (found === null) return notDone("no document is asked for")
  const { run, at } = found
  const old = stateOfSlot(run, at)?.value
  const value: Json = [...(Array.isArray(old) ? (old as readonly Json[]) : []), { ...document }]
  if (run.handoff === undefined)
    sayText(draft, placeOf(draft.releases, run), phrases(draft.conversation.locale).uploaded(document.name))
  return fillSlot(draft, run.id, at, value, provenance(draft, { ...told, by: "chosen" }), true) === "refused"
    ? notDone("the document was refused")
    : done
}

function askedFor(draft: Draft): { readonly run: Run; readonly at: SlotPlace } | null {
  const { question, runs } = draft.conversation
  const top = topRun(draft)
  const held = top?.handoff === undefined ? null : placeOf(draft.releases, top).state.document
  const run = held === null ? runs[question?.run ?? ""] : (top ?? undefined)
  if (run === undefined) return null
  const names = held === null ? [question?.id ?? ""] : held.type === "handoff" ? (held.fills ?? []) : []
  for (const name of names) {
    const at = findSlot(draft, run, name)
    if (at?.document.type === "documents") return { run, at }
  }
  return null
}
