import type { CompiledFlow, Release } from "../compile/model.ts"
import type { SlotDocument } from "../document/schema.ts"
import { compileExpression, type Evaluation, type ExpressionValues, valueAt } from "../expression/index.ts"
import { fieldsOf } from "../format/index.ts"
import type { Conversation, Json, Run, SlotState, Slots, Values } from "../types.ts"
import { computeOnce, keepValues, latestValues, type ReadPath } from "./computed.ts"
import { type Draft, flowIn, releaseOf } from "./draft.ts"

/** Where a slot of a flow is kept: shared ones once a run, in the root's scope. */
export function slotHome(flow: CompiledFlow, slot: string, scope: string): string {
  return flow.shared.has(slot) ? "" : scope
}

export function slotState(run: Run, flow: CompiledFlow, slot: string, scope: string): SlotState | undefined {
  return run.scopes[slotHome(flow, slot, scope)]?.slots[slot]
}

/**
 * Returns what an expression or text of a scope's flow may read. Derived values are computed when they are read. Kept
 * as long as nothing that they rest on is replaced, since every state of a turn asks for them.
 */
export function valuesOf(draft: Draft, run: Run, scope: string): ExpressionValues {
  const inside = run.scopes[scope]
  const root = run.scopes[""]
  const { customer } = draft.conversation
  if (inside === undefined || root === undefined)
    throw new Error(`The run "${run.id}" has no scope "${scope}".`)
  const { keys } = run
  const { now } = draft
  const latest = latestValues(inside)
  if (
    latest?.inside === inside &&
    latest.root === root &&
    latest.keys === keys &&
    latest.customer === customer &&
    latest.now === now
  ) {
    return latest.values
  }
  const release = releaseOf(draft, run)
  const values = buildValues(release, flowIn(release, inside.flow), run, scope, draft)
  keepValues({ inside, root, keys, customer, now, values })
  return values
}

function buildValues(
  release: Release,
  flow: CompiledFlow,
  run: Run,
  scope: string,
  { conversation, now, today }: Draft,
): ExpressionValues {
  let derived: Values | null = null
  const values: ExpressionValues = {
    slots: filledSlots(flow, run.scopes[scope]?.slots, run.scopes[""]?.slots),
    data: run.scopes[scope]?.data ?? {},
    get derived() {
      derived ??= derivedValues(flow, values)
      return derived
    },
    parameters: release.parameters,
    keys: keysOf(run, scope),
    now,
    today,
    customer: customerAt(conversation, now),
    channel: conversation.channel,
    calendar: release.calendar,
  }
  return values
}

/** Each derived value is computed once, when it is first read; they may read one another. */
function derivedValues(flow: CompiledFlow, values: ExpressionValues): Values {
  const rules = flow.document.derived ?? {}
  const computed: Record<string, Json | undefined> = {}
  const compute = (name: string | symbol): void => {
    if (typeof name !== "string" || Object.hasOwn(computed, name)) return
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (rule === undefined) return
    const evaluation = evaluateIn(values, rule.is)
    computed[name] = evaluation.ok ? evaluation.value : undefined
  }
  // There are many, and a turn reads few of them: to define a getter for each would cost more than the turn.
  return new Proxy<Record<string, Json>>(computed as Record<string, Json>, {
    get: (_, name) => {
      compute(name)
      return Reflect.get(computed, name)
    },
    getOwnPropertyDescriptor: (_, name) => {
      compute(name)
      return Reflect.getOwnPropertyDescriptor(computed, name)
    },
    ownKeys: () => {
      Object.keys(rules).forEach(compute)
      return Reflect.ownKeys(computed)
    },
  })
}

/** Who the customer is known to be now: what was proven may have lapsed. */
function customerAt({ customer }: Conversation, now: string): { id: string | null; level: number } {
  if (customer.until !== undefined && Date.parse(customer.until) <= Date.parse(now))
    return { id: customer.id, level: 0 }
  return { id: customer.id, level: customer.level }
}

