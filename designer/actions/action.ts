import type { LucideIcon } from "lucide-react"
import type { Drawing, DrawnState } from "../canvas/drawing/drawing.ts"
import { scene } from "../model/scene.ts"
import { room } from "../shell/room.ts"
import { useView } from "../shell/viewStore.ts"
import type { actionTextsZh } from "./texts/zh.ts"

export type ActionId = keyof typeof actionTextsZh.name
export type Reason = keyof typeof actionTextsZh.reason
export type ActionGroup = keyof typeof actionTextsZh.group

/** What an action works on: the flow that is shown and what is selected in it. */
export type ActionContext = {
  readonly file: string
  readonly drawing: Drawing
  readonly selection: readonly string[]
  readonly states: readonly DrawnState[]
  /** Whether the canvas is shown, not a page beside it. */
  readonly isOnCanvas: boolean
}

/** Something an analyst can do, the same from menu, key and palette. */
export type Action = {
  readonly id: ActionId
  readonly group: ActionGroup
  readonly icon: LucideIcon
  /** As `Mod+Shift+Z`; `Mod` is Ctrl, on a Mac ⌘. */
  readonly keys?: string
  /** Whether it is possible on the pages beside the canvas too. */
  readonly isEverywhere?: boolean
  /** Changes the flow although it does not stand among the edits. */
  readonly isChange?: true
  /** Why it is not possible now. */
  readonly why?: (context: ActionContext) => Reason | null
  readonly run: (context: ActionContext) => void
}

export function actionContext(): ActionContext {
  const { file, drawing } = scene()
  const { selection, page } = useView.getState()
  return {
    isOnCanvas: page === null,
    file,
    drawing,
    selection,
    states: selection.flatMap((id) => drawing.states.get(id) ?? []),
  }
}

/** Returns why an action is not possible now, null when it is. */
export function whyNot(action: Action, context: ActionContext): Reason | null {
  if (action.isEverywhere !== true && !context.isOnCanvas) return "onCanvasOnly"
  if (room() === "reading" && (action.group === "edit" || action.isChange === true)) return "reading"
  return action.why?.(context) ?? null
}
