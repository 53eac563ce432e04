import { valueAt } from "../../document/json.ts"
import type { Path } from "../../document/tree.ts"
import { type Draft, Refusal } from "../draft.ts"
import { assertName, exitsOf, findState, nameOf, stateIn, statesOf } from "../flow-view.ts"
import { type OwnedKind, usesOfOwned } from "../owned-uses.ts"
import type { Outcome } from "../plan.ts"
import { fieldsNamed, nameReferences, valueReferences } from "../references.ts"
import { usesOf } from "../uses.ts"
import { layoutFile, layoutIn, notesAbout, writeLayout } from "./layout.ts"
import {
  assertFree,
  eachText,
  elementIn,
  flowFiles,
  followRename,
  labelOfRename,
  type Recorded,
  recordWas,
  refuseApproved,
  renameKeys,
  replaced,
  scenariosOf,
} from "./renaming.ts"
import { ownersOf } from "./states.ts"

export type RenameState = Recorded & { readonly file: string; readonly id: string; readonly to: string }

/** Gives a state another id; all that names it follows, in rules and scenarios too. A default state is named by flows. */
export function renameState(draft: Draft, { file, id, to, record }: RenameState): Outcome {
  const state = stateIn(draft, file, id)
  assertName(to)
  if (statesOf(draft.value(file)).some((each) => each.id === to))
    throw new Refusal(`这个流程里已有步骤「${to}」。`, `This flow already has a step "${to}".`)
  const isDefault = state.path[0] === "defaults"
  const users = isDefault
    ? flowFiles(draft).filter((each) => findState(draft.value(each), id) === undefined)
    : []
  for (const each of users)
    if (findState(draft.value(each), to) !== undefined)
      throw new Refusal(
        `流程「${nameOf(draft.value(each), each).zh}」里已有步骤「${to}」，会代替公共步骤。`,
        `"${nameOf(draft.value(each), each).en}" has a step "${to}" of its own, which would stand in for the default.`,
      )
  for (const each of [file, ...users]) retarget(draft, each, id, to)
  if (isDefault) {
    const value = draft.value(file)
    draft.change(file, ...nameReferences(value, id, to, (path) => path[0] === "defaults" && path[1] === "to"))
  }
  draft.change(file, { do: "rename", path: state.path, key: to })
  if (record !== false) recordWas(draft, file, [...state.path.slice(0, -1), to], id, to)
  for (const each of isDefault ? users : [file]) renameOutside(draft, each, id, to)
  renameInLayout(draft, file, id, to)
  return { label: labelOfRename("步骤", "step", nameOf(state.value, id), id, to) }
}

function retarget(draft: Draft, file: string, id: string, to: string): void {
  const flow = draft.value(file)
  const targets = ownersOf(flow).flatMap(({ value, path }) => exitsOf(value, path))
  draft.change(
    file,
    ...targets.flatMap(({ target, path }) =>
      target === id ? [{ do: "set", path, value: to } as const] : [],
    ),
    ...nameReferences(flow, id, to, fieldsNamed("start", "pausedIn")),
    ...valueReferences(flow, "keys", id, to),
  )
}

/** Where rules, scenarios and simulated customers name a state of a flow. */
function renameOutside(draft: Draft, file: string, id: string, to: string): void {
  const flow = String(valueAt(draft.value(file), ["id"]) ?? "")
  eachText(draft, "rules.yaml", (text) => replaced(text, `state:${flow}/${id}`, `state:${flow}/${to}`))
  for (const scenario of scenariosOf(draft, file)) {
    const value = draft.value(scenario)
    if (scenario.endsWith("not-covered.yaml"))
      renameKeys(draft, scenario, (key) => (key === id ? to : replaced(key, `${id}#`, `${to}#`)))
    else draft.change(scenario, ...nameReferences(value, id, to, fieldsNamed("at")))
  }
  const customers = file.replace(/flow\.yaml$/, "customers.yaml")
  if (draft.files.source(customers) === undefined) return
  const value = draft.value(customers)
  draft.change(
    customers,
    ...nameReferences(value, id, to, fieldsNamed("at")),
    ...nameReferences(value, `${flow}/${id}`, `${flow}/${to}`, fieldsNamed("at")),
  )
}

