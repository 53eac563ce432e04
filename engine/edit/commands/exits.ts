import { isMap } from "../../document/json.ts"
import { type Draft, Refusal } from "../draft.ts"
import { exitsOf, findState, mainExit, nameOf } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { ownersOf } from "./states.ts"

export type SetExit = {
  readonly file: string
  /** "" for the flow's own `on`. */
  readonly state: string
  readonly exit: string
  /** `null` leaves the exit open, or to its default. */
  readonly target: string | null
}

/** Gives an exit its target, another one, or none. What it clears on the way stays. */
export function setExit(draft: Draft, { file, state, exit, target }: SetExit): Outcome {
  const flow = draft.value(file)
  const owner = ownersOf(flow).find(({ id }) => id === state)
  if (owner === undefined) throw new Refusal(`没有步骤「${state}」。`, `There is no step "${state}".`)
  const name = nameOf(owner.value, state)
  if (owner.value.type === "final")
    throw new Refusal(
      `「${name.zh}」是结束步骤，没有出口。`,
      `"${name.en}" is a final state: it has no exits.`,
    )
  if (target === null) {
    clearExits(draft, file, state, [exit])
    return { label: { zh: `断开「${name.zh}」的出口 ${exit}`, en: `Disconnect ${exit} of "${name.en}"` } }
  }
  const known = exitsOf(owner.value, owner.path)
  const named = known.find((each) => each.exit === exit)
  const { to } = owner.value
  const isMain = state !== "" && exit === mainExit(owner.value)
  if (named !== undefined) draft.change(file, { do: "set", path: named.path, value: target })
  else if (isMap(to) && Object.keys(to).length > 0)
    draft.change(file, { do: "set", path: [...owner.path, "to", exit], value: target })
  else if (typeof to === "string") {
    const main = known[0]?.exit ?? mainExit(owner.value)
    draft.change(file, { do: "set", path: [...owner.path, "to"], value: { [main]: to, [exit]: target } })
  } else {
    const value = isMain && owner.value.type !== "decision" ? target : { [exit]: target }
    draft.change(file, { do: "set", path: [...owner.path, "to"], value })
  }
  const into = nameOf(findState(flow, target)?.value, target)
  return {
    label: { zh: `连接「${name.zh}」到「${into.zh}」`, en: `Connect "${name.en}" to "${into.en}"` },
  }
}

/** Leaves exits of a state open; those that it does not name are open already. */
export function clearExits(draft: Draft, file: string, state: string, exits: readonly string[]): void {
  for (const exit of exits) {
    const owner = ownersOf(draft.value(file)).find(({ id }) => id === state)
    const named = owner && exitsOf(owner.value, owner.path).find((each) => each.exit === exit)
    if (owner === undefined || named === undefined) continue
    const path =
      named.path.at(-1) === "to" && named.path.length > owner.path.length + 1
        ? named.path.slice(0, -1)
        : named.path
    draft.change(file, { do: "remove", path, keep: owner.path.length + 1 })
  }
}
