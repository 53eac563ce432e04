import { isMap, type JsonMap, valueAt } from "../document/json.ts"
import type { Path } from "../document/tree.ts"
import type { Json } from "../types.ts"
import type { Draft } from "./draft.ts"
import { Refusal } from "./draft.ts"
import type { Words } from "./words.ts"

/** A state as its file has it, sound or not. */
export type StateInFile = {
  readonly id: string
  readonly path: Path
  /** The group around it, `null` for none. */
  readonly group: string | null
  readonly value: JsonMap
}

/** Returns where the states of a flow stand in its file, or the default states in `flowset.yaml`. */
export function statesRoot(flow: Json): Path {
  return isMap(valueAt(flow, ["defaults"])) ? ["defaults", "states"] : ["states"]
}

/** Returns every state of a flow's value in the order of the file, those in groups after their group. */
export function statesOf(flow: Json): readonly StateInFile[] {
  const found: StateInFile[] = []
  const walk = (states: Json | undefined, path: Path, group: string | null): void => {
    if (!isMap(states)) return
    for (const [id, value] of Object.entries(states)) {
      const at = [...path, id]
      const state = isMap(value) ? value : {}
      found.push({ id, path: at, group, value: state })
      walk(state.states, [...at, "states"], id)
    }
  }
  const root = statesRoot(flow)
  walk(valueAt(flow, root), root, null)
  return found
}

export function findState(flow: Json, id: string): StateInFile | undefined {
  return statesOf(flow).find((state) => state.id === id)
}

/** Returns a state of a draft's flow. Throws a refusal when there is none. */
export function stateIn(draft: Draft, file: string, id: string): StateInFile {
  const state = findState(draft.value(file), id)
  if (state === undefined) throw new Refusal(`没有步骤「${id}」。`, `There is no step "${id}".`)
  return state
}

/** An exit that a state or the flow names, and where its target stands. */
export type NamedExit = { readonly exit: string; readonly target: string; readonly path: Path }

/** Returns the exits that a state, or the flow itself, names. `at` is its path in the file. */
export function exitsOf(owner: JsonMap, at: Path): readonly NamedExit[] {
  const { to } = owner
  if (typeof to === "string") return [{ exit: mainExit(owner), target: to, path: [...at, "to"] }]
  if (!isMap(to)) return []
  return Object.entries(to).flatMap(([exit, target]): readonly NamedExit[] => {
    if (typeof target === "string") return [{ exit, target, path: [...at, "to", exit] }]
    const inner = isMap(target) ? target.to : undefined
    return typeof inner === "string" ? [{ exit, target: inner, path: [...at, "to", exit, "to"] }] : []
  })
}

const mainExits: Readonly<Record<string, string>> = {
  message: "next",
  collect: "filled",
  decision: "else",
  checkpoint: "accepted",
  service: "done",
  handoff: "returned",
  wait: "timeout",
}

/** Returns the exit by which a state is passed when all goes well; that of a sub-flow or group is their first outcome. */
export function mainExit(state: JsonMap, outcomes: readonly string[] = []): string {
  return mainExits[String(state.type)] ?? outcomes[0] ?? "next"
}

/** Returns how an element is called in labels: its title, else its id. */
export function nameOf(value: Json | undefined, id: string): Words {
  const title = valueAt(value, ["title"])
  if (typeof title === "string") return { zh: title, en: title }
  const zh = valueAt(title, ["zh"])
  const en = valueAt(title, ["en"])
  return { zh: typeof zh === "string" ? zh : id, en: typeof en === "string" ? en : id }
}

/** Returns a label of a command, the name of its object put into it. */
export function labelled(zh: string, en: string, name: Words): Words {
  return { zh: `${zh}「${name.zh}」`, en: `${en} "${name.en}"` }
}

/** Returns an id that is not taken: `id`, `id2`, `id3` … */
export function freshId(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted
  const stem = wanted.replace(/\d+$/, "")
  for (let count = 2; ; count += 1) if (!isTaken(`${stem}${count}`)) return `${stem}${count}`
}

export function assertName(id: string): void {
  if (/^[a-z][A-Za-z0-9]*$/.test(id)) return
  throw new Refusal(
    `「${id}」不能作名称：请以小写字母开头，只用字母和数字，例如 askReason。`,
    `"${id}" cannot be a name: start with a small letter, then letters and digits, such as askReason.`,
  )
}
