import { sourceOfDeclared, typeOfDeclared } from "../document/declared.ts"
import type {
  FlowDocument,
  FlowSetDocument,
  OperationDocument,
  QuestionnaireDocument,
  SlotDocument,
  ValueDocument,
} from "../document/schema.ts"
import {
  anyShape,
  type ChoiceOption,
  type ScalarKind,
  type Scope,
  shapeOfSchema,
  type ValueShape,
} from "../expression/index.ts"
import type { Json, Text } from "../types.ts"

const scalars: readonly string[] = [
  ...["text", "integer", "number", "money", "percent", "boolean", "date", "datetime", "duration"],
  ...["person-name", "phone", "email", "id-card", "bank-card", "policy-number", "address"],
]
/** The types that a slot may have without the flow set declaring them, the usual ones first. */
export const builtInTypes = [
  "text",
  "choice",
  "choices",
  "boolean",
  "date",
  "datetime",
  "date-range",
  "money",
  "integer",
  "number",
  "percent",
  "height",
  "weight",
  "duration",
  "person-name",
  "phone",
  "email",
  "id-card",
  "bank-card",
  "policy-number",
  "address",
  "place",
  "documents",
  "list",
] as const

export function isBuiltInType(type: string): type is (typeof builtInTypes)[number] {
  const types: readonly string[] = builtInTypes
  return types.includes(type)
}

/** What shapes are looked up in: the declared types, operations, events and the other flows. */
export type ShapeSource = {
  readonly settings: FlowSetDocument
  readonly operations: Readonly<Record<string, OperationDocument>>
  readonly questionnaires: Readonly<Record<string, QuestionnaireDocument>>
  readonly wordings: Readonly<Record<string, unknown>>
  readonly flows: Readonly<Record<string, FlowDocument>>
}

/** Returns the shape of a named type; `object` and what is unknown may be anything. */
export function typeShape(type: string, source: ShapeSource): ValueShape {
  if (type === "height" || type === "weight") return { kind: "number" }
  if (type === "place") return { kind: "text" }
  if (scalars.includes(type)) return { kind: type as ScalarKind }
  if (type === "choice" || type === "choices" || type === "date-range" || type === "documents")
    return { kind: type }
  if (type === "list") return { kind: "list", of: anyShape }
  const declared = source.settings.types?.[type]
  if (declared?.values !== undefined) return { kind: "choice", options: optionLabels(declared.values) }
  if (declared !== undefined) return { kind: "text" }
  return anyShape
}

export function slotShape(slot: SlotDocument, source: ShapeSource): ValueShape {
  if (slot.type === "list") {
    const fields = Object.fromEntries(
      Object.entries(slot.of ?? {}).map(([name, field]) => [name, slotShape(field, source)]),
    )
    return { kind: "list", of: { kind: "object", fields } }
  }
  if ((slot.type === "choice" || slot.type === "choices") && slot.options !== undefined) {
    return hasFixedOptions(slot.options)
      ? { kind: slot.type, options: optionLabels(slot.options) }
      : { kind: slot.type }
  }
  return typeShape(slot.type, source)
}

type Options = NonNullable<SlotDocument["options"]>
type FixedOptions = Exclude<Options, { from: string; key: string }>
export function hasFixedOptions(options: Options): options is FixedOptions {
  return !("from" in options && typeof options.from === "string")
}

function optionLabels(options: FixedOptions): readonly ChoiceOption[] {
  return Object.entries(options).map(([key, { label }]) => ({
    key,
    label: typeof label === "string" ? everyLocale(label) : label,
  }))
}

/** A text without locales reads the same in each; the empty locale is only ever a fallback. */
function everyLocale(label: string): Text {
  return { zh: label, en: label }
}

/** Returns the shape of what `data: { name: source }` holds, `null` when there is nothing of that name. */
export function dataShape(of: string, source: ShapeSource): ValueShape | null {
  const operation = source.operations[of]
  if (operation !== undefined) return shapeOfSchema(operation.output)
  const flow = source.flows[of]
  if (flow !== undefined) return givesShape(flow, source)
  const event = source.settings.events?.[of]
  if (event !== undefined) return shapeOfSchema(event)
  const questionnaire = source.questionnaires[of]
  if (questionnaire !== undefined) return answersShape([questionnaire])
  if (of === anyAnswers) return answersShape(Object.values(source.questionnaires))
  if (of === agentReturn) return returnShape
  if (Object.hasOwn(source.wordings, of)) return acceptedShape
  return null
}

