import type { Change } from "../../document/change.ts"
import { isMap, valueAt } from "../../document/json.ts"
import type { Path } from "../../document/tree.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import { assertName, exitsOf, nameOf, stateIn, statesOf } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { fieldsNamed, nameReferences, stringsOf, valueReferences } from "../references.ts"
import { usesOf } from "../uses.ts"
import type { Words } from "../words.ts"
import { layoutFile, layoutIn, writeLayout } from "./layout.ts"
import { ownersOf } from "./states.ts"

/** Whether a release may have known the old name, so that it goes into `was`; `false` for what is new since then. */
type Recorded = { readonly record?: boolean }

export type RenameState = Recorded & { readonly file: string; readonly id: string; readonly to: string }

/** Gives a state another id; all that names it follows, in rules and scenarios too. */
export function renameState(draft: Draft, { file, id, to, record }: RenameState): Outcome {
  const flow = draft.value(file)
  const state = stateIn(draft, file, id)
  assertName(to)
  if (statesOf(flow).some((each) => each.id === to))
    throw new Refusal(`这个流程里已有状态「${to}」。`, `This flow already has a state "${to}".`)
  const targets = ownersOf(flow).flatMap(({ value, path }) => exitsOf(value, path))
  draft.change(
    file,
    ...targets.flatMap(({ target, path }) =>
      target === id ? [{ do: "set", path, value: to } as const] : [],
    ),
    ...nameReferences(flow, id, to, fieldsNamed("start", "pausedIn")),
    ...valueReferences(flow, "keys", id, to),
  )
  draft.change(file, { do: "rename", path: state.path, key: to })
  if (record !== false) recordWas(draft, file, [...state.path.slice(0, -1), to], id, to)
  const flowId = idOf(flow)
  eachText(draft, "rules.yaml", (text) => replaced(text, `state:${flowId}/${id}`, `state:${flowId}/${to}`))
  for (const scenario of scenariosOf(draft, file)) {
    const value = draft.value(scenario)
    if (scenario.endsWith("not-covered.yaml"))
      renameKeys(draft, scenario, (key) => (key === id ? to : replaced(key, `${id}#`, `${to}#`)))
    else draft.change(scenario, ...nameReferences(value, id, to, fieldsNamed("at")))
  }
  renameInLayout(draft, file, id, to)
  return { label: labelOfRename("状态", "state", nameOf(state.value, id), id, to) }
}

export type RenameIn = Recorded & {
  readonly file: string
  readonly name: string
  readonly to: string
}

/** Gives a slot of a flow, or in `flowset.yaml` a shared one, another name; all that names it follows. */
export function renameSlot(draft: Draft, { file, name, to, record }: RenameIn): Outcome {
  const slot = elementIn(draft, file, ["slots", name], "槽位", "slot")
  assertFree(draft, file, ["slots"], to, "槽位", "slot")
  const isShared = file === "flowset.yaml"
  const flows = isShared
    ? flowFiles(draft).filter((each) => valueAt(draft.value(each), ["slots", name]) === undefined)
    : [file]
  for (const each of isShared ? [file, ...flows] : flows) {
    const value = draft.value(each)
    draft.change(
      each,
      ...nameReferences(value, name, to, isSlotName),
      ...valueReferences(value, "slots", name, to),
    )
  }
  draft.change(file, { do: "rename", path: ["slots", name], key: to })
  if (record !== false) recordWas(draft, file, ["slots", to], name, to)
  for (const each of flows)
    for (const scenario of scenariosOf(draft, each)) renameScenarioSlots(draft, scenario, name, to)
  refuseApproved(draft, isShared ? flows : [file], `slots.${name}`)
  eachText(draft, "rules.yaml", (text) =>
    replaced(replaced(text, `ask:${name}`, `ask:${to}`), `fill:${name}`, `fill:${to}`),
  )
  return { label: labelOfRename("槽位", "slot", nameOf(slot, name), name, to) }
}

/** Gives what services and sub-flows fill another name. */
export function renameData(draft: Draft, { file, name, to }: RenameIn): Outcome {
  elementIn(draft, file, ["data", name], "数据", "data")
  assertFree(draft, file, ["data"], to, "数据", "data")
  const value = draft.value(file)
  draft.change(
    file,
    ...nameReferences(value, name, to, fieldsNamed("save")),
    ...valueReferences(value, "data", name, to),
  )
  draft.change(file, { do: "rename", path: ["data", name], key: to })
  refuseApproved(draft, [file], `data.${name}`)
  return { label: labelOfRename("数据", "data", { zh: name, en: name }, name, to) }
}

