import { hasFixedOptions } from "../../engine/compile/shapes.ts"
import type {
  FlowDocument,
  OnEntryDocument,
  SlotDocument,
  StateDocument,
  TextDocument,
} from "../../engine/document/schema.ts"
import { type Json, type Path, sameValue, valueAt } from "../../engine/index.ts"
import { partsOfSay, type StateText } from "../../engine/states/kind.ts"
import { kindOf } from "../../engine/states/registry.ts"
import { isStates } from "../canvas/drawing/context.ts"
import { approvalOf } from "../catalogue/fields/approval.ts"
import { parsedState } from "../model/parsedState.ts"
import type { Surroundings } from "../model/surroundings.ts"

/** Where texts stand: the flow itself, a state, a slot, or a regulated text that the flow shows. */
export type TextPlace = {
  readonly is: "flow" | "state" | "slot" | "wording"
  readonly id: string
  readonly title: TextDocument | undefined
  /** Of a state. */
  readonly type?: string
}

/** One text of a flow in all its languages, and how it stands. */
export type TextRow = {
  readonly key: string
  readonly file: string
  readonly path: Path
  readonly place: TextPlace
  /** Below its place. */
  readonly part: Path
  readonly texts: Readonly<Record<string, string>>
  readonly missing: readonly string[]
  readonly isChanged: boolean
  readonly isUnapproved: boolean
  /** What was approved is changed in a version of its own, never here. */
  readonly isFixed: boolean
  /** Customers do not read it: titles of steps. */
  readonly isLabel: boolean
}

type Found = { readonly path: Path; readonly text: TextDocument; readonly isLabel?: boolean }

/**
 * Returns every text of a flow that has words, state by state as they stand in the file, each slot after the first state that asks
 * it, regulated texts where they are shown. `released` are the values of the files as they serve customers now.
 */
export function textRows(
  flow: FlowDocument,
  file: string,
  around: Surroundings,
  released: ((file: string) => Json | undefined) | null,
): readonly TextRow[] {
  const { locales } = around.settings
  const rows: TextRow[] = []
  const shown = new Set<string>()
  const add = (place: TextPlace, base: Path, texts: readonly Found[], inFile = file) => {
    for (const { path, text, isLabel = false } of texts) {
      if (!Object.values(byLocale(text, "")).some(hasWords)) continue
      const whole = [...base, ...path]
      rows.push({
        ...{ key: keyOf(inFile, whole), file: inFile, path: whole, place, part: path, isLabel },
        texts: byLocale(text, locales[0] ?? "zh"),
        missing: missingIn(text, locales),
        isChanged: released !== null && !isSame(released(inFile), whole, text),
        ...{ isUnapproved: false, isFixed: false },
      })
    }
  }
  const addSlot = (name: string) => {
    const slot = flow.slots?.[name]
    if (slot === undefined || shown.has(`slot ${name}`)) return
    shown.add(`slot ${name}`)
    add({ is: "slot", id: name, title: slot.title }, ["slots", name], textsOfSlot(slot))
  }
  const addWording = (id: string) => {
    const wording = around.wordings[id]
    const index = (wording?.versions.length ?? 0) - 1
    const version = wording?.versions[index]
    if (wording === undefined || version === undefined || shown.has(`wording ${id}`)) return
    shown.add(`wording ${id}`)
    const state = approvalOf(version)
    const wordingFile = `wordings/${id}.yaml`
    const path = ["versions", index, "text"]
    rows.push({
      ...{ key: keyOf(wordingFile, path), file: wordingFile, path, part: ["text"], isLabel: false },
      place: { is: "wording", id, title: wording.title },
      texts: byLocale(version.text, locales[0] ?? "zh"),
      missing: missingIn(version.text, locales),
      isChanged: released !== null && !isSame(released(wordingFile), path, version.text),
      ...{ isUnapproved: state !== "approved", isFixed: state === "approved" },
    })
  }
  const addStates = (states: FlowDocument["states"], path: Path) => {
    for (const [id, state] of Object.entries(states)) {
      const at = [...path, id]
      add({ is: "state", id, title: state.title, type: state.type }, at, textsOfState(state))
      for (const name of slotsAsked(state)) addSlot(name)
      for (const wording of wordingsOf(state)) addWording(wording)
      if (state.type === "group" && isStates(state.states)) addStates(state.states, [...at, "states"])
    }
  }
  add(
    { is: "flow", id: flow.id, title: flow.title },
    [],
    [{ path: ["title"], text: flow.title }, ...textsOfEntries(flow.on)],
  )
  addStates(flow.states, ["states"])
  for (const name of Object.keys(flow.slots ?? {})) addSlot(name)
  return rows
}

