import type { CompiledFlow, Release } from "../compile/model.ts"
import { hasFixedOptions } from "../compile/shapes.ts"
import type { SayDocument, SlotDocument, TextDocument } from "../document/schema.ts"
import { shapeOfNode } from "../expression/check-names.ts"
import type { ExpressionValues } from "../expression/index.ts"
import { anyShape, compileExpression, elementShape, type ValueShape } from "../expression/index.ts"
import { parseTree } from "../expression/parse-expression.ts"
import { checkingEnvironment, scopeShapes } from "../expression/scope.ts"
import { fieldsOf, formatText, formatValue, textArguments, textIn } from "../format/index.ts"
import { isCard, isConditional, isFile, isLink } from "../states/kind.ts"
import type { Content, Json, Locale, OptionView, Row } from "../types.ts"
import { remembered } from "../understand/remembered.ts"
import { computeOnce, type ReadPath } from "./computed.ts"
import { evaluateIn, holds } from "./values.ts"

/** Where texts are rendered: a scope's flow with its values, in a locale. */
export type Rendering = {
  readonly release: Release
  readonly flow: CompiledFlow
  readonly values: ExpressionValues
  readonly locale: Locale
}

/** Returns a text with its values; the label stands for the key of a choice, also of one that the data offers. */
export function renderText(
  text: TextDocument,
  rendering: Rendering,
  item?: { readonly value: Json; readonly shape: ValueShape },
): string {
  const { release, flow, locale } = rendering
  const values = item === undefined ? rendering.values : { ...rendering.values, item: item.value }
  const shape =
    item === undefined || flow.shape.kind !== "object"
      ? flow.shape
      : { ...flow.shape, fields: { ...flow.shape.fields, item: item.shape } }
  return formatText(text, locale, withLabels(text, values, rendering), shape, settingsOf(release)).text
}

function settingsOf(release: Release) {
  const [fallback = "zh"] = release.locales
  return { currency: release.settings.currency, fallback }
}

function withLabels(text: TextDocument, values: ExpressionValues, rendering: Rendering): ExpressionValues {
  const [fallback] = rendering.release.locales
  const source = textIn(text, rendering.locale, fallback)
  if (!source.includes("{slots.")) return values
  let slots = values.slots
  for (const path of textArguments(source)) {
    if (!path.startsWith("slots.")) continue
    const name = path.slice("slots.".length)
    const document = rendering.flow.slots[name]
    const value = slots[name]
    if (document?.options === undefined || hasFixedOptions(document.options) || value === undefined) continue
    slots = { ...slots, [name]: labelsOf(value, optionsOf(document, rendering) ?? []) }
  }
  return slots === values.slots ? values : { ...values, slots }
}

function labelsOf(value: Json, options: readonly OptionView[]): Json {
  const label = (key: Json): Json => options.find((option) => option.key === key)?.label ?? key
  return Array.isArray(value) ? value.map(label) : label(value)
}

/** Returns the options of a choice in the conversation's locale, null when the slot has none. */
export function optionsOf(document: SlotDocument, rendering: Rendering): readonly OptionView[] | null {
  const options = optionsDocument(document, rendering.release)
  if (options === undefined) return null
  return renderOnce(rendering, options, readsOfOptions(options), () => findOptions(options, rendering))
}

function optionsDocument(document: SlotDocument, { settings }: Release): OptionsDocument | undefined {
  return document.options ?? settings.types?.[document.type]?.values
}

/**
 * Returns what is rendered of a document in a flow, from before when all that it reads is as it was; what reads nothing
 * is the same in every conversation.
 */
export function renderOnce<T>(
  { values, flow, locale }: Rendering,
  document: object,
  reads: readonly ReadPath[],
  render: () => T,
): T {
  const subject = subjectOf(flow, document)
  if (reads.length > 0) return computeOnce(values, subject, reads, render)
  if (!subject.has(locale)) subject.set(locale, render())
  return subject.get(locale) as T
}

/** What is rendered of a document that reads nothing, by locale. */
type Subject = Map<Locale, unknown>

/** A document that flows share is rendered by the shapes of each. */
const subjectsByFlow = new WeakMap<CompiledFlow, WeakMap<object, Subject>>()

function subjectOf(flow: CompiledFlow, document: object): Subject {
  let subjects = subjectsByFlow.get(flow)
  if (subjects === undefined) {
    subjects = new WeakMap()
    subjectsByFlow.set(flow, subjects)
  }
  let subject = subjects.get(document)
  if (subject === undefined) {
    subject = new Map()
    subjects.set(document, subject)
  }
  return subject
}

