import type { Release } from "../compile/model.ts"
import type { WordingDocument } from "../document/schema.ts"
import { canonicalJson, sha256, textArguments, textIn } from "../format/index.ts"
import { type CheckpointState, questionnairesOf } from "../states/checkpoint.ts"
import type { Content, Evidence, Json, Row } from "../types.ts"
import { type Draft, flowIn, joinPath, type Place, releaseOf } from "./draft.ts"
import { phrases } from "./phrases.ts"
import { answerRows, placeAt, questionnaireOf, questionnaireText } from "./questionnaire.ts"
import { bound, effectiveVersion, once, type Regulated, type Versioned, versionOf } from "./regulated.ts"
import { type Rendering, renderText, slotLabel, slotValueText } from "./render.ts"
import { holds, valuesOf } from "./values.ts"

export type { Regulated } from "./regulated.ts"

/**
 * Returns the regulated text of a checkpoint at its place, null when no version is in force. `shown`: the version on
 * the customer's screen, which is the one that is answered even when another has come into force since.
 */
export function regulatedText(
  draft: Draft,
  place: Place,
  checkpoint: CheckpointState,
  shown?: string,
  answers?: Evidence["answers"],
): Regulated | null {
  const { release } = place
  const values = valuesOf(draft, place.run, place.scope)
  const rendering: Rendering = { release, flow: place.flow, values, locale: draft.conversation.locale }
  const wording = checkpoint.wording === undefined ? undefined : release.wordings[checkpoint.wording]
  if (wording !== undefined) return wordingText(draft, place, wording, checkpoint, rendering, shown)
  const questionnaire = release.questionnaires[questionnaireOf(values, checkpoint) ?? ""]
  if (questionnaire !== undefined)
    return questionnaireText(questionnaire, place, checkpoint, rendering, draft.today, shown, answers)
  return null
}

function wordingText(
  draft: Draft,
  place: Place,
  wording: WordingDocument,
  checkpoint: CheckpointState,
  rendering: Rendering,
  shown: string | undefined,
): Regulated | null {
  const version = versionOf(wording.versions, draft.today, shown)
  if (version === null) return null
  const words = phrases(rendering.locale)
  return {
    id: wording.id,
    version: version.version,
    // Whether a text stands is known by its inputs: what only its card shows is made for the card.
    get title() {
      return renderText(wording.title, rendering)
    },
    get readBack() {
      return readBackRows(draft, place, checkpoint.readBack ?? [])
    },
    rendered: once(() => renderText(version.text, rendering)),
    inputs: `${bound(checkpoint, textArguments(version.text), rendering)}${boundElsewhere(draft, place, checkpoint)}`,
    accept: orElse(version.accept[rendering.locale], words.accept),
    decline: orElse(version.decline?.[rendering.locale], words.decline),
    questions: [],
  }
}

function orElse(list: readonly string[] | undefined, fallback: string): readonly string[] {
  return list === undefined || list.length === 0 ? [fallback] : list
}

/** The values of sub-flows that `readBack` names; "" when it names none. */
function boundElsewhere(draft: Draft, place: Place, { readBack = [] }: CheckpointState): string {
  const elsewhere = readBack.flatMap((path): Json[] => {
    const inner = path.includes("/") ? slotAt(draft, place, path) : null
    return inner === null ? [] : [[path, inner.rendering.values.slots[inner.name] ?? null]]
  })
  return elsewhere.length === 0 ? "" : canonicalJson(elsewhere)
}

/** Returns slots with their values as they are read back; `payee/account` is the slot of a sub-flow, by its state. */
export function readBackRows(draft: Draft, place: Place, slots: readonly string[]): readonly Row[] {
  return slots.flatMap((slot): readonly Row[] => {
    const answered = placeAt(place, slot)
    if (answered?.state.document.type === "checkpoint") return rowsOfAnswers(draft, answered)
    const found = slotAt(draft, place, slot)
    if (found === null) return []
    const { name, rendering } = found
    const document = rendering.flow.slots[name]
    if (document === undefined || !holds(rendering.values, document.when)) return []
    const value = rendering.values.slots[name]
    // What must be told and was not asked for has come up since, and the card is not about it.
    if (value === undefined && document.optional !== true) return []
    const text =
      value === undefined
        ? phrases(rendering.locale).skipped
        : slotValueText(document, name, value, rendering)
    return [{ label: slotLabel(name, document, rendering), value: text, slot }]
  })
}

/** The answers that stand for a questionnaire, one row each. */
function rowsOfAnswers(draft: Draft, place: Place): readonly Row[] {
  const { document, id } = place.state
  if (document.type !== "checkpoint") return []
  const evidence = standingEvidence(draft, place, document)
  const regulated =
    evidence === null ? null : regulatedText(draft, place, document, evidence.version, evidence.answers)
  return evidence === null || regulated === null ? [] : answerRows(id, regulated, evidence)
}