/** Whether a text says something of its own besides values, numbers and signs, and so wants every language. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{[^{}]*\}/g, ""))
}

function missingIn(text: TextDocument, locales: readonly string[]): readonly string[] {
  if (typeof text === "string") return hasWords(text) ? locales.slice(1) : []
  return locales.filter((locale) => (text[locale] ?? "").trim() === "")
}

function byLocale(text: TextDocument, main: string): Readonly<Record<string, string>> {
  return typeof text === "string" ? { [main]: text } : text
}

function keyOf(file: string, path: Path): string {
  return `${file} ${path.join("/")}`
}

function isSame(file: Json | undefined, path: Path, text: TextDocument): boolean {
  return sameValue(valueAt(file, path), text)
}

function textsOfState(state: StateDocument): readonly Found[] {
  const title =
    state.title === undefined ? [] : [{ path: ["title"], text: state.title, isLabel: state.type !== "group" }]
  const parsed = parsedState(state)
  if (parsed === null) return [...title, ...textsOfEntries(state.on)]
  const own = kindOf(parsed).texts(parsed).map(inFile)
  const cases: readonly Found[] =
    parsed.type === "decision"
      ? Object.entries(parsed.cases).flatMap(([name, each]): readonly Found[] =>
          each.title === undefined
            ? []
            : [{ path: ["cases", name, "title"], text: each.title, isLabel: true }],
        )
      : []
  return [...title, ...own, ...cases, ...textsOfEntries(state.on)]
}

/** A message's `tone.upset` is two steps in the file. */
function inFile({ path, text }: StateText): Found {
  return {
    text,
    path: path.flatMap((step) =>
      typeof step === "string" && step.startsWith("tone.") ? step.split(".") : [step],
    ),
  }
}

function textsOfEntries(on: Readonly<Record<string, OnEntryDocument>> | undefined): readonly Found[] {
  return Object.entries(on ?? {}).flatMap(([name, entry]): readonly Found[] => [
    ...(entry.title === undefined
      ? []
      : [{ path: ["on", name, "title"], text: entry.title, isLabel: entry.says === undefined }]),
    ...partsOfSay(entry.say, "say").texts.map(({ path, text }) => ({ path: ["on", name, ...path], text })),
  ])
}

function textsOfSlot(slot: SlotDocument): readonly Found[] {
  const fields = (["title", "ask", "reask", "help", "each", "more"] as const).flatMap(
    (field): readonly Found[] => {
      const text = slot[field]
      return text === undefined ? [] : [{ path: [field], text }]
    },
  )
  const valid = (slot.valid ?? []).map((rule, index) => ({ path: ["valid", index, "else"], text: rule.else }))
  const check = slot.check === undefined ? [] : [{ path: ["check", "else"], text: slot.check.else }]
  const of = Object.entries(slot.of ?? {}).flatMap(([name, field]) =>
    textsOfSlot(field).map(({ path, text }) => ({ path: ["of", name, ...path], text })),
  )
  return [...fields, ...textsOfOptions(slot.options), ...valid, ...check, ...of]
}

function textsOfOptions(options: SlotDocument["options"]): readonly Found[] {
  if (options === undefined) return []
  if (hasFixedOptions(options))
    return Object.entries(options).map(([key, { label }]) => ({
      path: ["options", key, "label"],
      text: label,
    }))
  return [
    { path: ["options", "label"], text: options.label },
    ...Object.entries(options.also ?? {}).map(([key, { label }]) => ({
      ...{ path: ["options", "also", key, "label"], text: label },
    })),
  ]
}

function slotsAsked(state: StateDocument): readonly string[] {
  return Array.isArray(state.slots) ? state.slots.map(String) : []
}

function wordingsOf(state: StateDocument): readonly string[] {
  const own = typeof state.wording === "string" ? [state.wording] : []
  return [...own, ...Object.values(state.on ?? {}).flatMap(({ wording }) => wording ?? [])]
}
