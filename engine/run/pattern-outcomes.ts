import type { Json, PatternCause } from "../types.ts"
import { applyCommands } from "./apply-commands.ts"
import { type Draft, flowIn, isOpen, lastEntry, placeOf, releaseOf, runOf } from "./draft.ts"
import { exitOf } from "./moves.ts"
import { flowTitle, startPattern } from "./patterns.ts"
import { endRun } from "./runs.ts"
import { endConversation, followUp } from "./settle.ts"
import { followChoice, startFlow } from "./start-flow.ts"
import { takeExit } from "./transition.ts"

type Output = Readonly<Record<string, Json>>

/** Does what the outcome of a pattern means for the conversation (the contracts in SPEC). */
export function actOnPattern(draft: Draft, cause: PatternCause, outcome: string, output: Output): void {
  const action = actions[cause.pattern]?.[outcome]
  if (action !== undefined) action(draft, cause, output)
}

type Action = (draft: Draft, cause: PatternCause, output: Output) => void

const actions: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  clarify: {
    chosen(draft, cause, output) {
      const choice = cause.choices?.[String(output.choice)]
      if (choice === undefined) return
      const told = { entry: lastEntry(draft), seen: lastEntry(draft), words: "" }
      if (choice.choice !== "command") followChoice(draft, choice)
      else if (choice.command.command === "start-flow")
        startFlow(draft, choice.command.flow, "chosen", choice.told)
      else applyCommands(draft, [choice.command], told)
    },
  },
  cancel: { confirmed: (draft, cause) => endCause(draft, cause, "cancelled") },
  skip: {
    declined(draft, cause) {
      if (cause.run === undefined || !isOpen(draft, cause.run)) return
      const place = placeOf(draft.releases, runOf(draft, cause.run))
      const exit = exitOf(place, place.state.id, "declined")
      if (exit !== null) takeExit(draft, cause.run, place.index, place.state.id, exit, { by: "customer" })
      else startPattern(draft, "cancel", { title: flowTitle(draft, place.run.flow) }, { run: cause.run })
    },
  },
  "knowledge-answer": {
    accepted(draft, cause) {
      const offered = cause.choices?.offers
      if (offered?.choice === "start") startFlow(draft, offered.flow, "chosen", offered.told)
    },
  },
  "human-requested": { resolvedByPerson: resolved },
  crisis: { resolvedByPerson: resolved },
  "cannot-understand": { resolvedByPerson: resolved },
  "too-late-to-correct": { resolvedByPerson: resolved },
  end: {
    ended(draft) {
      const { noSurvey } = draft.conversation
      const surveyed = noSurvey === true ? null : startPattern(draft, "survey", { title: "" })
      if (surveyed === null) endConversation(draft)
    },
  },
  survey: { done: endConversation },
}

/** The person settled the matter itself: the flow that it was about is over. */
function resolved(draft: Draft, cause: PatternCause): void {
  if (cause.run === undefined || !isOpen(draft, cause.run)) return
  const run = runOf(draft, cause.run)
  const { outcomes } = flowIn(releaseOf(draft, run), run.flow).document
  if (!outcomes.includes("resolvedByPerson")) return
  endCause(draft, cause, "resolvedByPerson")
}

function endCause(draft: Draft, cause: PatternCause, outcome: string): void {
  if (cause.run === undefined || !isOpen(draft, cause.run)) return
  const wasOnTop = draft.conversation.stack.at(-1) === cause.run
  followUp(draft, endRun(draft, cause.run, outcome, {}), outcome, wasOnTop)
}
