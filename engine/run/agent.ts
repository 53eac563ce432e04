import type { HandoffState as HandoffDocument } from "../states/handoff.ts"
import type { Agent, AgentAct, HandoffState, Json, Run, Values } from "../types.ts"
import { type Draft, log, type Place, placeOf, runOf, setRun, stateName } from "./draft.ts"
import { sentWording } from "./evidence.ts"
import { fillSlot, findSlot, refusalOf } from "./fill.ts"
import { openQueue, transferHandoff } from "./handoff.ts"
import { endHandoff } from "./outside.ts"
import { renderingOf, show } from "./speak.ts"
import { cancelTimers } from "./timers.ts"
import { evaluateIn, valuesOf } from "./values.ts"

/** A hand-off under way, with where it stands and who acts on it. */
type Desk = {
  readonly place: Place
  readonly document: HandoffDocument
  readonly handoff: HandoffState
  readonly agent: Agent
}

/**
 * Applies what an agent does with a hand-off; null when it is over or the act is not allowed now, with a `problem`
 * that says why. Only who accepted a hand-off acts on it.
 */
export function takeAgentAct(draft: Draft, handoffId: string, agent: Agent, act: AgentAct): Run | null {
  const run = Object.values(draft.conversation.runs).find(({ handoff }) => handoff?.id === handoffId)
  const handoff = run?.handoff
  const place = run === undefined ? null : placeOf(draft.releases, run)
  const document = place?.state.document
  if (place === null || handoff === undefined || document?.type !== "handoff") {
    const message = `The hand-off "${handoffId}" is over; the act "${act.act}" was not done.`
    log(draft, { kind: "problem", open: { code: "handoff-over", message } })
    return null
  }
  const desk: Desk = { place, document, handoff, agent }
  if (act.act === "accept") return acceptHandoff(draft, desk)
  if (handoff.status !== "accepted")
    return refuse(
      draft,
      desk,
      "handoff-not-accepted",
      `Accept the hand-off "${handoff.id}" before "${act.act}".`,
    )
  if (handoff.agent?.id !== agent.id) return refuse(draft, desk, ...heldByAnother(handoff))
  switch (act.act) {
    case "message":
    case "note": {
      const isNote = act.act === "note" ? { note: true } : {}
      const personal = { name: agent.name, text: act.text }
      log(draft, { kind: "agent.said", open: { agent: agent.id, ...isNote }, personal }, where(desk))
      return runOf(draft, place.run.id)
    }
    case "wording":
      return sendWording(draft, desk, act.wording)
    case "transfer":
      return transfer(draft, desk, act.queue)
    case "return":
      return giveBack(draft, desk, act.outcome, act)
    case "resolve": {
      const outcome =
        document.returns?.includes("resolvedByPerson") === true ? "resolvedByPerson" : "returned"
      return giveBack(draft, desk, outcome, act)
    }
  }
}

function where({ place }: Desk) {
  return { run: place.run.id, state: stateName(place) }
}

function refuse(draft: Draft, desk: Desk, code: string, message: string): null {
  log(draft, { kind: "problem", open: { code, message } }, where(desk))
  return null
}

function heldByAnother({ id, agent }: HandoffState): readonly [string, string] {
  return ["handoff-of-another", `The hand-off "${id}" is with agent "${agent?.id ?? ""}".`]
}

/** The customer's patience ends with the first acceptance; the same agent may repeat it. */
function acceptHandoff(draft: Draft, desk: Desk): Run | null {
  const { place, handoff, agent } = desk
  if (handoff.status === "accepted")
    return handoff.agent?.id === agent.id ? place.run : refuse(draft, desk, ...heldByAnother(handoff))
  setRun(draft, place.run.id, { handoff: { ...handoff, status: "accepted", agent } })
  stopPatience(draft, desk)
  const open = { handoff: handoff.id, queue: handoff.queue, agent: agent.id }
  log(draft, { kind: "handoff.accepted", open, personal: { name: agent.name } }, where(desk))
  return runOf(draft, place.run.id)
}

function stopPatience(draft: Draft, { place, handoff }: Desk): void {
  cancelTimers(draft, place.run.id, (timer) => timer.kind === "sla" && timer.visit === handoff.visit)
}

