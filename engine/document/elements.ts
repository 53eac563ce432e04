import type { Json } from "../types.ts"
import { isMap, type JsonMap } from "./json.ts"
import type { Path } from "./tree.ts"

export type ElementKind =
  | "file"
  | "flow"
  | "state"
  | "exit"
  | "on"
  | "slot"
  | "data"
  | "derived"
  | "examples"
  | "queue"
  | "parameter"
  | "type"
  | "event"
  | "default"
  | "operation"
  | "rule"
  | "knowledge"
  | "version"
  | "note"
  | "position"

/** A part of a file that people speak of by its name. */
export type Element = {
  readonly kind: ElementKind
  /** Its name within its owner. */
  readonly name: string
  /** `flow/state#exit`, or the name within its file. */
  readonly id: string
  readonly path: Path
  /** Its own fields, without the elements in it. */
  readonly value: Json
  /** The element that it stands in, or leads from. */
  readonly owner: string
  /** Earlier names. */
  readonly was: readonly string[]
}

/** Sections of files whose entries are elements, by the first step of their path. */
const sections: Readonly<Record<string, ElementKind>> = {
  slots: "slot",
  data: "data",
  derived: "derived",
  queues: "queue",
  parameters: "parameter",
  types: "type",
  events: "event",
}

/** Returns the elements of a file, in its order. What kind of file it is shows in its shape. */
export function elementsOf(file: string, value: Json): readonly Element[] {
  if (file.endsWith(".json")) return layoutElements(value)
  if (Array.isArray(value)) return items("knowledge", value, [], "id")
  if (!isMap(value)) return [whole("file", file, value)]
  if (Array.isArray(value.rules)) return items("rule", value.rules, ["rules"], "id")
  if (Array.isArray(value.versions)) {
    const { versions, ...own } = value
    return [whole("file", file, own), ...items("version", versions, ["versions"], "version")]
  }
  if (isMap(value.states) || isMap(value.parameters)) return flowElements(file, value)
  const operations = Object.values(value)
  const areOperations =
    operations.length > 0 && operations.every((each) => isMap(each) && isMap(each.request))
  return areOperations ? entries("operation", value, [], "") : [whole("file", file, value)]
}

function whole(kind: ElementKind, name: string, value: Json): Element {
  return { kind, name, id: name, path: [], value, owner: "", was: wasOf(value) }
}

function flowElements(file: string, flow: JsonMap): readonly Element[] {
  const own: Record<string, Json> = {}
  const found: Element[] = []
  const id = typeof flow.id === "string" ? flow.id : file
  for (const [field, value] of Object.entries(flow)) {
    const kind = sections[field]
    if (kind !== undefined) found.push(...entries(kind, value, [field], id))
    else if (field === "triggers" && isMap(value)) {
      const { examples, ...rest } = value
      if (Object.keys(rest).length > 0) own[field] = rest
      found.push(...entries("examples", examples, [field, "examples"], id))
    } else if (field === "states") found.push(...stateElements(value, ["states"], id, ""))
    else if (field === "defaults" && isMap(value)) {
      const { states, ...rest } = value
      own[field] = rest
      found.push(...stateElements(states, ["defaults", "states"], "defaults", ""))
    } else if (field === "on") found.push(...entries("on", value, ["on"], id, "#"))
    else if (field === "to") found.push(...exitElements(flow, [], id))
    else own[field] = value
  }
  const kind = isMap(flow.states) ? "flow" : "file"
  return [{ ...whole(kind, id, own), was: wasOf(flow) }, ...found]
}

function stateElements(
  states: Json | undefined,
  path: Path,
  flow: string,
  group: string,
): readonly Element[] {
  if (!isMap(states)) return []
  return Object.entries(states).flatMap(([name, state]): readonly Element[] => {
    if (!isMap(state)) return []
    const { to: _, on, states: inner, ...own } = state
    const at = [...path, name]
    const id = `${flow}/${name}`
    return [
      { kind: "state", name, id, path: at, value: own, owner: group, was: wasOf(state) },
      ...entries("on", on, [...at, "on"], id, "#"),
      ...exitElements(state, at, id),
      ...stateElements(inner, [...at, "states"], flow, name),
    ]
  })
}

/** The short form `to: x` is the exit of no name, which is the main one. */
function exitElements(owner: JsonMap, path: Path, id: string): readonly Element[] {
  const { to } = owner
  const named: readonly (readonly [string, Json])[] = isMap(to)
    ? Object.entries(to)
    : to === undefined
      ? []
      : [["", to]]
  return named.map(([name, value]) => ({
    ...{ kind: "exit", name, id: `${id}#${name}`, value, owner: id },
    path: [...path, "to", ...(isMap(to) ? [name] : [])],
    was: wasOf(
      isMap(owner.cases) && isMap(owner.cases[name])
        ? owner.cases[name]
        : isMap(owner.on) && isMap(owner.on[name])
          ? owner.on[name]
          : value,
    ),
  }))
}

function entries(
  kind: ElementKind,
  map: Json | undefined,
  path: Path,
  owner: string,
  mark = "/",
): readonly Element[] {
  if (!isMap(map)) return []
  return Object.entries(map).map(([name, value]) => ({
    ...{ kind, name, value, owner, path: [...path, name], was: wasOf(value) },
    id: owner === "" ? name : kind === "on" ? `${owner}${mark}${name}` : `${owner} ${name}`,
  }))
}

function items(kind: ElementKind, list: Json | undefined, path: Path, key: string): readonly Element[] {
  if (!Array.isArray(list)) return []
  return list.map((item: Json, index) => {
    const { [key]: named, ...own } = isMap(item) ? item : {}
    const name = typeof named === "string" ? named : String(index + 1)
    const value = isMap(item) ? own : item
    return { kind, name, id: name, value, owner: "", path: [...path, index], was: wasOf(item) }
  })
}

function layoutElements(value: Json): readonly Element[] {
  const layout = isMap(value) ? value : {}
  return [
    ...entries("position", layout.states, ["states"], ""),
    ...entries("note", layout.notes, ["notes"], ""),
  ]
}

function wasOf(value: Json | undefined): readonly string[] {
  const was = isMap(value) ? value.was : undefined
  return Array.isArray(was) ? was.filter((name) => typeof name === "string") : []
}
