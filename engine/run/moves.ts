import type { CompiledExit, CompiledOn } from "../compile/model.ts"
import type { Conversation, Holder, Input, Run, WaitingFor } from "../types.ts"
import { type Place, placeOf, type Releases } from "./draft.ts"
import { entriesOf } from "./intents.ts"

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
  const { state, flow } = place
  const own = new Set(state.on.map((entry) => entry.name))
  const moves: Move[] = Object.values(state.exits)
    .filter((exit) => !own.has(exit.name))
    .map((exit) => ({ owner: state.id, exit, by: causeOf(state.document.type, exit.name) }))
  for (const owner of [state.id, ...state.ancestors]) {
    for (const entry of flow.states[owner]?.on ?? [])
      if (entry.exit !== null) moves.push({ owner, exit: entry.exit, by: causeOfEntry(entry), entry })
  }
  for (const entry of flow.on)
    if (entry.exit !== null) moves.push({ owner: "", exit: entry.exit, by: causeOfEntry(entry), entry })
  return moves
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

/** The run whose service call holds the conversation up: nothing else of it moves before the call's result. */
export function busyRun(conversation: Conversation): Run | null {
  const top = topOf(conversation)
  return top?.pending.some((call) => call.slot === undefined) === true ? top : null
}

function topOf({ stack, runs }: Conversation): Run | null {
  return runs[stack.at(-1) ?? ""] ?? null
}

/** Whether an input can be taken now; one that cannot waits in the inbox for the turn after the service's result. */
export function canTake(conversation: Conversation, input: Input): boolean {
  if (input.kind === "service" || input.kind === "open" || input.kind === "problem") return true
  if (input.kind === "agent") return true
  const busy = busyRun(conversation)
  if (input.kind === "timer") {
    const owner = Object.values(conversation.runs).find((run) =>
      run.timers.some((timer) => timer.id === input.timer),
    )
    return !(owner?.pending.some((call) => call.slot === undefined) ?? busy !== null)
  }
  if (input.kind === "event") {
    return !Object.values(conversation.runs).some((run) =>
      run.pending.some((call) => call.slot === undefined),
    )
  }
  return busy === null && (input.inbox !== undefined || conversation.inbox.length === 0)
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
  return conversation.question?.options?.some((option) => option.key === choice) === true
}

/** Returns where the run on top stands, as `flow/state`, "" when nothing is open. */
export function stateOf(releases: Releases, conversation: Conversation): string {
  const top = topOf(conversation)
  if (top === null) return ""
  const place = placeOf(releases, top)
  return `${place.flow.id}/${place.state.id}`
}
