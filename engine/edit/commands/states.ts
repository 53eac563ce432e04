import { isMap, type JsonMap } from "../../document/json.ts"
import type { Path } from "../../document/tree.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import {
  assertName,
  exitsOf,
  findState,
  freshId,
  labelled,
  mainExit,
  nameOf,
  stateIn,
  statesOf,
  statesRoot,
} from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { clearExits, setExit } from "./exits.ts"
import { layoutIn, notesAbout, type Position, setPositions, writeLayout } from "./layout.ts"

export type AddState = {
  readonly file: string
  /** Absent: made of the type. */
  readonly id?: string
  /** Its fields, with `type`; what is not given yet is asked for by the problems. */
  readonly state: JsonMap
  readonly group?: string | null
  /** The exit that leads to it; the new state stands right after that state. */
  readonly from?: { readonly state: string; readonly exit: string }
  /** Stands after this state when nothing leads to it. */
  readonly after?: string
  readonly position?: Position
}

/** Adds a state. */
export function addState(draft: Draft, { file, id, state, group, from, after, position }: AddState): Outcome {
  const flow = draft.value(file)
  const all = statesOf(flow)
  const isTaken = (name: string) => all.some((each) => each.id === name)
  if (id !== undefined) {
    assertName(id)
    if (isTaken(id))
      throw new Refusal(`这个流程里已有步骤「${id}」。`, `This flow already has a step "${id}".`)
  }
  const type = String(state.type)
  const made = id ?? freshId(type, isTaken)
  const neighbour = from?.state ?? after
  const near = neighbour === undefined ? undefined : findState(flow, neighbour)
  const around = group === undefined ? (near?.group ?? null) : group
  insertState(draft, file, made, state, around, near?.group === around ? near?.id : undefined)
  if (from !== undefined) setExit(draft, { file, ...from, target: made })
  if (position !== undefined) setPositions(draft, file, { [made]: position })
  return { label: labelled("新增步骤", "Add step", nameOf(state, made)), made: [made] }
}

/** Puts a state into the flow or a group, after another one there, else last. */
export function insertState(
  draft: Draft,
  file: string,
  id: string,
  state: JsonMap,
  group: string | null,
  after?: string,
): void {
  const path = statesPath(draft, file, group)
  const siblings = statesOf(draft.value(file)).filter((each) => each.group === group)
  const index = siblings.findIndex((each) => each.id === after)
  const next = index === -1 ? undefined : siblings[index + 1]?.id
  draft.change(file, {
    ...{ do: "insert", path, key: id, value: state },
    ...(next === undefined ? {} : { before: next }),
  })
}

function statesPath(draft: Draft, file: string, group: string | null): Path {
  if (group === null) return statesRoot(draft.value(file))
  const { path, value } = stateIn(draft, file, group)
  if (value.type !== "group")
    throw new Refusal(
      `「${group}」不是阶段，不能放入步骤。`,
      `"${group}" is no stage: steps cannot stand in it.`,
    )
  const inside = [...path, "states"]
  if (!isMap(value.states)) draft.change(file, { do: "set", path: inside, value: {} })
  return inside
}

export type RemoveStates = {
  readonly file: string
  readonly ids: readonly string[]
}

/**
 * Removes states with all in them. An exit that led to one of them goes on to where that one led when it had a single
 * way on; else it is left open, and the problems tell.
 */
export function removeStates(draft: Draft, { file, ids }: RemoveStates): Outcome {
  const [first] = ids
  if (first === undefined) throw new Refusal("没有选中步骤。", "No step is selected.")
  const before = draft.value(file)
  const wanted = ids.map((id) => stateIn(draft, file, id))
  const inside = (id: string | null): boolean => {
    if (id === null) return false
    return ids.includes(id) || inside(findState(before, id)?.group ?? null)
  }
  const gone = new Set(statesOf(before).flatMap(({ id, group }) => (inside(id) || inside(group) ? [id] : [])))
  const wayOn = (id: string, passed: readonly string[] = []): string | null => {
    const state = findState(before, id)
    if (state === undefined || passed.includes(id)) return null
    const targets = new Set(exitsOf(state.value, state.path).map(({ target }) => target))
    const [only] = targets
    if (targets.size !== 1 || only === undefined) return null
    return gone.has(only) ? wayOn(only, [...passed, id]) : only
  }
  for (const { id, group, value } of wanted) {
    if (group !== null && gone.has(group)) continue
    mendStart(draft, file, id, group, wayOn(id), gone)
    const siblings = statesOf(draft.value(file)).filter((each) => each.group === group)
    if (siblings.length === 1 && group === null)
      throw new Refusal(
        `「${nameOf(value, id).zh}」是最后一个步骤，流程至少要有一个。`,
        `"${nameOf(value, id).en}" is the last step: a flow needs one.`,
      )
  }
  for (const owner of ownersOf(draft.value(file))) {
    if (gone.has(owner.id)) continue
    for (const { exit, target } of exitsOf(owner.value, owner.path)) {
      if (!gone.has(target)) continue
      const next = wayOn(target)
      if (next === null || next === owner.id) clearExits(draft, file, owner.id, [exit])
      else setExit(draft, { file, state: owner.id, exit, target: next })
    }
  }
  for (const { id, group } of wanted) {
    if (group !== null && gone.has(group)) continue
    const { path } = stateIn(draft, file, id)
    draft.change(file, { do: "remove", path, keep: path.length })
  }
  setPositions(draft, file, Object.fromEntries([...gone].map((id) => [id, null])))
  const layout = layoutIn(draft, file)
  const notes = notesAbout(layout, (about) => (gone.has(about) ? undefined : about))
  writeLayout(draft, file, { ...layout, ...notes })
  const name = nameOf(wanted[0]?.value, first)
  const label =
    ids.length === 1
      ? labelled("删除步骤", "Delete step", name)
      : { zh: `删除 ${ids.length} 个步骤`, en: `Delete ${ids.length} steps` }
  return { label }
}

