import { textIn } from "../format/index.ts"
import type { HandoffState as HandoffDocument } from "../states/handoff.ts"
import type { HandoffState } from "../types.ts"
import { type Draft, emit, log, newId, type Place, placeOf, runOf, setRun, stateName } from "./draft.ts"
import { renderText } from "./render.ts"
import { renderingOf, say } from "./speak.ts"
import { setTimer } from "./timers.ts"

/** Puts the conversation into a queue and starts the clock of its patience. */
export function requestHandoff(draft: Draft, place: Place, document: HandoffDocument, queue: string): void {
  const id = newId(draft, "handoff")
  if (document.say !== undefined) say(draft, place, document.say)
  log(
    draft,
    {
      kind: "handoff.requested",
      open: { handoff: id, queue },
      personal: { reason: reasonOf(draft, place, document) },
    },
    { run: place.run.id, state: stateName(place) },
  )
  enqueue(draft, place, document, id, queue)
}

/** Puts an accepted hand-off into another queue; the customer waits anew, with the patience of that queue. */
export function transferHandoff(
  draft: Draft,
  place: Place,
  document: HandoffDocument,
  handoff: HandoffState,
  queue: string,
): void {
  enqueue(draft, place, document, handoff.id, queue)
}

function enqueue(draft: Draft, place: Place, document: HandoffDocument, id: string, queueId: string): void {
  const runId = place.run.id
  const visit = place.frame.visits[place.state.id] ?? 0
  const queue = place.release.settings.queues[queueId]
  setRun(draft, runId, {
    handoff: { id, path: place.path, visit, queue: queueId, status: "queued", since: draft.now },
  })
  const isFirst = document.queue === queueId
  const sla = isFirst ? (document.sla ?? queue?.sla) : queue?.sla
  if (sla !== undefined)
    setTimer(draft, runId, place.index, place.state.id, visit, { kind: "sla", name: "timeout", after: sla })
  const due = runOf(draft, runId).timers.find((timer) => timer.kind === "sla" && timer.visit === visit)?.due
  emit(draft, {
    effect: "queue-handoff",
    id: newId(draft, "effect"),
    handoff: id,
    queue: queueId,
    priority: document.priority ?? 0,
    reason: reasonOf(draft, placeOf(draft.releases, runOf(draft, runId), place.index), document),
    skills: document.skills ?? queue?.skills ?? [],
    outcomes: document.returns ?? [],
    fills: document.fills ?? [],
    ...(due === undefined ? {} : { due }),
  })
}

function reasonOf(draft: Draft, place: Place, document: HandoffDocument): string {
  if (document.reason !== undefined) return renderText(document.reason, renderingOf(draft, place))
  const { title } = place.state.document
  const [fallback = "zh"] = place.release.locales
  return title === undefined ? place.state.id : textIn(title, draft.conversation.locale, fallback)
}

/** Returns the queue that takes new conversations now: the one named, else what it overflows into; null when closed. */
export function openQueue(place: Place, queueId: string, now: string): string | null {
  const { queues } = place.release.settings
  const seen = new Set<string>()
  for (let id: string | undefined = queueId; id !== undefined && !seen.has(id); id = queues[id]?.overflow) {
    seen.add(id)
    const queue = queues[id]
    if (queue !== undefined && takesAt(place, queue.hours, now)) return id
  }
  return null
}

/** Without hours of its own a queue keeps those of the calendar; one of 00:00-24:00 takes people on holidays too. */
function takesAt(place: Place, hours: readonly string[] | undefined, now: string): boolean {
  return hours?.includes("00:00-24:00") === true || place.release.calendar.isOpen(now, hours)
}