/** Returns the paths of all values that a slot's label and options, or those of its fields, read. */
export function readsOfSlot(document: SlotDocument, release: Release): readonly ReadPath[] {
  const known = slotReads.get(document)
  if (known !== undefined) return known
  const options = optionsDocument(document, release)
  const reads = [
    ...readsOfLabel(document),
    ...(options === undefined ? [] : readsOfOptions(options)),
    ...Object.values(document.of ?? {}).flatMap((field) => readsOfSlot(field, release)),
  ]
  slotReads.set(document, reads)
  return reads
}

/** Returns the paths of all values that a slot's label reads, in any locale. */
export const readsOfLabel = remembered(({ title }: SlotDocument): readonly ReadPath[] =>
  title === undefined ? [] : readsOfText(title).map(fieldsOf),
)

const slotReads = new WeakMap<SlotDocument, readonly ReadPath[]>()

function readsOfText(text: TextDocument): readonly string[] {
  const paths = textArguments(text)
  // A choice is named by its label, and that may rest on anything.
  return paths.some((path) => path.startsWith("slots.")) ? [...paths, "slots", "data"] : paths
}

type OptionsDocument = NonNullable<SlotDocument["options"]>

/** Returns the paths of all values that options read, in any locale; `item` comes from the list. */
function readsOfOptions(options: OptionsDocument): readonly ReadPath[] {
  const known = optionReads.get(options)
  if (known !== undefined) return known
  const read = new Set<string>()
  const addText = (text: TextDocument) => {
    for (const path of readsOfText(text)) read.add(path)
  }
  const addCel = (...sources: readonly (string | undefined)[]) => {
    for (const source of sources)
      if (source !== undefined) for (const path of compileExpression(source).reads) read.add(path)
  }
  const addFixed = (fixed: FixedOptions) => {
    for (const { when, label } of Object.values(fixed)) {
      addCel(when)
      addText(label)
    }
  }
  if (hasFixedOptions(options)) addFixed(options)
  else {
    addCel(options.from, options.key, options.says)
    addText(options.label)
    addFixed(options.also ?? {})
  }
  const reads = [...read].filter((path) => path !== "item" && !path.startsWith("item.")).map(fieldsOf)
  optionReads.set(options, reads)
  return reads
}

const optionReads = new WeakMap<OptionsDocument, readonly ReadPath[]>()

function findOptions(options: OptionsDocument, rendering: Rendering): readonly OptionView[] {
  const { values, locale } = rendering
  if (hasFixedOptions(options)) return fixedOptions(options, rendering)
  const list = evaluateIn(values, options.from)
  const items = list.ok && Array.isArray(list.value) ? (list.value as readonly Json[]) : []
  const shape = list.ok ? listItemShape(options.from, rendering) : anyShape
  const offered = items.flatMap((value): OptionView[] => {
    const inItem = { ...values, item: value }
    const key = evaluateIn(inItem, options.key)
    if (!key.ok) return []
    const says = options.says === undefined ? null : evaluateIn(inItem, options.says)
    return [
      {
        key: String(key.value),
        label: renderText(options.label, rendering, { value, shape }),
        ...(says?.ok === true ? { says: saysList(says.value) } : {}),
      },
    ]
  })
  return [...offered, ...fixedOptions(options.also ?? {}, { ...rendering, locale })]
}

/** Returns those options that the data offers, without the fixed ones beside them. */
export function fromData(options: OptionsDocument, offered: readonly OptionView[]): readonly OptionView[] {
  if (hasFixedOptions(options)) return []
  const fixed = options.also ?? {}
  return offered.filter(({ key }) => !Object.hasOwn(fixed, key))
}

function saysList(value: Json): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

type FixedOptions = Exclude<OptionsDocument, { from: string; key: string }>

function fixedOptions(options: FixedOptions, rendering: Rendering): readonly OptionView[] {
  const [fallback = "zh"] = rendering.release.locales
  return Object.entries(options).flatMap(([key, option]): OptionView[] => {
    if (!holds(rendering.values, option.when)) return []
    const says = option.says?.[rendering.locale]
    return [
      {
        key,
        label: renderText(option.label, rendering) || textIn(option.label, rendering.locale, fallback),
        ...(says === undefined ? {} : { says }),
      },
    ]
  })
}