/** The values of the slots of a scope, with the shared ones from the root; the same as long as the slots are. */
function filledSlots(flow: CompiledFlow, own: Slots = noSlots, root: Slots = noSlots): Values {
  const known = filled.get(own)
  if (known?.root === root) return known.values
  const values: Record<string, Json> = {}
  collectFilled(own, values, (slot) => !flow.shared.has(slot))
  collectFilled(root, values, (slot) => flow.shared.has(slot))
  filled.set(own, { root, values })
  return values
}

const noSlots: Slots = {}
const filled = new WeakMap<Slots, { readonly root: Slots; readonly values: Values }>()

function collectFilled(slots: Slots, into: Record<string, Json>, counts: (slot: string) => boolean): void {
  for (const name in slots) {
    const slot = slots[name]
    if (slot?.status === "filled" && slot.value !== undefined && counts(name)) into[name] = slot.value
  }
}

const noKeys: Values = {}

function keysOf(run: Run, scope: string): Values {
  if (Object.keys(run.keys).length === 0) return noKeys
  const prefix = scope === "" ? "" : `${scope}/`
  const keys: Record<string, Json> = {}
  for (const [path, key] of Object.entries(run.keys)) {
    if (path.startsWith(prefix)) keys[path.slice(prefix.length)] = key
  }
  return keys
}

/** What stands beside the values while one item, value or event is looked at. */
type Extra = { readonly item?: Json; readonly value?: Json; readonly event?: Json }
const none: Extra = {}

/** Evaluates CEL in a scope; a condition that fails for a missing value is simply not ok. */
export function evaluateIn(values: ExpressionValues, source: string, extra: Extra = none): Evaluation {
  const expression = compileExpression(source)
  if (extra !== none) return expression.evaluate({ ...values, ...extra })
  return computeOnce(values, expression, expression.paths, () => expression.evaluate(values))
}

/** Whether a condition holds; an absent condition does. */
export function holds(values: ExpressionValues, source: string | undefined, extra: Extra = none): boolean {
  if (source === undefined) return true
  const evaluation = evaluateIn(values, source, extra)
  return evaluation.ok && evaluation.value === true
}

/** Returns the values of an `input`-like map; what has no value is left out. */
export function inputValues(
  values: ExpressionValues,
  fields: Readonly<Record<string, string>> | undefined,
): Record<string, Json> {
  const input: Record<string, Json> = {}
  for (const [name, source] of Object.entries(fields ?? {})) {
    const evaluation = evaluateIn(values, source)
    if (evaluation.ok && evaluation.value !== null) input[name] = evaluation.value
  }
  return input
}

/**
 * Returns the values at some paths as one text: the inputs by which memory and evidence know a change. A list of paths
 * that is the same as before is not read again while its values are the same.
 */
export function inputsAt(values: ExpressionValues, paths: readonly string[]): string {
  return computeOnce(values, paths, readPathsOf(paths), () => {
    const parts: Record<string, Json> = {}
    for (const path of paths) {
      const value = valueAt(values, path)
      if (value !== undefined) parts[path] = value
    }
    return JSON.stringify(parts)
  })
}

/** Takes a list of value paths apart, each list once. */
export function readPathsOf(paths: readonly string[]): readonly ReadPath[] {
  let known = readPaths.get(paths)
  if (known === undefined) {
    known = paths.map(fieldsOf)
    readPaths.set(paths, known)
  }
  return known
}

const readPaths = new WeakMap<readonly string[], readonly ReadPath[]>()

/** Returns what an expression read, for "why did it go here". */
export function readValues(
  values: ExpressionValues,
  sources: readonly string[],
): { path: string; value: Json }[] {
  const read = new Map<string, Json>()
  for (const source of sources) {
    for (const path of compileExpression(source).reads) {
      if (!read.has(path)) read.set(path, valueAt(values, path) ?? null)
    }
  }
  return [...read].map(([path, value]) => ({ path, value }))
}

export type SlotPlace = {
  readonly slot: string
  readonly document: SlotDocument
  readonly flow: CompiledFlow
  /** The scope of the flow that asks for it, and the one where its value is kept. */
  readonly scope: string
  readonly home: string
}
