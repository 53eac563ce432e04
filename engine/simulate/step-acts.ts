import type { AgentAct } from "../types.ts"
import type { RehearsalAct } from "./act.ts"
import type { Step } from "./scenario.ts"
import type { Session } from "./session.ts"
import { resultOf } from "./stubs.ts"

/** Returns the acts of one step after the other, in the order in which they are done; a step that only asserts has none. */
export function createStepReader(session: Session): (step: Step) => readonly RehearsalAct[] {
  let uploads = 0
  let shownBefore = 0
  return (step) => {
    const seen = step.seen === "earlier" ? { seen: shownBefore } : {}
    if (happens(step)) shownBefore = lastQuestionBefore(session)
    const acts: RehearsalAct[] = []
    if (step.stub !== undefined) acts.push({ does: "stub", stubs: step.stub })
    if (step.customer !== undefined) acts.push({ does: "say", text: step.customer, ...seen })
    if (step.choose !== undefined) acts.push({ does: "choose", choice: step.choose, ...seen })
    if (step.upload !== undefined) {
      uploads += 1
      const { name, mediaType = "image/jpeg" } =
        typeof step.upload === "string" ? { name: step.upload } : step.upload
      acts.push({ does: "upload", document: { id: `D${uploads}`, name, mediaType, size: 1000 } })
    }
    if (step.event !== undefined) {
      const { name, correlation, payload = {} } = step.event
      acts.push({
        ...{ does: "event", event: name, payload },
        ...(correlation === undefined ? {} : { correlation }),
      })
    }
    if (step.core !== undefined) acts.push({ does: "core", act: step.core })
    if (step.agent !== undefined) acts.push(...agentActs(step.agent).map(toAct))
    if (step.wait !== undefined) acts.push({ does: "wait", period: step.wait })
    if (step.service !== undefined && isAnswer(step.service))
      acts.push({ does: "answer", operation: step.service.of, result: resultOf(step.service) })
    return acts
  }
}

/** Whether something happens in a step; one that only asserts leaves what was said last to the next one. */
export function happens(step: Step): boolean {
  const parts = [step.customer, step.choose, step.upload, step.event, step.core, step.agent, step.wait]
  return parts.some((part) => part !== undefined) || (step.service !== undefined && isAnswer(step.service))
}

/** Whether a step answers a call, instead of only asserting that it was made. */
export function isAnswer({ returns, error, fails, unknown }: NonNullable<Step["service"]>): boolean {
  return returns !== undefined || error !== undefined || fails === true || unknown === true
}

/** The screen of a customer who answers too early: the entry before the open question. */
function lastQuestionBefore(session: Session): number {
  return (session.conversation().question?.entry ?? session.conversation().entries) - 1
}

function toAct(act: AgentAct): RehearsalAct {
  return { does: "agent", act }
}

function agentActs(step: NonNullable<Step["agent"]>): readonly AgentAct[] {
  const acts: AgentAct[] = []
  if (step.accept === true) acts.push({ act: "accept" })
  if (step.message !== undefined) acts.push({ act: "message", text: step.message })
  if (step.note !== undefined) acts.push({ act: "note", text: step.note })
  if (step.wording !== undefined) acts.push({ act: "wording", wording: step.wording })
  if (step.transfer !== undefined) acts.push({ act: "transfer", queue: step.transfer })
  if (step.returns !== undefined)
    acts.push({
      act: "return",
      outcome: step.returns,
      ...(step.slots === undefined ? {} : { slots: step.slots }),
    })
  if (step.resolve === true) acts.push({ act: "resolve" })
  return acts
}
