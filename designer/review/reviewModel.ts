import type { StateDocument } from "../../engine/document/schema.ts"
import type { DrawContext } from "../canvas/drawing/context.ts"
import type { Drawing, DrawnExit, DrawnState } from "../canvas/drawing/drawing.ts"
import { findStateDocument } from "../model/stateOf.ts"

/** A step as it stands in the document, with its number. */
export type ReviewStep = {
  readonly number: string
  readonly drawn: DrawnState
  readonly document: StateDocument
}
/** A stage, or the steps that stand in none. */
export type ReviewStage = {
  readonly number: string
  readonly title: string
  /** Null for steps that stand in no stage. */
  readonly group: DrawnState | null
  readonly steps: readonly ReviewStep[]
}
export type ReviewModel = {
  readonly stages: readonly ReviewStage[]
  /** By state the number of its step or stage. */
  readonly numbers: ReadonlyMap<string, string>
}

/** Returns the steps of a flow in the order of the document, stage by stage, each with its number below `chapter`. */
export function reviewModel(
  { states }: Drawing,
  { flow }: DrawContext,
  chapter: number,
  loose: string,
): ReviewModel {
  const stages: { number: string; title: string; group: DrawnState | null; steps: ReviewStep[] }[] = []
  const numbers = new Map<string, string>()
  const open = (title: string, group: DrawnState | null) => {
    const number = `${chapter}.${stages.length + 1}`
    if (group !== null) numbers.set(group.id, number)
    const stage = { number, title, group, steps: [] }
    stages.push(stage)
    return stage
  }
  for (const drawn of states.values()) {
    if (drawn.type === "group") {
      open(titlesAround(drawn, states).join(" › "), drawn)
      continue
    }
    const parent = drawn.parent
    const found = stages.findLast(({ group }) => (group?.id ?? null) === parent)
    const isOpen = found !== undefined && (parent !== null || found === stages.at(-1))
    const stage = isOpen ? found : open(loose, null)
    const document = findStateDocument(flow.states, drawn.id)
    if (document === null) continue
    const number = `${stage.number}.${stage.steps.length + 1}`
    numbers.set(drawn.id, number)
    stage.steps.push({ number, drawn, document })
  }
  return { stages, numbers }
}

/** Returns where an exit leads, with the number under which it stands in the document. */
export function leadsTo({ target, targetTitle }: DrawnExit, { numbers }: ReviewModel): string {
  const number = numbers.get(target ?? "")
  return number === undefined ? targetTitle : `${number} ${targetTitle}`
}

function titlesAround(drawn: DrawnState, states: Drawing["states"]): readonly string[] {
  const parent = drawn.parent === null ? undefined : states.get(drawn.parent)
  return parent === undefined ? [drawn.title] : [...titlesAround(parent, states), drawn.title]
}
