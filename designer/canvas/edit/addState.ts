import i18next from "i18next"
import type { EditCommand } from "../../../engine/index.ts"
import type { StateType } from "../../../engine/states/registry.ts"
import { documents } from "../../document/documents.ts"
import { newState } from "../../model/newState.ts"
import { scene } from "../../model/scene.ts"
import { surroundings } from "../../model/useSurroundings.ts"
import { madeOrTold } from "../../shell/notice.ts"
import { view } from "../../shell/viewStore.ts"
import type { AddRequest } from "./addMenu.ts"

/** Adds a state of a type where it was asked for, and selects it. */
export function addState(type: StateType, request: Omit<AddRequest, "at">): void {
  const { file, flow, drawing } = scene()
  const { settings, flows } = surroundings()
  const locale = settings.locales[0] ?? "zh"
  const title = i18next.getFixedT(locale, "canvas")(`newTitle.${type}`)
  const [queue] = Object.keys(settings.queues)
  const outcome = flows[flow]?.outcomes?.[0]
  const state = newState(type, title, locale, {
    ...(queue === undefined ? {} : { queue }),
    ...(outcome === undefined ? {} : { outcome }),
  })
  const { group, position, from, isInsert } = request
  const fallback = drawing.states.size === 0 ? {} : { position }
  const command: EditCommand =
    from !== null && isInsert
      ? { name: "state.insertOnExit", args: { file, ...from, insert: { state }, position } }
      : {
          name: "state.add",
          args: { file, state, group, ...(from === null ? {} : { from }), ...fallback },
        }
  const made = madeOrTold(documents.run(command))
  const [id] = made ?? []
  if (id !== undefined) view.show(id)
}
