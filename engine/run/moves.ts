import type { CompiledExit, CompiledOn } from "../compile/model.ts"
import type { Conversation, Holder, Input, Run, WaitingFor } from "../types.ts"
import { isBusy } from "./busy.ts"
import { type Place, placeOf, type Releases } from "./draft.ts"
import { entriesAt, entriesOf } from "./intents.ts"

/** What may make a state take one of its exits. */
export type MoveCause = "state" | "customer" | "service" | "agent" | "timer" | "event" | "flow"
export type Move = {
  readonly owner: string
  readonly exit: CompiledExit
  readonly by: MoveCause
  readonly entry?: CompiledOn
}

/** Returns every exit that a position may take next and what makes it: the one statement of what may happen. */
export function movesOf(place: Place): readonly Move[] {
  let moves = movesByState.get(place.state)
  if (moves === undefined) {
    moves = findMoves(place)
    movesByState.set(place.state, moves)
  }
  return moves
}

const movesByState = new WeakMap<Place["state"], readonly Move[]>()

function findMoves(place: Place): readonly Move[] {
  const { state, flow } = place
  const own = new Set(state.on.map((entry) => entry.name))
  const moves: Move[] = Object.values(state.exits)
    .filter((exit) => !own.has(exit.name))
    .map((exit) => ({ owner: state.id, exit, by: causeOf(state.document.type, exit.name) }))
  const [group] = state.ancestors
  if (state.document.type === "final" && group !== undefined) {
    const exit = flow.states[group]?.exits[state.document.outcome]
    if (exit !== undefined) moves.push({ owner: group, exit, by: "state" })
  }
  for (const entry of entriesAt(place)) {
    const { exit, owner } = entry
    if (exit !== null) moves.push({ owner, exit, by: causeOfEntry(entry), entry })
  }
  return moves
}

/** Returns the exit of that name, of the state or of what is around it; null when it cannot be taken there. */
export function exitOf(place: Place, owner: string, name: string): CompiledExit | null {
  return movesOf(place).find((move) => move.owner === owner && move.exit.name === name)?.exit ?? null
}

function causeOf(type: Place["state"]["document"]["type"], exit: string): MoveCause {
  switch (type) {
    case "message":
    case "decision":
    case "group":
    case "final":
      return "state"
    case "collect":
      return exit === "failed" ? "state" : "customer"
    case "checkpoint":
      return exit === "failed" ? "state" : "customer"
    case "service":
      return "service"
    case "handoff":
      return exit === "timeout" ? "timer" : exit === "unavailable" ? "state" : "agent"
    case "subflow":
      return "flow"
    case "wait":
      return "timer"
  }
}

function causeOfEntry({ document }: CompiledOn): MoveCause {
  if (document.event !== undefined) return "event"
  return document.says !== undefined ? "customer" : "timer"
}

/** The run on top when a service works for it: it holds the conversation up until the call's result. */
export function busyRun(conversation: Conversation): Run | null {
  const top = topOf(conversation)
  return top !== null && isBusy(top) ? top : null
}

function topOf({ stack, runs }: Conversation): Run | null {
  return runs[stack.at(-1) ?? ""] ?? null
}

/**
 * Whether an input can be taken now; one that cannot waits in the inbox, in order, for the turn after the service's
 * result.
 */
export function canTake(conversation: Conversation, input: Input): boolean {
  if (isHeld(conversation, input)) return false
  const [head] = conversation.inbox
  if (input.inbox !== undefined || head === undefined) return true
  // What came earlier goes first: a customer's words behind all others, the rest behind what could be taken now.
  if (input.kind === "message" || input.kind === "choice" || input.kind === "upload") return false
  if (input.kind !== "timer" && input.kind !== "event") return true
  return isHeld(conversation, head)
}

/** Whether a service works for the run that an input is for. */
function isHeld(conversation: Conversation, input: Input): boolean {
  const runs = Object.values(conversation.runs)
  switch (input.kind) {
    case "open":
    case "service":
    case "agent":
    case "problem":
      return false
    case "timer": {
      const owner = runs.find((run) => run.timers.some((timer) => timer.id === input.timer))
      return owner === undefined ? busyRun(conversation) !== null : isBusy(owner)
    }
    case "event":
      return runs.some(isBusy)
    default:
      return busyRun(conversation) !== null
  }
}

/** Returns the input at the head of the inbox when it can be taken now. The shell understands a message anew. */
export function nextInput(conversation: Conversation): Input | null {
  const [head] = conversation.inbox
  return head !== undefined && canTake(conversation, head) ? head : null
}

/** Who the customer is talking to; it follows from the position. */
export function holderOf(conversation: Conversation): Holder {
  const handoff = topOf(conversation)?.handoff
  if (handoff === undefined) return "bot"
  return handoff.status === "accepted" ? "agent" : "queue"
}

/** Returns what the conversation waits for, so that any channel can draw the right input. */
export function waitingFor(releases: Releases, conversation: Conversation): WaitingFor {
  if (conversation.status === "ended") return { kind: "nothing", id: "ended" }
  const top = topOf(conversation)
  if (top === null)
    return Object.keys(conversation.runs).length === 0
      ? { kind: "nothing", id: "" }
      : { kind: "event", id: eventOf(releases, conversation) }
  if (top.handoff !== undefined) return { kind: "agent", id: top.handoff.queue }
  const call = top.pending.find((pending) => pending.slot === undefined)
  if (call !== undefined) return { kind: "service", id: call.operation }
  const { question } = conversation
  if (question === undefined || question.run !== top.id) {
    const checking = top.pending[0]
    return checking === undefined ? { kind: "nothing", id: "" } : { kind: "service", id: checking.operation }
  }
  const options = question.options?.map(({ key, label }) => ({ key, label }))
  const common = { id: question.id, ...(options === undefined ? {} : { options }) }
  if (question.kind !== "slot") return { kind: question.kind, ...common }
  const place = placeOf(releases, top)
  const [name = "", field] = question.id.split(".")
  const document = field === undefined ? place.flow.slots[name] : place.flow.slots[name]?.of?.[field]
  const type = document?.type ?? "text"
  return {
    kind: type === "choice" || type === "choices" ? "choice" : "slot",
    ...common,
    input: {
      type,
      ...(document?.sensitive === undefined ? {} : { sensitive: true }),
      ...(type === "documents" ? { upload: true } : {}),
    },
  }
}

function eventOf(releases: Releases, conversation: Conversation): string {
  const events = Object.values(conversation.runs).flatMap((run) =>
    entriesOf(releases, run).flatMap(({ entry }) =>
      entry.document.event === undefined ? [] : [entry.document.event],
    ),
  )
  return events[0] ?? ""
}

/** Whether a key may be chosen now: an option on the screen. */
export function isOffered(conversation: Conversation, choice: string): boolean {
  const offered = new Set((conversation.question?.options ?? []).map(({ key }) => key))
  if (offered.has(choice)) return true
  if (choice === "rest:no") return offered.has("accept") && conversation.question?.kind === "checkpoint"
  // A question that asks for a value offers only that it is not known; any number answers it.
  const [question = "", value = ""] = choice.split(":")
  return (
    offered.has(`${question}:unsure`) && !offered.has(`${question}:yes`) && /^\d{1,4}(?:\.\d+)?$/.test(value)
  )
}

/** Returns where the run on top stands, as `flow/state`, "" when nothing is open. */
export function stateOf(releases: Releases, conversation: Conversation): string {
  const top = topOf(conversation)
  if (top === null) return ""
  const place = placeOf(releases, top)
  return `${place.flow.id}/${place.state.id}`
}