/** Gives a derived value another name. */
export function renameDerived(draft: Draft, { file, name, to }: RenameIn): Outcome {
  elementIn(draft, file, ["derived", name], "计算值", "derived value")
  assertFree(draft, file, ["derived"], to, "计算值", "derived value")
  draft.change(file, ...valueReferences(draft.value(file), "derived", name, to))
  draft.change(file, { do: "rename", path: ["derived", name], key: to })
  refuseApproved(draft, [file], `derived.${name}`)
  return { label: labelOfRename("计算值", "derived value", { zh: name, en: name }, name, to) }
}

export type RenameExit = Recorded & {
  readonly file: string
  /** "" for the flow's own `on`. */
  readonly state: string
  readonly exit: string
  readonly to: string
}

/** Gives a case of a decision, an entry of `on`, or an outcome that a hand-off returns, another name. */
export function renameExit(draft: Draft, { file, state, exit, to, record }: RenameExit): Outcome {
  assertName(to)
  const owner = ownersOf(draft.value(file)).find(({ id }) => id === state)
  if (owner === undefined) throw new Refusal(`没有状态「${state}」。`, `There is no state "${state}".`)
  const exits = exitsOf(owner.value, owner.path)
  const taken = [owner.value.cases, owner.value.on].some((map) => isMap(map) && Object.hasOwn(map, to))
  if (taken || exits.some((each) => each.exit === to))
    throw new Refusal(`出口「${to}」已经有了。`, `There is already an exit "${to}".`)
  const field = ["cases", "on"].find((each) => {
    const map = owner.value[each]
    return isMap(map) && Object.hasOwn(map, exit)
  })
  const returns = Array.isArray(owner.value.returns) ? owner.value.returns.indexOf(exit) : -1
  if (field === undefined && returns === -1)
    throw new Refusal(
      `出口「${exit}」的名称由状态类型决定，不能改。`,
      `The exit "${exit}" is named by the type of the state: it cannot be renamed.`,
    )
  if (field !== undefined) {
    draft.change(file, { do: "rename", path: [...owner.path, field, exit], key: to })
    if (record !== false) recordWas(draft, file, [...owner.path, field, to], exit, to)
  } else draft.change(file, { do: "set", path: [...owner.path, "returns", returns], value: to })
  if (exits.some((each) => each.exit === exit) && isMap(owner.value.to))
    draft.change(file, { do: "rename", path: [...owner.path, "to", exit], key: to })
  for (const scenario of scenariosOf(draft, file))
    if (scenario.endsWith("not-covered.yaml"))
      renameKeys(draft, scenario, (key) => (key === `${state}#${exit}` ? `${state}#${to}` : key))
  return {
    label: labelOfRename("出口", "exit", nameOf(valueAt(owner.value, [field ?? "", exit]), exit), exit, to),
  }
}

/** Elements that the whole flow set names, and where they are declared. */
const named = {
  queue: { file: "flowset.yaml", path: ["queues"], zh: "队列", en: "queue" },
  parameter: { file: "flowset.yaml", path: ["parameters"], zh: "参数", en: "parameter" },
  event: { file: "flowset.yaml", path: ["events"], zh: "事件", en: "event" },
  type: { file: "flowset.yaml", path: ["types"], zh: "类型", en: "type" },
  operation: { file: "services.yaml", path: [], zh: "服务", en: "operation" },
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
  const uses = usesOf(draft.files, kind, name, { to })
  for (const each of new Set(uses.map((use) => use.file)))
    draft.change(each, ...uses.flatMap((use) => (use.file === each ? [use.change] : [])))
  draft.change(file, { do: "rename", path: [...path, name], key: to })
  return { label: labelOfRename(zh, en, nameOf(element, name), name, to) }
}

function labelOfRename(zh: string, en: string, name: Words, from: string, to: string): Words {
  return {
    zh: `重命名${zh}「${name.zh}」：${from} → ${to}`,
    en: `Rename ${en} "${name.en}": ${from} → ${to}`,
  }
}

function elementIn(draft: Draft, file: string, path: Path, zh: string, en: string): Json {
  const found = valueAt(draft.value(file), path)
  const name = String(path.at(-1))
  if (found === undefined) throw new Refusal(`没有${zh}「${name}」。`, `There is no ${en} "${name}".`)
  return found
}