/** What `data` names as the source of answers where the questionnaire is chosen by a value. */
export const anyAnswers = "answers"

/** What `data` names as the source of what a person gave back. */
export const agentReturn = "handoff"

/** What a hand-off keeps of its return; the proof only where the return is one. */
const returnShape: ValueShape = {
  kind: "object",
  fields: {
    outcome: { kind: "text" },
    agent: { kind: "text" },
    at: { kind: "datetime" },
    proof: {
      kind: "object",
      fields: { id: { kind: "text" }, level: { kind: "integer" }, by: { kind: "text" } },
    },
  },
}

function answersShape(questionnaires: readonly QuestionnaireDocument[]): ValueShape {
  const answer: ValueShape = { kind: "choice", options: ["yes", "no", "unsure"].map((key) => ({ key })) }
  const number: ValueShape = { kind: "number" }
  const fields = questionnaires.flatMap(({ versions }) =>
    versions.flatMap(({ questions }) =>
      questions.map(({ id, type }) => [id, type === undefined ? answer : number] as const),
    ),
  )
  return { kind: "object", fields: Object.fromEntries(fields) }
}

/** What a checkpoint keeps of an accepted wording. */
const acceptedShape: ValueShape = {
  kind: "object",
  fields: {
    wording: { kind: "text" },
    version: { kind: "text" },
    textHash: { kind: "text" },
    boundHash: { kind: "text" },
    acceptedAt: { kind: "datetime" },
  },
}

function givesShape(flow: FlowDocument, source: ShapeSource): ValueShape {
  const fields = Object.entries(flow.gives ?? {}).map(([name, declared]) => [
    name,
    declaredShape(declared, source),
  ])
  return { kind: "object", fields: Object.fromEntries(fields) }
}

function declaredShape(declared: ValueDocument, source: ShapeSource): ValueShape {
  const type = typeOfDeclared(declared)
  return dataShape(type, source) ?? typeShape(type, source)
}

/** Returns everything that an expression of a flow may name. `slots` are its own and the shared ones that it uses. */
export function flowScope(
  flow: FlowDocument,
  slots: Readonly<Record<string, SlotDocument>>,
  source: ShapeSource,
): Scope {
  const takes = Object.entries(flow.takes ?? {}).map(([name, declared]) => [
    name,
    declaredShape(declared, source),
  ])
  const data = Object.entries(flow.data ?? {}).map(([name, declared]) => [
    name,
    dataShape(sourceOfDeclared(declared), source) ?? anyShape,
  ])
  const checks = Object.values(slots).flatMap(({ check }) =>
    check?.save === undefined ? [] : [[check.save, dataShape(check.service, source) ?? anyShape]],
  )
  const derived = Object.entries(flow.derived ?? {}).map(([name, { type }]) => [
    name,
    typeShape(type, source),
  ])
  return {
    slots: {
      kind: "object",
      fields: Object.fromEntries(
        Object.entries(slots).map(([name, slot]) => [name, slotShape(slot, source)]),
      ),
    },
    data: { kind: "object", fields: Object.fromEntries([...takes, ...checks, ...data]) },
    derived: { kind: "object", fields: Object.fromEntries(derived) },
    parameters: parametersShape(source.settings),
    keys: { kind: "object", fields: {}, open: true },
  }
}

function parametersShape(settings: FlowSetDocument): ValueShape {
  const fields = Object.entries(settings.parameters).map(([name, { type, value }]) => [
    name,
    type === undefined ? shapeOfValue(value) : { kind: type },
  ])
  return { kind: "object", fields: Object.fromEntries(fields) }
}

function shapeOfValue(value: Json): ValueShape {
  if (typeof value === "number") return { kind: "number" }
  if (typeof value === "boolean") return { kind: "boolean" }
  if (typeof value === "string") return { kind: "text" }
  return anyShape
}
