import type { TFunction } from "i18next"
import type { Diagnostic, EditCommand } from "../../engine/index.ts"
import { askWhatToAdd } from "../canvas/edit/addMenu.ts"
import { documents } from "../document/documents.ts"
import type { Scene } from "../model/scene.ts"
import { madeOrTold } from "../shell/notice.ts"
import { exitOf, stateOf } from "./useProblems.ts"

/** A way to mend a problem with one press. */
export type Fix = {
  readonly label: string
  readonly run: (at: { readonly x: number; readonly y: number }) => void
}

/** Returns the ways to mend a problem of the flow that is shown; none where somebody must think. */
export function fixesOf(problem: Diagnostic, scene: Scene, t: TFunction<"problems">): readonly Fix[] {
  const { file, drawing } = scene
  const state = stateOf(problem.at)
  const exit = exitOf(problem.at)
  const drawn = state === null ? undefined : drawing.states.get(state)
  if (state === null || drawn === undefined || problem.file !== file) return []
  const fix = (label: string, command: EditCommand): Fix => ({
    label,
    run: () => void madeOrTold(documents.run(command)),
  })
  const remove = fix(t("fix.remove"), { name: "state.remove", args: { file, ids: [state] } })
  if (problem.rule === "unreachable") return [remove]
  if (exit === null) return []
  const [nearest] = problem.says.help.id === 'Did you mean "{0}"?' ? problem.says.help.values : []
  const connect: Fix = {
    label: t("fix.connect"),
    run: (at) => {
      const place = scene.positions?.get(state) ?? { x: 0, y: 0 }
      askWhatToAdd({
        at,
        position: { x: place.x + 312, y: place.y },
        group: drawn.parent,
        from: { state, exit },
        isInsert: false,
      })
    },
  }
  switch (problem.rule) {
    case "exit-target":
      return [connect]
    case "target": {
      const known = typeof nearest === "string" ? drawing.states.get(nearest) : undefined
      const set: EditCommand | null =
        known === undefined ? null : { name: "exit.set", args: { file, state, exit, target: known.id } }
      return set === null || known === undefined
        ? [connect]
        : [fix(t("fix.connectTo", { name: known.title }), set), connect]
    }
    case "exit-name":
      return [fix(t("fix.disconnect"), { name: "exit.set", args: { file, state, exit, target: null } })]
    default:
      return []
  }
}