/** A wording sent by an agent counts as shown, never as accepted. */
function sendWording(draft: Draft, desk: Desk, wording: string): Run | null {
  const { place } = desk
  const sent = sentWording(place.release, renderingOf(draft, place), wording, draft.today)
  if (sent === null)
    return refuse(draft, desk, "no-wording-in-force", `No version of "${wording}" is in force.`)
  const entry = show(draft, place, sent.content, wording)
  const { conversation } = draft
  draft.conversation = { ...conversation, shown: { ...conversation.shown, [sent.shown]: entry.index } }
  return runOf(draft, place.run.id)
}

/** A closed queue gives to the one it overflows into; where none is open the agent keeps the conversation. */
function transfer(draft: Draft, desk: Desk, asked: string): Run | null {
  const { place, document, handoff, agent } = desk
  const queues = Object.keys(place.release.settings.queues)
  if (!queues.includes(asked))
    return refuse(
      draft,
      desk,
      "queue-unknown",
      `There is no queue "${asked}"; there are ${queues.join(", ")}.`,
    )
  const queue = openQueue(place, asked, draft.now)
  if (queue === null)
    return refuse(draft, desk, "queue-closed", `The queue "${asked}" is closed now and overflows into none.`)
  const open = { handoff: handoff.id, queue, agent: agent.id }
  log(draft, { kind: "handoff.transferred", open }, where(desk))
  transferHandoff(draft, place, document, handoff, queue)
  return runOf(draft, place.run.id)
}

/** The agent gives the conversation back by one of this state's own exits, with values that are all of their type. */
function giveBack(
  draft: Draft,
  desk: Desk,
  outcome: string,
  act: Extract<AgentAct, { act: "return" | "resolve" }>,
): Run | null {
  const { place, document, handoff, agent } = desk
  const outcomes = ["returned", ...(document.returns ?? [])]
  if (!outcomes.includes(outcome)) {
    const message = `The hand-off returns ${outcomes.join(", ")}, not "${outcome}".`
    return refuse(draft, desk, "outcome-not-offered", message)
  }
  const proof = proofBy(draft, desk, outcome)
  if (proof === null) {
    const message = `The return "${outcome}" proves who the customer is, and nobody is known here whom it could prove.`
    return refuse(draft, desk, "nobody-to-prove", message)
  }
  const slots: Values = act.act === "return" ? (act.slots ?? {}) : {}
  const wrong = wrongSlots(draft, desk, slots)
  if (wrong.length > 0) {
    const message = `The hand-off fills ${(document.fills ?? []).join(", ") || "nothing"}, each with a value of its type; look again at ${wrong.join(", ")}.`
    return refuse(draft, desk, "slot-refused", message)
  }
  for (const [slot, value] of Object.entries(slots)) {
    const at = findSlot(draft, runOf(draft, place.run.id), slot)
    // What an agent filled is not certain: it is read back to the customer before any write uses it.
    if (at !== null) fillSlot(draft, place.run.id, at, value, { by: "agent", at: draft.now }, false)
  }
  log(
    draft,
    {
      kind: act.act === "return" ? "handoff.returned" : "handoff.resolved",
      open: { handoff: handoff.id, queue: handoff.queue, agent: agent.id, outcome },
      personal: {
        ...(act.note === undefined ? {} : { note: act.note }),
        ...(Object.keys(slots).length === 0 ? {} : { slots }),
      },
    },
    where(desk),
  )
  const run = runOf(draft, place.run.id)
  const given: Json = { outcome, agent: agent.id, at: draft.now, ...(proof === undefined ? {} : { proof }) }
  return endHandoff(draft, run, placeOf(draft.releases, run), outcome, given)
}

/** Whom the agent identified by giving back in this way: nothing when it proves nothing, null when nobody is known. */
function proofBy(
  draft: Draft,
  { place, document, agent }: Desk,
  outcome: string,
): { readonly id: string; readonly level: number; readonly by: string } | undefined | null {
  const { proves } = document
  if (proves?.by !== outcome) return undefined
  const id = evaluateIn(valuesOf(draft, place.run, place.scope), proves.id)
  if (!id.ok || typeof id.value !== "string" || id.value === "") return null
  return { id: id.value, level: proves.level, by: agent.id }
}

/** Slots that this hand-off does not fill, or whose value is not of their type or not valid. */
function wrongSlots(draft: Draft, { place, document }: Desk, slots: Values): readonly string[] {
  return Object.entries(slots).flatMap(([slot, value]) => {
    const at = document.fills?.includes(slot) === true ? findSlot(draft, place.run, slot) : null
    return at === null || refusalOf(draft, place.run, at, value) !== null ? [slot] : []
  })
}
