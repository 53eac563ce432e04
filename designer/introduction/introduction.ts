import { create } from "zustand"
import { room } from "../shell/room.ts"
import { view } from "../shell/viewStore.ts"

export type Step = {
  readonly id: "drawing" | "components" | "form" | "trial" | "saving"
  /** What the step is about, on the real screen. */
  readonly target: string
  /** Brings it into sight. */
  readonly show: () => void
}

/** The few things that one must know to begin. */
export const steps: readonly Step[] = [
  { id: "drawing", target: ".workbench-canvas", show: () => view.closePage() },
  { id: "components", target: ".side-panel.left", show: () => view.openLeft("palette") },
  { id: "form", target: ".side-panel.right", show: () => view.openRight("inspector") },
  {
    id: "trial",
    target: room() === "wide" ? ".side-panel.trial" : ".side-panel.right",
    show: () => view.openRight("simulator"),
  },
  { id: "saving", target: ".top-bar", show: () => view.openRight("inspector") },
]

const seenKey = "colloquy.designer.introduced"

export const useIntroduction = create<{ readonly step: number | null }>()(() => ({ step: null }))

/** Begins the introduction, as often as somebody asks for it. */
export function introduce(): void {
  goTo(0)
}

/** Begins it on the first visit in this browser, where there is room for what it shows. */
export function introduceOnce(): void {
  if (localStorage.getItem(seenKey) === null && room() !== "reading") introduce()
}

export function goTo(step: number): void {
  const next = steps[step]
  if (next === undefined) endIntroduction()
  else {
    next.show()
    useIntroduction.setState({ step })
  }
}

/** It is not begun again by itself, whether it was seen or skipped. */
export function endIntroduction(): void {
  localStorage.setItem(seenKey, "true")
  view.openLeft("outline")
  view.openRight("inspector")
  useIntroduction.setState({ step: null })
}
