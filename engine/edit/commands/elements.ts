import type { Before } from "../../document/change.ts"
import { valueAt } from "../../document/json.ts"
import type { Path } from "../../document/tree.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import { labelled, nameOf, stateIn } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { clearExits } from "./exits.ts"
import { insertItem, setAt } from "./fields.ts"
import { assertFree } from "./renaming.ts"

/** The maps of named elements that a file may have. */
const kinds = {
  slot: { path: ["slots"], zh: "信息项", en: "slot" },
  data: { path: ["data"], zh: "数据", en: "data" },
  derived: { path: ["derived"], zh: "推算的值", en: "derived value" },
  queue: { path: ["queues"], zh: "坐席队列", en: "queue" },
  parameter: { path: ["parameters"], zh: "参数", en: "parameter" },
  event: { path: ["events"], zh: "事件", en: "event" },
  type: { path: ["types"], zh: "类型", en: "type" },
  operation: { path: [], zh: "系统调用", en: "operation" },
} as const satisfies Readonly<Record<string, { path: Path; zh: string; en: string }>>
export type ElementKind = keyof typeof kinds
/** Kinds whose names are their owners' words, not names in expressions. */
const freelyNamed: readonly string[] = ["event", "type", "operation"]

export type AddElement = {
  readonly file: string
  readonly kind: ElementKind
  readonly name: string
  readonly value: Json
  readonly before?: Before
}
/** Adds a slot, data, a derived value, or an element of `flowset.yaml` or `services.yaml`. */
export function addElement(draft: Draft, { file, kind, name, value, before }: AddElement): Outcome {
  const { path, zh, en } = kinds[kind]
  if (!freelyNamed.includes(kind)) assertFree(draft, file, path, name, zh, en)
  else if (valueAt(draft.value(file), [...path, name]) !== undefined)
    throw new Refusal(`已有${zh}「${name}」。`, `There is already a ${en} "${name}".`)
  if (valueAt(draft.value(file), path) === undefined) setAt(draft, file, [...path, name], value)
  else
    draft.change(file, { do: "insert", path, key: name, value, ...(before === undefined ? {} : { before }) })
  return { label: labelled(`新增${zh}`, `Add ${en}`, nameOf(value, name)), made: [name] }
}

export type RemoveElement = { readonly file: string; readonly kind: ElementKind; readonly name: string }
/** Takes an element away; what names it is left, and the problems tell where. */
export function removeElement(draft: Draft, { file, kind, name }: RemoveElement): Outcome {
  const { path, zh, en } = kinds[kind]
  const at = [...path, name]
  const value = valueAt(draft.value(file), at)
  if (value === undefined) throw new Refusal(`没有${zh}「${name}」。`, `There is no ${en} "${name}".`)
  draft.change(file, { do: "remove", path: at })
  return { label: labelled(`删除${zh}`, `Delete ${en}`, nameOf(value, name)) }
}

export type AddOn = {
  readonly file: string
  /** "" for the flow. */
  readonly state: string
  readonly name: string
  readonly entry: Json
  readonly target?: string
}
/** Adds a transition by event to a state, a group or the flow. */
export function addOn(draft: Draft, { file, state, name, entry, target }: AddOn): Outcome {
  const owner: Path = state === "" ? [] : stateIn(draft, file, state).path
  assertFree(draft, file, [...owner, "on"], name, "事件出口", "entry")
  setAt(draft, file, [...owner, "on", name], entry)
  if (target !== undefined) setAt(draft, file, [...owner, "to", name], target)
  return { label: labelled("新增事件出口", "Add entry", nameOf(entry, name)), made: [name] }
}

export type RemoveOn = { readonly file: string; readonly state: string; readonly name: string }
export function removeOn(draft: Draft, { file, state, name }: RemoveOn): Outcome {
  const owner: Path = state === "" ? [] : stateIn(draft, file, state).path
  const entry = valueAt(draft.value(file), [...owner, "on", name])
  if (entry === undefined) throw new Refusal(`没有事件出口「${name}」。`, `There is no entry "${name}".`)
  clearExits(draft, file, state, [name])
  draft.change(file, { do: "remove", path: [...owner, "on", name], keep: owner.length + 1 })
  return { label: labelled("删除事件出口", "Delete entry", nameOf(entry, name)) }
}

export type AddCase = {
  readonly file: string
  readonly state: string
  readonly name: string
  readonly when: string
  readonly title?: Json
  readonly target?: string
  readonly before?: string
}
/** Adds a case to a decision. */
export function addCase(draft: Draft, { file, state, name, when, title, target, before }: AddCase): Outcome {
  const { path, value } = stateIn(draft, file, state)
  if (value.type !== "decision")
    throw new Refusal(
      `「${nameOf(value, state).zh}」不是判断。`,
      `"${nameOf(value, state).en}" is no decision.`,
    )
  assertFree(draft, file, [...path, "cases"], name, "分支", "case")
  const entry = title === undefined ? { when } : { title, when }
  if (value.cases === undefined) setAt(draft, file, [...path, "cases", name], entry)
  else
    draft.change(file, {
      ...{ do: "insert", path: [...path, "cases"], key: name, value: entry },
      ...(before === undefined ? {} : { before }),
    })
  if (target !== undefined) setAt(draft, file, [...path, "to", name], target)
  return { label: labelled("新增分支", "Add case", nameOf(entry, name)), made: [name] }
}

export type RemoveCase = { readonly file: string; readonly state: string; readonly name: string }
export function removeCase(draft: Draft, { file, state, name }: RemoveCase): Outcome {
  const { path, value } = stateIn(draft, file, state)
  const found = valueAt(value, ["cases", name])
  if (found === undefined) throw new Refusal(`没有分支「${name}」。`, `There is no case "${name}".`)
  clearExits(draft, file, state, [name])
  const at = stateIn(draft, file, state).path
  draft.change(file, { do: "remove", path: [...at, "cases", name], keep: path.length + 1 })
  return { label: labelled("删除分支", "Delete case", nameOf(found, name)) }
}

export type AddExample = { readonly file: string; readonly locale: string; readonly text: string }
/** Adds what a customer may say to start a flow. */
export function addExample(draft: Draft, { file, locale, text }: AddExample): Outcome {
  const path = ["triggers", "examples", locale]
  const known = valueAt(draft.value(file), path)
  if (Array.isArray(known) && known.includes(text))
    throw new Refusal(`已有这个说法。`, `This example is there already.`)
  insertItem(draft, { file, path, value: text })
  return { label: { zh: `新增说法「${text}」`, en: `Add example "${text}"` } }
}
