import type { SlotDocument } from "../document/schema.ts"
import type { CheckpointState } from "../states/checkpoint.ts"
import type { Content, OpenQuestion, OptionView } from "../types.ts"
import { type Draft, log, type Place, stateName } from "./draft.ts"
import { checkpointContent, type Regulated, readBackRows, regulatedText, shownKey } from "./evidence.ts"
import { phrases } from "./phrases.ts"
import { optionsOf, type Rendering, renderSay, renderText, slotLabel, slotValueText } from "./render.ts"
import { renderingOf, show } from "./speak.ts"
import { slotState } from "./values.ts"

type Mode = NonNullable<OpenQuestion["mode"]>

/** Asks about a slot in one of the ways a collect may, and keeps the question open. */
export function askSlot(draft: Draft, place: Place, slot: string, mode: Mode): void {
  const rendering = renderingOf(draft, place)
  const document = place.flow.slots[slot]
  if (document === undefined) throw new Error(`The flow "${place.flow.id}" has no slot "${slot}".`)
  switch (mode) {
    case "ask":
      if (document.type === "list") askField(draft, place, slot, document, rendering)
      else askValue(draft, place, slot, document, rendering)
      return
    case "more":
      open(
        draft,
        place,
        { kind: "confirmation", id: slot, mode },
        question(
          document.more === undefined ? phrases(rendering.locale).more : renderText(document.more, rendering),
        ),
        yesOrNo(rendering.locale),
      )
      return
    case "confirm-value":
    case "confirm-offered":
      askConfirmation(draft, place, slot, document, rendering, mode)
      return
    case "summary":
      askSummary(draft, place, rendering)
      return
    case "which":
      askWhich(draft, place, rendering)
      return
  }
}

function askValue(
  draft: Draft,
  place: Place,
  slot: string,
  document: SlotDocument,
  rendering: Rendering,
): void {
  const state = slotState(place.run, place.flow, slot, place.scope)
  const isAgain = (state?.misses ?? 0) > 0 || state?.skipped === true
  const text = isAgain ? (document.reask ?? document.ask) : document.ask
  const asked = text === undefined ? slotLabel(slot, document, rendering) : renderText(text, rendering)
  const options =
    document.type === "boolean" ? yesOrNo(rendering.locale) : (optionsOf(document, rendering) ?? [])
  open(draft, place, { kind: "slot", id: slot, mode: "ask" }, question(asked), [
    ...options,
    ...skipButton(document, rendering),
  ])
}

/** What passes over a question; a yes or no, whose no does as well, has it only where its author names it. */
function skipButton(
  { type, skip, optional, until }: SlotDocument,
  rendering: Rendering,
): readonly OptionView[] {
  const words = phrases(rendering.locale)
  if (until !== undefined) return [{ key: "skip", label: words.filesLater }]
  if (optional !== true || (type === "boolean" && skip === undefined)) return []
  return [{ key: "skip", label: skip === undefined ? words.skip : renderText(skip, rendering) }]
}

/** Asks for the next field of the record of a list that is being told. */
function askField(
  draft: Draft,
  place: Place,
  slot: string,
  document: SlotDocument,
  rendering: Rendering,
): void {
  const told = slotState(place.run, place.flow, slot, place.scope)?.draft
  const next = nextField(document, told?.fields ?? {})
  if (next === null) throw new Error(`The list "${slot}" has no field to ask for.`)
  const [name, field] = next
  const fresh = Object.keys(told?.fields ?? {}).length === 0
  const intro = fresh && document.each !== undefined ? `${renderText(document.each, rendering)}\n` : ""
  const asked = field.ask === undefined ? slotLabel(name, field, rendering) : renderText(field.ask, rendering)
  const options = field.type === "boolean" ? yesOrNo(rendering.locale) : (optionsOf(field, rendering) ?? [])
  open(draft, place, { kind: "slot", id: `${slot}.${name}`, mode: "ask" }, question(intro + asked), [
    ...options,
    ...skipButton(field, rendering),
  ])
}

/** Returns the first field of a list's record that is not told yet. */
export function nextField(
  document: SlotDocument,
  fields: Readonly<Record<string, unknown>>,
): readonly [string, SlotDocument] | null {
  return Object.entries(document.of ?? {}).find(([name]) => !Object.hasOwn(fields, name)) ?? null
}

function askConfirmation(
  draft: Draft,
  place: Place,
  slot: string,
  document: SlotDocument,
  rendering: Rendering,
  mode: Mode,
): void {
  const words = phrases(rendering.locale)
  const value = slotState(place.run, place.flow, slot, place.scope)?.value ?? null
  const text = slotValueText(document, slot, value, rendering)
  const label = slotLabel(slot, document, rendering)
  const read = optionsOf(document, rendering) === null ? words.isIt(label, text) : words.isChosen(text)
  const asked = mode === "confirm-offered" ? words.stillIt(label, text) : read
  open(draft, place, { kind: "confirmation", id: slot, mode }, question(asked), yesOrNo(rendering.locale))
}

function askSummary(draft: Draft, place: Place, rendering: Rendering): void {
  const words = phrases(rendering.locale)
  const { document } = place.state
  const rows = readBackRows(draft, place, summarySlots(place))
  const lead =
    document.type === "collect" && document.say !== undefined ? renderSay(document.say, rendering) : []
  for (const content of lead.slice(0, -1)) show(draft, place, content)
  const last = lead.at(-1)
  const text = last?.is === "text" ? last.text : words.readBack
  if (last !== undefined && last.is !== "text") show(draft, place, last)
  open(
    draft,
    place,
    { kind: "confirmation", id: place.state.id, mode: "summary" },
    { is: "question", text, readBack: rows },
    [{ key: "yes", label: words.confirm }, ...changes(draft, place, rendering)],
  )
}