/** A flow or group that starts at a state which goes starts where that one led. */
function mendStart(
  draft: Draft,
  file: string,
  id: string,
  group: string | null,
  next: string | null,
  gone: ReadonlySet<string>,
): void {
  const flow = draft.value(file)
  const owner =
    group === null ? { path: [] as Path, value: isMap(flow) ? flow : {} } : stateIn(draft, file, group)
  if (owner.value.start !== id) return
  const siblings = statesOf(flow).filter((each) => each.group === group && !gone.has(each.id))
  const start = siblings.find((each) => each.id === next) ?? siblings[0]
  if (start !== undefined) draft.change(file, { do: "set", path: [...owner.path, "start"], value: start.id })
}

/** Returns the flow itself, under the id "", and its states. */
export function ownersOf(
  flow: Json,
): readonly { readonly id: string; readonly path: Path; readonly value: JsonMap }[] {
  return [{ id: "", path: [], value: isMap(flow) ? flow : {} }, ...statesOf(flow)]
}

export type MoveStates = {
  readonly file: string
  readonly ids: readonly string[]
  /** The group to move into; `null` for the flow itself. */
  readonly group: string | null
}

/** Moves states into a group or out of it, each as it is written. */
export function moveStates(draft: Draft, { file, ids, group }: MoveStates): Outcome {
  const [first] = ids
  if (first === undefined) throw new Refusal("没有选中步骤。", "No step is selected.")
  const names: ReturnType<typeof nameOf>[] = []
  for (const id of ids) {
    const state = stateIn(draft, file, id)
    names.push(nameOf(state.value, id))
    if (state.group === group) continue
    for (let around = group; around !== null; around = stateIn(draft, file, around).group)
      if (around === id) throw new Refusal("阶段不能移入自身。", "A group cannot be moved into itself.")
    const from = state.group === null ? draft.value(file) : stateIn(draft, file, state.group).value
    const isStart = isMap(from) && from.start === id
    const siblings = statesOf(draft.value(file)).filter((each) => each.group === state.group)
    if (siblings.length === 1 && isStart)
      throw new Refusal(
        `「${names.at(-1)?.zh}」是其中唯一的步骤，移走后那里就空了。`,
        `"${names.at(-1)?.en}" is the only step there: nothing would be left to start with.`,
      )
    const into = statesPath(draft, file, group)
    const wasEmpty = !statesOf(draft.value(file)).some((each) => each.group === group)
    draft.change(file, { do: "move", path: stateIn(draft, file, id).path, to: into })
    if (group !== null && wasEmpty)
      draft.change(file, { do: "set", path: [...stateIn(draft, file, group).path, "start"], value: id })
    if (isStart) {
      const owner = state.group === null ? [] : stateIn(draft, file, state.group).path
      const next = siblings.find((each) => each.id !== id)?.id ?? ""
      const start = state.group === null && group !== null ? group : next
      draft.change(file, { do: "set", path: [...owner, "start"], value: start })
    }
  }
  const where = group === null ? null : nameOf(stateIn(draft, file, group).value, group)
  const what = ids.length === 1 ? names[0] : undefined
  return {
    label: {
      zh: `${what === undefined ? `把 ${ids.length} 个步骤` : `把「${what.zh}」`}${where === null ? "移出阶段" : `移入「${where.zh}」`}`,
      en: `Move ${what === undefined ? `${ids.length} states` : `"${what.en}"`} ${where === null ? "out of the group" : `into "${where.en}"`}`,
    },
  }
}

export type InsertOnExit = {
  readonly file: string
  readonly state: string
  readonly exit: string
  /** A new state, or the id of one that is there and leads nowhere yet. */
  readonly insert: { readonly id?: string; readonly state: JsonMap } | string
  readonly position?: Position
}

/** Puts a state onto an exit: the exit leads to it, its main exit to where the exit led. */
export function insertOnExit(draft: Draft, { file, state, exit, insert, position }: InsertOnExit): Outcome {
  const owner = ownersOf(draft.value(file)).find(({ id }) => id === state)
  const target = owner && exitsOf(owner.value, owner.path).find((each) => each.exit === exit)?.target
  if (owner === undefined || target === undefined)
    throw new Refusal(`出口「${exit}」还没有去向。`, `The exit "${exit}" leads nowhere yet.`)
  let id: string
  if (typeof insert === "string") id = insert
  else {
    const given = {
      file,
      ...insert,
      group: findState(draft.value(file), target)?.group ?? null,
      after: state,
    }
    id = addState(draft, { ...given, ...(position === undefined ? {} : { position }) }).made?.[0] ?? ""
  }
  const inserted = stateIn(draft, file, id)
  const main = mainExit(inserted.value)
  if (inserted.value.type === "final")
    throw new Refusal(
      "结束步骤没有出口，不能放在连线上。",
      "A final step has no exit: it cannot stand on a way.",
    )
  if (exitsOf(inserted.value, inserted.path).some((each) => each.exit === main))
    throw new Refusal(
      `「${nameOf(inserted.value, id).zh}」已有去向，不能放到这条连线上。`,
      `"${nameOf(inserted.value, id).en}" already leads somewhere: it cannot be put onto this way.`,
    )
  setExit(draft, { file, state, exit, target: id })
  setExit(draft, { file, state: id, exit: main, target })
  return { label: labelled("在连线上插入", "Insert on the way", nameOf(inserted.value, id)), made: [id] }
}
