import { hasFixedOptions, type ShapeSource, slotShape } from "../compile/shapes.ts"
import type { OptionDocument, SlotDocument } from "../document/schema.ts"
import { elementShape, type Scope } from "../expression/index.ts"
import { below, type Places, type Spot } from "./places.ts"
import { inputKind } from "./result-kind.ts"
import type { Scopes } from "./scopes.ts"

type Around = {
  readonly into: Places
  readonly scopes: Scopes
  readonly shapes: ShapeSource
  readonly flow?: string
}

/** Collects the expressions, texts and phrases of a slot, and of a list's fields. */
export function collectSlot(slot: SlotDocument, spot: Spot, around: Around): void {
  const { scopes, shapes } = around
  const shape = slotShape(slot, shapes)
  collectFields(slot, spot, { ...around, plain: scopes.base, own: scopes.withValue(shape) })
  const record = elementShape(shape)
  if (slot.type !== "list" || record === null) return
  for (const [name, field] of Object.entries(slot.of ?? {})) {
    const scope = scopes.withField(record, slotShape(field, shapes))
    collectFields(field, below(spot, "of", name), { ...around, plain: scope, own: scope })
  }
}

/** `plain` is for what is read before there is a value, `own` for what judges the value. */
type Within = Around & { readonly plain: Scope; readonly own: Scope }

function collectFields(slot: SlotDocument, spot: Spot, within: Within): void {
  const { into, shapes, plain, own } = within
  const flow = within.flow === undefined ? {} : { flow: within.flow }
  for (const field of ["title", "ask", "reask", "help", "skip", "each", "more"] as const) {
    const text = slot[field]
    if (text !== undefined) into.texts.push({ ...below(spot, field), text, scope: own, ...flow })
  }
  if (slot.says !== undefined) into.phrases.push({ ...below(spot, "says"), phrases: slot.says })
  if (slot.when !== undefined)
    into.expressions.push({ ...below(spot, "when"), cel: slot.when, scope: plain, expects: "bool", ...flow })
  if (slot.until !== undefined)
    into.expressions.push({
      ...below(spot, "until"),
      cel: slot.until,
      scope: plain,
      expects: "bool",
      ...flow,
    })
  slot.valid?.forEach((rule, index) => {
    const at = below(spot, "valid", index)
    into.expressions.push({ ...below(at, "when"), cel: rule.when, scope: own, expects: "bool", ...flow })
    into.texts.push({ ...below(at, "else"), text: rule.else, scope: own, ...flow })
  })
  if (slot.check !== undefined) {
    const at = below(spot, "check")
    const operation = shapes.operations[slot.check.service]
    for (const [name, cel] of Object.entries(slot.check.input ?? {})) {
      const expects = inputKind(operation, name)
      into.expressions.push({ ...below(at, "input", name), cel, scope: own, expects, ...flow })
    }
    into.texts.push({ ...below(at, "else"), text: slot.check.else, scope: own, ...flow })
  }
  if (slot.options !== undefined) collectOptions(slot.options, below(spot, "options"), within)
}

function collectOptions(
  options: NonNullable<SlotDocument["options"]>,
  spot: Spot,
  { into, scopes, plain, flow }: Within,
): void {
  const ofFlow = flow === undefined ? {} : { flow }
  if (hasFixedOptions(options)) {
    collectFixedOptions(options, spot, into, plain, flow)
    return
  }
  const scope = scopes.withItemsOf(options.from)
  into.expressions.push(
    { ...below(spot, "from"), cel: options.from, scope: plain, expects: "list", ...ofFlow },
    { ...below(spot, "key"), cel: options.key, scope, ...ofFlow },
  )
  if (options.says !== undefined)
    into.expressions.push({ ...below(spot, "says"), cel: options.says, scope, ...ofFlow })
  into.texts.push({ ...below(spot, "label"), text: options.label, scope, ...ofFlow })
  if (options.also !== undefined) collectFixedOptions(options.also, below(spot, "also"), into, plain, flow)
}

/** Collects what options in a file say; `scope` is what they may name, `null` when nobody asks for them yet. */
export function collectFixedOptions(
  options: Readonly<Record<string, OptionDocument>>,
  spot: Spot,
  into: Places,
  scope: Scope | null,
  flow?: string,
): void {
  const ofFlow = flow === undefined ? {} : { flow }
  for (const [key, option] of Object.entries(options)) {
    const at = below(spot, key)
    into.texts.push({ ...below(at, "label"), text: option.label, scope, ...ofFlow })
    if (option.says !== undefined) into.phrases.push({ ...below(at, "says"), phrases: option.says })
    if (option.when !== undefined && scope !== null)
      into.expressions.push({ ...below(at, "when"), cel: option.when, scope, expects: "bool", ...ofFlow })
  }
}
