import { isMap, valueAt } from "../../document/json.ts"
import { type Draft, Refusal } from "../draft.ts"
import { assertName, exitsOf, nameOf, statesOf } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { usesOf } from "../uses.ts"
import { followRename, labelOfRename, type Recorded, recordWas, renameKeys, scenariosOf } from "./renaming.ts"
import { ownersOf } from "./states.ts"

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
  if (owner === undefined) throw new Refusal(`没有步骤「${state}」。`, `There is no step "${state}".`)
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
      `出口「${exit}」的名称由步骤类型决定，不能改。`,
      `The exit "${exit}" is named by the type of the state: it cannot be renamed.`,
    )
  if (field !== undefined) {
    draft.change(file, { do: "rename", path: [...owner.path, field, exit], key: to })
    if (record !== false) recordWas(draft, file, [...owner.path, field, to], exit, to)
  } else {
    draft.change(file, { do: "set", path: [...owner.path, "returns", returns], value: to })
    if (valueAt(owner.value, ["proves", "by"]) === exit)
      draft.change(file, { do: "set", path: [...owner.path, "proves", "by"], value: to })
  }
  if (exits.some((each) => each.exit === exit) && isMap(owner.value.to))
    draft.change(file, { do: "rename", path: [...owner.path, "to", exit], key: to })
  renameUncovered(draft, file, `${state}#${exit}`, `${state}#${to}`)
  return {
    label: labelOfRename("出口", "exit", nameOf(valueAt(owner.value, [field ?? "", exit]), exit), exit, to),
  }
}

export type RenameOutcome = Recorded & { readonly file: string; readonly name: string; readonly to: string }

/**
 * Gives an outcome of a flow another name: in its final states, in the exits of what runs it as a sub-flow, which
 * remember the old name, in rules and in scenarios.
 */
export function renameOutcome(draft: Draft, { file, name, to, record }: RenameOutcome): Outcome {
  assertName(to)
  const flow = draft.value(file)
  const outcomes = valueAt(flow, ["outcomes"])
  const known = Array.isArray(outcomes) ? outcomes : []
  if (!known.includes(name)) throw new Refusal(`没有结局「${name}」。`, `There is no outcome "${name}".`)
  if (known.includes(to)) throw new Refusal(`已有结局「${to}」。`, `There is already an outcome "${to}".`)
  if (file.startsWith("patterns/"))
    throw new Refusal(
      "通用应对的结局由系统识别，不能改名。",
      "The outcomes of a pattern are known to the engine: they cannot be renamed.",
    )
  const isDefault = statesOf(draft.files.value("flowset.yaml") ?? null).some(
    ({ value }) => value.type === "final" && value.outcome === name,
  )
  if (isDefault)
    throw new Refusal(
      `公共步骤以「${name}」结束，各流程都用这个名称，不能在一个流程里改。`,
      `The common steps end with "${name}": it is called so in every flow and cannot be renamed in one.`,
    )
  const id = String(valueAt(flow, ["id"]))
  const uses = usesOf(draft.files, "outcome", `${id}/${name}`, { to: `${id}/${to}` })
  followRename(draft, uses)
  for (const { file: caller, path } of uses) {
    if (path.at(-2) !== "to") continue
    const state = String(path.at(-3))
    renameUncovered(draft, caller, `${state}#${name}`, `${state}#${to}`)
    if (record === false) continue
    const at = [...path.slice(0, -1), to]
    const target = valueAt(draft.value(caller), at)
    if (typeof target === "string")
      draft.change(caller, { do: "set", path: at, value: { to: target, was: [name] } })
    else recordWas(draft, caller, at, name, to)
  }
  return { label: labelOfRename("结局", "outcome", { zh: name, en: name }, name, to) }
}

function renameUncovered(draft: Draft, file: string, from: string, to: string): void {
  for (const scenario of scenariosOf(draft, file))
    if (scenario.endsWith("not-covered.yaml")) renameKeys(draft, scenario, (key) => (key === from ? to : key))
}