export function assertFree(
  draft: Draft,
  file: string,
  path: Path,
  name: string,
  zh: string,
  en: string,
): void {
  assertName(name)
  if (valueAt(draft.value(file), [...path, name]) !== undefined)
    throw new Refusal(`已有${zh}「${name}」。`, `There is already a ${en} "${name}".`)
}

/** Appends an old name to `was`; a name that comes back leaves it. */
function recordWas(draft: Draft, file: string, path: Path, from: string, to: string): void {
  const element = valueAt(draft.value(file), path)
  if (!isMap(element)) return
  const known = Array.isArray(element.was) ? element.was.filter((name) => name !== from && name !== to) : []
  draft.change(file, { do: "set", path: [...path, "was"], value: [...known, from] })
}

const slotLists = new Set(["slots", "readBack", "fills", "clearedBy", "clear"])
function isSlotName(path: Path): boolean {
  return typeof path.at(-1) === "number" && slotLists.has(String(path.at(-2)))
}

/** An approved text cannot follow a new name: it would be another text. */
function refuseApproved(draft: Draft, flows: readonly string[], name: string): void {
  const shown = new Set(
    flows.flatMap((file) =>
      stringsOf(draft.value(file)).flatMap(({ path, text }) => (path.at(-1) === "wording" ? [text] : [])),
    ),
  )
  for (const wording of shown) {
    const file = `wordings/${wording}.yaml`
    const value = draft.files.value(file)
    const reads =
      value !== undefined &&
      stringsOf(value).some(({ text }) =>
        new RegExp(`\\{\\s*${name.replace(".", "\\.")}(?![\\w])`).test(text),
      )
    if (reads)
      throw new Refusal(
        `合规文本「${nameOf(value, wording).zh}」引用了 ${name}。已审批的文本不能随之改动，请先发新版本。`,
        `The wording "${nameOf(value, wording).en}" names ${name}. An approved text cannot follow: give it a new version first.`,
      )
  }
}

function eachText(draft: Draft, file: string, change: (text: string) => string): void {
  if (draft.files.source(file) === undefined) return
  const changes = stringsOf(draft.value(file)).flatMap(({ path, text }): readonly Change[] => {
    const changed = change(text)
    return changed === text ? [] : [{ do: "set", path, value: changed }]
  })
  draft.change(file, ...changes)
}

/** Replaces a name that ends where it ends. */
function replaced(text: string, from: string, to: string): string {
  if (!text.startsWith(from)) return text
  const rest = text.slice(from.length)
  return from.endsWith("#") || !/^[\w-]/.test(rest) ? to + rest : text
}

function renameKeys(draft: Draft, file: string, rename: (key: string) => string): void {
  const value = draft.value(file)
  const changes = (isMap(value) ? Object.keys(value) : []).flatMap((key): readonly Change[] => {
    const to = rename(key)
    return to === key ? [] : [{ do: "rename", path: [key], key: to }]
  })
  draft.change(file, ...changes)
}

function renameScenarioSlots(draft: Draft, file: string, name: string, to: string): void {
  const steps = valueAt(draft.value(file), ["steps"])
  if (!Array.isArray(steps)) return
  const changes = steps.flatMap((step: Json, index): readonly Change[] =>
    [["slots"], ["agent", "slots"]].flatMap((path): readonly Change[] =>
      valueAt(step, [...path, name]) === undefined
        ? []
        : [{ do: "rename", path: ["steps", index, ...path, name], key: to }],
    ),
  )
  draft.change(file, ...changes)
}

function renameInLayout(draft: Draft, file: string, id: string, to: string): void {
  if (!Object.hasOwn(draft.files.texts, layoutFile(file))) return
  const layout = layoutIn(draft, file)
  const { [id]: position, ...others } = layout.states
  if (position !== undefined) writeLayout(draft, file, { ...layout, states: { ...others, [to]: position } })
}

export function flowFiles(draft: Draft): readonly string[] {
  return Object.keys(draft.files.texts).filter(
    (file) => /^(patterns\/)?[^/]+\/flow\.yaml$/.test(file) && draft.files.source(file) !== undefined,
  )
}

/** Returns the scenario files of a flow's folder that are valid YAML. */
function scenariosOf(draft: Draft, file: string): readonly string[] {
  const folder = file.replace(/flow\.yaml$/, "scenarios/")
  return Object.keys(draft.files.texts).filter(
    (each) => each.startsWith(folder) && each.endsWith(".yaml") && draft.files.source(each) !== undefined,
  )
}

function idOf(flow: Json): string {
  return String(valueAt(flow, ["id"]) ?? "")
}