export type RenameIn = Recorded & {
  readonly file: string
  readonly name: string
  readonly to: string
}

/** Gives a slot of a flow, or in `flowset.yaml` a shared one, another name; all that names it follows. */
export function renameSlot(draft: Draft, args: RenameIn): Outcome {
  return renameOwned(draft, "slot", ["slots"], args, "信息项", "slot")
}

/** Gives what services and sub-flows fill another name. */
export function renameData(draft: Draft, args: RenameIn): Outcome {
  return renameOwned(draft, "data", ["data"], args, "数据", "data")
}

/** Gives a derived value another name. */
export function renameDerived(draft: Draft, args: RenameIn): Outcome {
  return renameOwned(draft, "derived", ["derived"], args, "推算的值", "derived value")
}

function renameOwned(
  draft: Draft,
  kind: OwnedKind,
  path: Path,
  { file, name, to, record }: RenameIn,
  zh: string,
  en: string,
): Outcome {
  const element = elementIn(draft, file, [...path, name], zh, en)
  assertFree(draft, file, path, to, zh, en)
  const uses = usesOfOwned(draft.files, file, kind, name, to)
  const readers = file === "flowset.yaml" ? flowFiles(draft) : [file]
  refuseApproved(draft, readers, `${path[0]}.${name}`)
  followRename(draft, uses)
  draft.change(file, { do: "rename", path: [...path, name], key: to })
  if (kind === "slot" && record !== false) recordWas(draft, file, [...path, to], name, to)
  return { label: labelOfRename(zh, en, nameOf(element, name), name, to) }
}

/** Elements that the whole flow set names, and where they are declared. */
const named = {
  queue: { file: "flowset.yaml", path: ["queues"], zh: "坐席队列", en: "queue" },
  parameter: { file: "flowset.yaml", path: ["parameters"], zh: "参数", en: "parameter" },
  event: { file: "flowset.yaml", path: ["events"], zh: "事件", en: "event" },
  type: { file: "flowset.yaml", path: ["types"], zh: "类型", en: "type" },
  operation: { file: "services.yaml", path: [], zh: "系统调用", en: "operation" },
} as const satisfies Readonly<Record<string, { file: string; path: Path; zh: string; en: string }>>

export type RenameElement = {
  readonly kind: keyof typeof named
  readonly name: string
  readonly to: string
}

/** Gives an element that the whole flow set names another name, in every file that names it. */
export function renameElement(draft: Draft, { kind, name, to }: RenameElement): Outcome {
  const { file, path, zh, en } = named[kind]
  const element = elementIn(draft, file, [...path, name], zh, en)
  if (kind === "queue" || kind === "parameter") assertFree(draft, file, path, to, zh, en)
  else if (to.trim() === "" || valueAt(draft.value(file), [...path, to]) !== undefined)
    throw new Refusal(
      `名称「${to}」不能用，或已经有了。`,
      `The name "${to}" cannot be used, or is there already.`,
    )
  if (kind === "parameter") refuseApproved(draft, flowFiles(draft), `parameters.${name}`)
  followRename(draft, usesOf(draft.files, kind, name, { to }))
  draft.change(file, { do: "rename", path: [...path, name], key: to })
  return { label: labelOfRename(zh, en, nameOf(element, name), name, to) }
}

function renameInLayout(draft: Draft, file: string, id: string, to: string): void {
  if (!Object.hasOwn(draft.files.texts, layoutFile(file))) return
  const layout = layoutIn(draft, file)
  const { [id]: position, ...others } = layout.states
  const states = position === undefined ? layout.states : { ...others, [to]: position }
  writeLayout(draft, file, {
    ...layout,
    states,
    ...notesAbout(layout, (about) => (about === id ? to : about)),
  })
}