/** The shape of the elements of the list that CEL names, by path, element or filter; of another one it is not known. */
function listItemShape(source: string, { flow }: Rendering): ValueShape {
  const known = itemShapes.get(flow) ?? new Map<string, ValueShape>()
  itemShapes.set(flow, known)
  const found = known.get(source)
  if (found !== undefined) return found
  const list = shapeOfNode(parseTree(checkingEnvironment(flow.scope), source), scopeShapes(flow.scope))
  const shape = (list === null ? null : elementShape(list)) ?? anyShape
  known.set(source, shape)
  return shape
}

/** Lists stand in texts that are rendered again and again; each is read once for its flow. */
const itemShapes = new WeakMap<CompiledFlow, Map<string, ValueShape>>()

/** Returns what a `say` shows, in order; lines and rows whose condition does not hold are left out. */
export function renderSay(say: SayDocument, rendering: Rendering): readonly Content[] {
  const items = Array.isArray(say) ? say : [say]
  return items.flatMap((item): Content[] => {
    if (typeof item === "string") return [{ is: "text", text: renderText(item, rendering) }]
    if (isCard(item)) {
      const { title, figure, rows, note } = item.card
      return [
        {
          is: "card",
          card: {
            ...(title === undefined ? {} : { title: renderText(title, rendering) }),
            ...(figure === undefined
              ? {}
              : {
                  figure: {
                    label: renderText(figure.label, rendering),
                    value: renderText(figure.value, rendering),
                  },
                }),
            rows: (rows ?? []).flatMap((row) => renderRow(row, rendering)),
            ...(note === undefined ? {} : { note: renderText(note, rendering) }),
          },
        },
      ]
    }
    if (isLink(item))
      return [
        {
          is: "link",
          label: renderText(item.link.label, rendering),
          url: renderText(item.link.url, rendering),
        },
      ]
    if (isFile(item))
      return [
        {
          is: "file",
          label: renderText(item.file.label, rendering),
          name: renderText(item.file.name, rendering),
        },
      ]
    if (isConditional(item))
      return holds(rendering.values, item.when) ? [{ is: "text", text: renderText(item.say, rendering) }] : []
    return [{ is: "text", text: renderText(item, rendering) }]
  })
}

type RowDocument = NonNullable<
  Extract<Exclude<SayDocument, readonly unknown[]>, { card: object }>["card"]["rows"]
>[number]

function renderRow(row: RowDocument, rendering: Rendering): readonly Row[] {
  if (!("from" in row)) {
    return holds(rendering.values, row.when)
      ? [{ label: renderText(row.label, rendering), value: renderText(row.value, rendering) }]
      : []
  }
  const list = evaluateIn(rendering.values, row.from)
  const items = list.ok && Array.isArray(list.value) ? (list.value as readonly Json[]) : []
  const shape = list.ok ? listItemShape(row.from, rendering) : anyShape
  return items
    .filter((value) => holds(rendering.values, row.when, { item: value }))
    .map((value) => ({
      label: renderText(row.label, rendering, { value, shape }),
      value: renderText(row.value, rendering, { value, shape }),
    }))
}

/** Returns the customer's word for a slot. */
export function slotLabel(slot: string, document: SlotDocument, rendering: Rendering): string {
  return document.title === undefined ? slot : renderText(document.title, rendering)
}

/** Returns a slot's value as it is read back: whole, not masked, since the customer must be able to check it. */
export function slotValueText(
  document: SlotDocument,
  slot: string,
  value: Json,
  rendering: Rendering,
): string {
  const { release, flow, locale } = rendering
  const options = optionsOf(document, rendering)
  if (options !== null) {
    const labels = labelsOf(value, options)
    return formatValue(
      labels,
      { kind: Array.isArray(labels) ? "choices" : "text" },
      locale,
      settingsOf(release),
    )
  }
  const shape = flow.scope.slots.kind === "object" ? (flow.scope.slots.fields[slot] ?? anyShape) : anyShape
  if (document.type === "list" && Array.isArray(value)) {
    const records = (value as readonly Json[]).map((record) => labelledRecord(record, document, rendering))
    return formatValue(records, shape, locale, { ...settingsOf(release), reveal: true })
  }
  return formatValue(value, shape, locale, { ...settingsOf(release), reveal: true })
}

/** A record with the labels of what was chosen from data in place of the keys. */
function labelledRecord(record: Json, { of = {} }: SlotDocument, rendering: Rendering): Json {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return record
  return Object.fromEntries(
    Object.entries(record as Readonly<Record<string, Json>>).map(([name, value]) => {
      const field = of[name]
      if (field?.options === undefined || hasFixedOptions(field.options)) return [name, value]
      return [name, labelsOf(value, optionsOf(field, rendering) ?? [])]
    }),
  )
}