/** The slots that a place reads back: a collect's own, or before a write those that an agent filled. */
export function summarySlots(place: Place): readonly string[] {
  const { document } = place.state
  if (document.type === "collect") return document.slots
  return Object.keys(place.flow.slots).filter((slot) => {
    const state = slotState(place.run, place.flow, slot, place.scope)
    return state?.from?.by === "agent" && state.certain === false
  })
}

function askWhich(draft: Draft, place: Place, rendering: Rendering): void {
  open(
    draft,
    place,
    { kind: "choice", id: place.state.id, mode: "which" },
    question(phrases(rendering.locale).which),
    changes(draft, place, rendering),
  )
}

function changes(draft: Draft, place: Place, rendering: Rendering): readonly OptionView[] {
  const { document } = place.state
  const slots = document.type === "checkpoint" ? (document.readBack ?? []) : summarySlots(place)
  return readBackRows(draft, place, slots).map(({ slot = "", label }) => ({
    key: `change:${slot}`,
    label: phrases(rendering.locale).change(label),
  }))
}

/** Shows a checkpoint's text with its two buttons of equal weight; from now on it counts as shown. */
export function askCheckpoint(
  draft: Draft,
  place: Place,
  checkpoint: CheckpointState,
  regulated: Regulated,
  softly: boolean,
): void {
  const rendering = renderingOf(draft, place)
  const words = phrases(rendering.locale)
  if (softly) show(draft, place, { is: "text", text: words.gateAgain })
  const content = checkpointContent(regulated, rendering.locale)
  const [accept = words.accept] = regulated.accept
  const [decline = words.decline] = regulated.decline
  const options: OptionView[] =
    regulated.questions.length > 0
      ? [...answerOptions(regulated, words), { key: "decline", label: decline }]
      : [
          { key: "accept", label: accept },
          { key: "decline", label: decline },
          ...changes(draft, place, rendering),
        ]
  const entry = open(
    draft,
    place,
    {
      kind: "checkpoint",
      id: regulated.id,
      version: regulated.version,
      inputs: regulated.inputs,
      ...(softly ? { softly } : {}),
    },
    content,
    options,
  )
  const key = shownKey(regulated.id, regulated.version, regulated.rendered().textHash)
  draft.conversation = { ...draft.conversation, shown: { ...draft.conversation.shown, [key]: entry } }
  log(
    draft,
    {
      kind: "checkpoint.shown",
      open: {
        checkpoint: regulated.id,
        version: regulated.version,
        kindOf: checkpoint.kind,
        textHash: regulated.rendered().textHash,
      },
    },
    { run: place.run.id, state: stateName(place) },
  )
}

/** After an answer on an open card: no to all is no longer offered once something was answered otherwise. */
export function refreshAnswers(draft: Draft, place: Place, checkpoint: CheckpointState): void {
  const { question: open } = draft.conversation
  const regulated = open === undefined ? null : regulatedText(draft, place, checkpoint, open.version)
  if (open === undefined || regulated === null) return
  const words = phrases(draft.conversation.locale)
  const shown = new Set(open.options?.map(({ key }) => key) ?? [])
  const questions = regulated.questions.filter(({ id }) => shown.has(`${id}:unsure`))
  const decline = open.options?.filter(({ key }) => key === "decline") ?? []
  const options = [...answerOptions({ ...regulated, questions }, words), ...decline]
  draft.conversation = { ...draft.conversation, question: { ...open, options } }
}

/** The answers to each question of a card, and the presses that answer all: as another time, or no to all. */
function answerOptions({ questions, asBefore }: Regulated, words: ReturnType<typeof phrases>): OptionView[] {
  const options = questions.flatMap(({ id, type }, index): OptionView[] => [
    ...(type === undefined
      ? [
          { key: `${id}:yes`, label: `${index + 1} ${words.yes}` },
          { key: `${id}:no`, label: `${index + 1} ${words.no}` },
        ]
      : []),
    { key: `${id}:unsure`, label: `${index + 1} ${words.unsure}` },
  ])
  const open = questions.filter(({ type, given }) => type === undefined && given === undefined)
  const mayBeNo = !questions.some(({ given }) => given !== undefined && given !== words.no)
  if (asBefore !== undefined) options.push({ key: "before", label: words.asBefore })
  if (open.length > 0)
    options.push(mayBeNo ? { key: "accept", label: words.allNo } : { key: "rest:no", label: words.restNo })
  return options
}

type Asked = Pick<OpenQuestion, "kind" | "id" | "mode" | "version" | "inputs" | "softly">

function open(
  draft: Draft,
  place: Place,
  asked: Asked,
  content: Content,
  options: readonly OptionView[],
): number {
  const entry = show(draft, place, content, asked.id)
  const visit = place.frame.visits[place.state.id] ?? 0
  draft.conversation = {
    ...draft.conversation,
    question: {
      run: place.run.id,
      path: place.path,
      visit,
      ...asked,
      entry: entry.index,
      ...(options.length === 0 ? {} : { options }),
    },
  }
  return entry.index
}

export function closeQuestion(draft: Draft): void {
  const { question: _closed, ...rest } = draft.conversation
  draft.conversation = rest
}

function question(text: string): Content {
  return { is: "question", text }
}

function yesOrNo(locale: string): readonly OptionView[] {
  const words = phrases(locale)
  return [
    { key: "yes", label: words.yes },
    { key: "no", label: words.no },
  ]
}