/** Where a slot that a state names lives: in its own flow, or by `state/slot` in a sub-flow that was entered. */
function slotAt(
  draft: Draft,
  place: Place,
  path: string,
): { readonly name: string; readonly rendering: Rendering } | null {
  const slash = path.lastIndexOf("/")
  const scope = slash < 0 ? place.scope : joinPath(place.scope, path.slice(0, slash))
  const inside = place.run.scopes[scope]
  if (inside === undefined) return null
  const { release } = place
  const flow = slash < 0 ? place.flow : flowIn(release, inside.flow)
  const values = valuesOf(draft, place.run, scope)
  return {
    name: path.slice(slash + 1),
    rendering: { release, flow, values, locale: draft.conversation.locale },
  }
}

/** Returns the evidence that stands for a checkpoint now, null when it must be asked for. */
export function standingEvidence(draft: Draft, place: Place, checkpoint: CheckpointState): Evidence | null {
  const { run } = place
  const ids = checkpoint.wording === undefined ? questionnairesOf(checkpoint) : [checkpoint.wording]
  const kept = [...run.evidence, ...draft.conversation.evidence].filter(({ wording }) =>
    ids.includes(wording),
  )
  const regulated = kept.length === 0 ? null : regulatedText(draft, place, checkpoint, undefined, {})
  if (regulated === null) return null
  return (
    kept.find(
      (evidence) =>
        evidence.kind === checkpoint.kind &&
        evidence.wording === regulated.id &&
        evidence.version === regulated.version &&
        evidence.inputs === regulated.inputs &&
        (evidence.run === run.id || evidence.scope === "conversation") &&
        (checkpoint.questionnaire === undefined || answersAll(evidence, regulated)) &&
        notExpired(evidence, draft.now),
    ) ?? null
  )
}

function answersAll(evidence: Evidence, regulated: Regulated): boolean {
  return regulated.questions.every(({ id }) => evidence.answers?.[id] !== undefined)
}

function notExpired(evidence: Evidence, now: string): boolean {
  return evidence.until === undefined || Date.parse(evidence.until) > Date.parse(now)
}

/** Whether an accepted wording stands in a run, whichever checkpoint asked for it: what `needs` of a slot names. */
export function wordingStands(draft: Draft, place: Place, wording: string): boolean {
  const release = releaseOf(draft, place.run)
  const document = release.wordings[wording] ?? release.questionnaires[wording]
  const version = document === undefined ? null : effectiveVersion<Versioned>(document.versions, draft.today)
  return [...place.run.evidence, ...draft.conversation.evidence].some(
    (evidence) =>
      evidence.wording === wording &&
      evidence.version === version?.version &&
      notExpired(evidence, draft.now) &&
      restsOnTheSame(draft, place, evidence),
  )
}

/** Whether what a text bound when it was accepted reads the same now; of another run or a flow that was left it does. */
function restsOnTheSame(draft: Draft, place: Place, evidence: Evidence): boolean {
  const [flow = "", state = ""] = evidence.state.split("/")
  const there = place.flow.id === flow && evidence.run === place.run.id ? placeAt(place, state) : null
  const document = there?.state.document
  if (there === null || document?.type !== "checkpoint" || document.wording === undefined) return true
  return regulatedText(draft, there, document, evidence.version)?.inputs === evidence.inputs
}

/** Returns the card of a checkpoint. */
export function checkpointContent(regulated: Regulated, locale: string): Content {
  const [accept = phrases(locale).accept] = regulated.accept
  const [decline = phrases(locale).decline] = regulated.decline
  const { readBack } = regulated
  return {
    is: "checkpoint",
    wording: regulated.id,
    version: regulated.version,
    title: regulated.title,
    text: regulated.rendered().text,
    accept,
    decline,
    ...(readBack.length === 0 ? {} : { readBack }),
    ...(regulated.questions.length === 0 ? {} : { questions: regulated.questions }),
  }
}

/** Returns a wording's text as an agent sends it, outside any checkpoint. */
export function sentWording(
  release: Release,
  rendering: Rendering,
  id: string,
  today: string,
): { content: Content; shown: string } | null {
  const wording = release.wordings[id]
  const version = wording === undefined ? null : effectiveVersion(wording.versions, today)
  if (wording === undefined || version === null) return null
  const [fallback = "zh"] = release.locales
  const text = renderText(version.text, rendering)
  return {
    content: { is: "text", text: `${textIn(wording.title, rendering.locale, fallback)}\n${text}` },
    shown: shownKey(id, version.version, sha256(text)),
  }
}

export function shownKey(wording: string, version: string, textHash: string): string {
  return `${wording}@${version}#${textHash.slice(0, 16)}`
}
