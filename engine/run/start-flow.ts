import type { Choice, Command, Run } from "../types.ts"
import { type CommandResult, done, notDone } from "./command-result.ts"
import { hasPassedCheckpoint } from "./correction.ts"
import { type Draft, placeOf, runOf, setRun, topRun } from "./draft.ts"
import { businessRun, flowTitle, startClarify, startPattern, yieldPatterns } from "./patterns.ts"
import { phrases } from "./phrases.ts"
import { closeQuestion } from "./question.ts"
import { endRun, resumeRun, startRun } from "./runs.ts"
import { sayText } from "./speak.ts"

const repeat: Choice = { choice: "command", command: { command: "repeat", confidence: 1, certain: true } }

/**
 * Begins a new topic on top of what is open: asked first where that would disturb, and never twice on the stack. What
 * was `chosen` when asked is not asked about again; nothing may stand in the way of what is `urgent`. What was `told`
 * for it is filled.
 */
export function startFlow(
  draft: Draft,
  flow: string,
  by: "said" | "chosen" | "urgent" = "said",
  told: Run["told"] = [],
): CommandResult {
  const wanted = draft.releases.current.flows[flow]
  if (wanted === undefined || wanted.isPattern) return notDone(`there is no flow "${flow}"`)
  const kept = told.length > 0 ? told : toldInChoice(draft, flow)
  yieldPatterns(draft)
  if (flow === "complaint") draft.conversation = { ...draft.conversation, noSurvey: true }
  const { stack, runs } = draft.conversation
  const open = businessRun(draft)
  if (open?.flow === flow) {
    closeQuestion(draft)
    return done
  }
  const below = stack.find((id) => runs[id]?.flow === flow)
  if (below !== undefined) return askToLeave(draft, flow, { choice: "leave-for", run: below })
  const start: Choice = { choice: "start", flow, told: kept }
  if (by !== "urgent") {
    const parked = Object.values(runs).filter((run) => run.flow === flow && !stack.includes(run.id))
    if (parked.length > 0) return askWhichRun(draft, flow, parked, start)
    if (by === "said" && open !== null && hasPassedCheckpoint(draft, open))
      return askToLeave(draft, flow, start)
  }
  startRun(draft, flow, { slots: kept })
  return done
}

/** What was told for a flow among the choices of the open question: named in other words it is chosen all the same. */
function toldInChoice(draft: Draft, flow: string): Run["told"] {
  const choices = Object.values(topRun(draft)?.pattern?.choices ?? {})
  return choices.flatMap((choice) => (isStart(choice, flow) ? (choice.told ?? []) : []))
}

function askToLeave(draft: Draft, flow: string, choice: Choice): CommandResult {
  const words = phrases(draft.conversation.locale)
  const title = flowTitle(draft, flow)
  const here = flowTitle(draft, businessRun(draft)?.flow ?? "")
  const options = [
    { label: words.goTo(title), choice },
    { label: words.stay(here), choice: repeat },
  ]
  const asked = startClarify(draft, words.leaveFirst(title, here), options, false)
  return asked === null ? notDone("there is no pattern") : done
}

function askWhichRun(draft: Draft, flow: string, parked: readonly Run[], start: Choice): CommandResult {
  const words = phrases(draft.conversation.locale)
  const title = flowTitle(draft, flow)
  const asked = startClarify(draft, words.parkedOrNew(title), [
    ...parked.map((run) => ({
      label: words.parked(title, keysOf(run)),
      choice: { choice: "resume", run: run.id } as const,
    })),
    { label: words.another(title), choice: start },
  ])
  return asked === null ? notDone("there is no pattern") : done
}

/** Returns what tells parked runs of a flow apart: the numbers by which the outside knows them. */
export function keysOf(run: Run): string {
  return Object.values(run.correlation).map(String).join(" ")
}

/** Does what only a choice between runs can ask for. */
export function followChoice(draft: Draft, choice: Exclude<Choice, { choice: "command" }>): void {
  const { stack, runs } = draft.conversation
  switch (choice.choice) {
    case "start":
      startRun(draft, choice.flow, { slots: choice.told ?? [] })
      return
    case "resume": {
      if (runs[choice.run] === undefined || !resumeRun(draft, choice.run)) return
      const place = placeOf(draft.releases, runOf(draft, choice.run))
      const words = phrases(draft.conversation.locale)
      sayText(draft, place, words.stillWaiting(flowTitle(draft, place.run.flow)))
      return
    }
    case "leave-for": {
      if (!stack.includes(choice.run)) return
      for (const above of stack.slice(stack.indexOf(choice.run) + 1).reverse())
        endRun(draft, above, "cancelled", {})
      startPattern(draft, "resume", { title: flowTitle(draft, runOf(draft, choice.run).flow) })
    }
  }
}

/**
 * Keeps a value told together with a flow that the customer is just being asked about, for when he chooses it. False
 * when no such question is open.
 */
export function tellChoice(
  draft: Draft,
  command: Extract<Command, { command: "set-slot" }>,
  told: NonNullable<Extract<Choice, { choice: "start" }>["told"]>[number],
): boolean {
  const top = topRun(draft)
  const choices = top?.pattern?.choices
  if (top?.pattern === undefined || choices === undefined || command.flow === undefined) return false
  for (const [key, choice] of Object.entries(choices)) {
    if (!isStart(choice, command.flow)) continue
    const next: Choice = { ...choice, told: [...(choice.told ?? []), told] }
    setRun(draft, top.id, { pattern: { ...top.pattern, choices: { ...choices, [key]: next } } })
    return true
  }
  return false
}

/** Whether a choice starts the flow, by itself or by its command. */
function isStart(choice: Choice, flow: string): choice is Extract<Choice, { choice: "start" | "command" }> {
  if (choice.choice === "start") return choice.flow === flow
  return (
    choice.choice === "command" && choice.command.command === "start-flow" && choice.command.flow === flow
  )
}
