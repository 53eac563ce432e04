import { textIn } from "../format/index.ts"
import type { Choice, Json, PatternCause, Run, Values } from "../types.ts"
import { type Draft, topRun } from "./draft.ts"
import { phrases } from "./phrases.ts"
import { endRun, startRun } from "./runs.ts"

/**
 * Starts a pattern, a conversation-repair flow of the author (contracts in SPEC, R12), on top of the stack; a flow set
 * without it goes on as if it had said nothing.
 */
export function startPattern(
  draft: Draft,
  pattern: string,
  takes: Values = {},
  cause: Omit<PatternCause, "pattern"> = {},
): string | null {
  if (draft.releases.current.flows[pattern] === undefined) return null
  return startRun(draft, pattern, { takes, pattern: { pattern, ...cause } })
}

/** Asks which of some choices was meant. `others`: something else may be, where the choices are not all there is. */
export function startClarify(
  draft: Draft,
  question: string,
  options: readonly { readonly label: string; readonly choice: Choice }[],
  others = true,
): string | null {
  const keyed = options.map(({ label, choice }, index) => ({ key: `option${index + 1}`, label, choice }))
  // A plain yes takes the only one.
  const says = options.length === 1 ? [...phrases(draft.conversation.locale).yesToOne] : []
  const takes = { question, options: keyed.map(({ key, label }): Json => ({ key, label, says })), others }
  return startPattern(draft, "clarify", takes, {
    choices: Object.fromEntries(keyed.map(({ key, choice }) => [key, choice])),
  })
}

/** Returns a flow's title in the conversation's locale. */
export function flowTitle(draft: Draft, flowId: string): string {
  const { current } = draft.releases
  const flow = current.flows[flowId]
  const [fallback = "zh"] = current.locales
  return flow === undefined ? flowId : textIn(flow.document.title, draft.conversation.locale, fallback)
}

/** Returns the topmost run that is no pattern: what the customer is really about. */
export function businessRun(draft: Draft): Run | null {
  const { stack, runs } = draft.conversation
  const id = stack.findLast((run) => runs[run]?.pattern === undefined)
  return id === undefined ? null : (runs[id] ?? null)
}

/** Ends patterns on top that only ask: what was said is no answer to them. */
export function yieldPatterns(draft: Draft): void {
  while (topGivesWay(draft)) endRun(draft, topRun(draft)?.id ?? "", "dropped", {})
}

/** Whether the run on top is a pattern that only asks something, so that it gives way to whatever is no answer. */
export function topGivesWay(draft: Draft): boolean {
  const top = topRun(draft)
  if (top?.pattern === undefined || top.handoff !== undefined || top.pending.length > 0) return false
  return draft.conversation.question?.run === top.id
}
