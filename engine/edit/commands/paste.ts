import { isMap, type JsonMap, valueAt } from "../../document/json.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import type { Files } from "../files.ts"
import { exitsOf, findState, freshId, stateIn, statesOf } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { stringsOf, valueReferences } from "../references.ts"
import { setAt } from "./fields.ts"
import { layoutFile, type Position, readLayout, setPositions } from "./layout.ts"
import { insertState } from "./states.ts"

/** States that were copied, as JSON that another flow, window or browser can paste. */
export type Clip = {
  readonly colloquy: "states"
  /** The file that they were copied from. */
  readonly file: string
  readonly states: readonly { readonly id: string; readonly value: JsonMap }[]
  readonly positions: Readonly<Record<string, Position>>
  /** What they name and the other flow may not have, by section of a flow. */
  readonly slots: JsonMap
  readonly data: JsonMap
  readonly derived: JsonMap
}

/** Returns a clip of states; of a group all in it comes along. */
export function copyStates(files: Files, file: string, ids: readonly string[]): Clip {
  const flow = files.value(file) ?? {}
  const wanted = statesOf(flow).filter(
    ({ id, group }) => ids.includes(id) && (group === null || !ids.includes(group)),
  )
  const layout = readLayout(files.value(layoutFile(file)))
  const all = new Set(wanted.flatMap(({ id, value }) => [id, ...innerIds(value)]))
  const text = JSON.stringify(wanted.map(({ value }) => value))
  const used = (section: string): JsonMap => {
    const declared = valueAt(flow, [section])
    if (!isMap(declared)) return {}
    const names = new RegExp(`${section}\\.(\\w+)|"(\\w+)"`, "g")
    const found = new Set([...text.matchAll(names)].map(([, dotted, name]) => dotted ?? name))
    return Object.fromEntries(Object.entries(declared).filter(([name]) => found.has(name)))
  }
  return {
    colloquy: "states",
    file,
    states: wanted.map(({ id, value }) => ({ id, value })),
    positions: Object.fromEntries(Object.entries(layout.states).filter(([id]) => all.has(id))),
    slots: used("slots"),
    data: used("data"),
    derived: used("derived"),
  }
}

export type PasteStates = {
  readonly file: string
  readonly clip: Clip
  readonly group?: string | null
  /** Where the left upper corner of all comes to stand. */
  readonly position?: { readonly x: number; readonly y: number }
}

/**
 * Pastes states: ids that are taken become new ones, ways among the pasted stay, and ways to others stay only in the
 * flow that they were copied from. Slots, data and derived values that the flow has not come along.
 */
export function pasteStates(draft: Draft, { file, clip, group = null, position }: PasteStates): Outcome {
  if (clip.states.length === 0) throw new Refusal("剪贴板里没有步骤。", "There are no steps to paste.")
  if (group !== null) stateIn(draft, file, group)
  const flow = draft.value(file)
  const taken = new Set(statesOf(flow).map(({ id }) => id))
  const names = new Map<string, string>()
  for (const { id, value } of clip.states) {
    for (const old of [id, ...innerIds(value)]) {
      const fresh = freshId(old, (name) => taken.has(name))
      taken.add(fresh)
      names.set(old, fresh)
    }
  }
  const stays = (target: string): string | null =>
    names.get(target) ?? (clip.file === file && findState(flow, target) !== undefined ? target : null)
  for (const { id, value } of clip.states)
    insertState(draft, file, names.get(id) ?? id, retargeted(value, names, stays), group)
  for (const section of ["slots", "data", "derived"] as const) {
    const shared = section === "slots" ? valueAt(draft.files.value("flowset.yaml"), ["slots"]) : undefined
    for (const [name, value] of Object.entries(clip[section])) {
      const isShared = isMap(shared) && Object.hasOwn(shared, name)
      if (!isShared && valueAt(draft.value(file), [section, name]) === undefined)
        setAt(draft, file, [section, name], value)
    }
  }
  setPositions(draft, file, placed(clip, names, position))
  const made = clip.states.map(({ id }) => names.get(id) ?? id)
  const count = made.length
  return {
    label: { zh: `粘贴 ${count} 个步骤`, en: count === 1 ? "Paste a step" : `Paste ${count} steps` },
    made,
  }
}

function innerIds(value: JsonMap): readonly string[] {
  return statesOf({ states: value.states ?? {} }).map(({ id }) => id)
}

/** Returns a state whose ids are the new ones; an exit to nowhere is left out. */
function retargeted(
  state: JsonMap,
  names: ReadonlyMap<string, string>,
  stays: (target: string) => string | null,
): JsonMap {
  const { to, was: _, ...fields } = renamedKeys(state, names)
  const exits = exitsOf({ ...fields, ...(to === undefined ? {} : { to }) }, [])
  const kept = exits.flatMap(({ exit, target }): readonly [string, Json][] => {
    const next = stays(target)
    if (next === null) return []
    const whole = isMap(to) ? to[exit] : undefined
    return [[exit, isMap(whole) ? { ...whole, to: next } : next]]
  })
  const [only] = kept
  const written: Json | undefined =
    only === undefined ? undefined : typeof to === "string" ? only[1] : Object.fromEntries(kept)
  const inner = isMap(fields.states)
    ? {
        states: Object.fromEntries(
          Object.entries(fields.states).map(([id, value]) => [
            names.get(id) ?? id,
            isMap(value) ? retargeted(value, names, stays) : value,
          ]),
        ),
      }
    : {}
  const start = typeof fields.start === "string" ? { start: names.get(fields.start) ?? fields.start } : {}
  return { ...fields, ...start, ...inner, ...(written === undefined ? {} : { to: written }) }
}

/** `keys.<state>` in expressions follows too. */
function renamedKeys(state: JsonMap, names: ReadonlyMap<string, string>): JsonMap {
  if (!stringsOf(state).some(({ text }) => text.includes("keys."))) return state
  let value: Json = state
  for (const [from, to] of names) {
    if (from === to) continue
    for (const change of valueReferences(value, "keys", from, to))
      if (change.do === "set") value = withAt(value, change.path, change.value)
  }
  return isMap(value) ? value : state
}

function withAt(value: Json, path: readonly (string | number)[], to: Json): Json {
  const [step, ...rest] = path
  if (step === undefined) return to
  if (Array.isArray(value)) return value.with(Number(step), withAt(value[Number(step)] ?? null, rest, to))
  return isMap(value) ? { ...value, [step]: withAt(value[step] ?? null, rest, to) } : value
}

function placed(
  clip: Clip,
  names: ReadonlyMap<string, string>,
  corner: { readonly x: number; readonly y: number } | undefined,
): Readonly<Record<string, Position>> {
  const outer = clip.states.flatMap(({ id }) => clip.positions[id] ?? [])
  const left = Math.min(...outer.map(({ x }) => x))
  const top = Math.min(...outer.map(({ y }) => y))
  const shift = corner === undefined ? { x: 40, y: 40 } : { x: corner.x - left, y: corner.y - top }
  const isOuter = new Set(clip.states.map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(clip.positions).map(([id, at]) => [
      names.get(id) ?? id,
      isOuter.has(id) ? { ...at, x: at.x + shift.x, y: at.y + shift.y } : at,
    ]),
  )
}
