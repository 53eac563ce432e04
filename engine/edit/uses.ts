import type { Change } from "../document/change.ts"
import { isMap, valueAt } from "../document/json.ts"
import type { Path } from "../document/tree.ts"
import type { Json } from "../types.ts"
import type { Files } from "./files.ts"
import { statesOf } from "./flow-view.ts"
import { fieldsNamed, keysNamed, nameReferences, prefixReferences, valueReferences } from "./references.ts"

/** What a flow set names across its files. Slots, data and derived values belong to one flow, or are shared. */
export type UsedKind =
  | "flow"
  /** Of a flow, as `flow/outcome`. */
  | "outcome"
  | "slot"
  | "data"
  | "derived"
  | "queue"
  | "parameter"
  | "operation"
  | "wording"
  | "event"
  | "type"

/** A place that names something: what would be changed there if it were called otherwise. */
export type Use = { readonly file: string; readonly change: Change; readonly path: Path }

const slotLists = new Set(["slots", "readBack", "fills", "clearedBy", "clear"])
const isSlotName = (path: Path): boolean =>
  typeof path.at(-1) === "number" && slotLists.has(String(path.at(-2)))
const isDataSource = (path: Path): boolean =>
  (path[0] === "data" || path[0] === "takes" || path[0] === "gives") &&
  (path.length === 2 || (path.length === 3 && path[2] === (path[0] === "data" ? "from" : "type")))

const isOutcome = (path: Path): boolean =>
  (path[0] === "outcomes" && path.length === 2) ||
  (path[0] === "states" && path.length === 3 && path[2] === "outcome")
/** Whether a file describes conversations to try the flows with: scenarios and simulated customers. */
const isRehearsal = (file: string): boolean =>
  file.includes("/scenarios/") || file.endsWith("/customers.yaml")

/** By kind the changes that call it otherwise in the value of one file. */
const finders: Readonly<
  Record<UsedKind, (value: Json, from: string, to: string, file: string) => readonly Change[]>
> = {
  flow: (value, from, to, file) => [
    ...nameReferences(
      value,
      from,
      to,
      (path) => fieldsNamed("flow", "offers", "personal")(path) || isDataSource(path),
    ),
    ...prefixReferences(value, ["state:", "outcome:"], from, to, "/"),
    ...prefixReferences(value, ["flow:"], from, to, ""),
    ...(isRehearsal(file)
      ? [
          ...nameReferences(value, from, to, fieldsNamed("opens")),
          ...prefixReferences(value, [""], from, to, "/").filter(({ path }) => path.at(-1) === "at"),
        ]
      : []),
  ],
  outcome: (value, from, to, file) => {
    const [flow = "", old = ""] = from.split("/")
    const name = to.split("/")[1] ?? ""
    const isOwn = file.endsWith("flow.yaml") && valueAt(value, ["id"]) === flow
    return [
      ...(isOwn ? nameReferences(value, old, name, isOutcome) : []),
      ...statesOf(value).flatMap((state): readonly Change[] => {
        const isExit = state.value.type === "subflow" && state.value.flow === flow
        const path = [...state.path, "to", old]
        return isExit && valueAt(value, path) !== undefined ? [{ do: "rename", path, key: name }] : []
      }),
      ...prefixReferences(value, [`outcome:${flow}/`], old, name, ""),
      ...(isRehearsal(file) && valueAt(value, ["flow"]) === flow
        ? nameReferences(value, old, name, fieldsNamed("ends"))
        : []),
    ]
  },
  slot: (value, from, to, file) => [
    ...nameReferences(value, from, to, isSlotName),
    ...valueReferences(value, "slots", from, to),
    ...(file === "rules.yaml" ? prefixReferences(value, ["ask:", "fill:"], from, to, "") : []),
    ...(isRehearsal(file)
      ? [
          ...keysNamed(value, from, to, (path) => ["slots", "facts", "slips"].includes(String(path.at(-1)))),
          ...nameReferences(value, from, to, fieldsNamed("mentions")),
          ...prefixReferences(value, ["change:"], from, to, ""),
        ]
      : []),
  ],
  data: (value, from, to) => [
    ...nameReferences(value, from, to, fieldsNamed("save")),
    ...valueReferences(value, "data", from, to),
  ],
  derived: (value, from, to) => valueReferences(value, "derived", from, to),
  queue: (value, from, to, file) => [
    ...nameReferences(value, from, to, fieldsNamed("queue", "overflow", "transfer")),
    ...(isRehearsal(file) ? keysNamed(value, from, to, (path) => path.at(-1) === "desk") : []),
  ],
  parameter: (value, from, to) => valueReferences(value, "parameters", from, to),
  operation: (value, from, to, file) => [
    ...nameReferences(
      value,
      from,
      to,
      (path) => fieldsNamed("service", "amend", "of")(path) || isDataSource(path),
    ),
    ...prefixReferences(value, ["service:"], from, to, ""),
    ...(isRehearsal(file)
      ? keysNamed(value, from, to, (path) =>
          ["services", "stub", "receives", "amendedBy"].includes(String(path.at(-1))),
        )
      : []),
    ...nameReferences(value, from, to, (path) => path.at(-2) === "amendedBy"),
  ],
  wording: (value, from, to) => [
    ...nameReferences(value, from, to, fieldsNamed("wording", "needs", "evidence", "noEvidence", "declines")),
    ...prefixReferences(value, ["checkpoint:", "show:"], from, to, ""),
  ],
  event: (value, from, to) =>
    nameReferences(value, from, to, (path) => {
      const isTrigger = path[0] === "triggers" && path[1] === "events"
      return (
        isTrigger ||
        fieldsNamed("event")(path) ||
        (path.at(-1) === "name" && path.at(-2) === "event") ||
        isDataSource(path)
      )
    }),
  type: (value, from, to) =>
    nameReferences(value, from, to, (path) => path.at(-1) === "type" && path.includes("slots")),
}

/**
 * Returns the places that name something, over all files or those given. `to` is what it would be called; without it
 * the places alone count.
 */
export function usesOf(
  files: Files,
  kind: UsedKind,
  name: string,
  options: { readonly to?: string; readonly within?: (file: string) => boolean } = {},
): readonly Use[] {
  const { to = `${name}X`, within = () => true } = options
  return Object.keys(files.texts)
    .filter((file) => file.endsWith(".yaml") && within(file))
    .sort()
    .flatMap((file) => {
      const text = files.texts[file] ?? ""
      const value = text.includes(name.split("/").at(-1) ?? name) ? files.value(file) : undefined
      if (value === undefined || !(isMap(value) || Array.isArray(value))) return []
      return finders[kind](value, name, to, file).map((change) => ({ file, change, path: change.path }))
    })
}
