import type { Agent, AgentAct, Run } from "../types.ts"
import { type Draft, emit, log, newId, placeOf, runOf, setRun, stateName } from "./draft.ts"
import { sentWording } from "./evidence.ts"
import { fillSlot, findSlot } from "./fill.ts"
import { endHandoff } from "./outside.ts"
import { renderingOf, show } from "./speak.ts"

/** Applies what an agent does with a hand-off; null when the hand-off is over or the act is not allowed now. */
export function takeAgentAct(draft: Draft, handoffId: string, agent: Agent, act: AgentAct): Run | null {
  const run = Object.values(draft.conversation.runs).find(({ handoff }) => handoff?.id === handoffId)
  const handoff = run?.handoff
  if (run === undefined || handoff === undefined) {
    log(draft, {
      kind: "problem",
      open: {
        code: "handoff-over",
        message: `The hand-off "${handoffId}" is over; the act "${act.act}" was not done.`,
      },
    })
    return null
  }
  const place = placeOf(draft.releases, run)
  const where = { run: run.id, state: stateName(place) }
  const common = { handoff: handoff.id, queue: handoff.queue, agent: agent.id }
  switch (act.act) {
    case "accept": {
      setRun(draft, run.id, { handoff: { ...handoff, status: "accepted", agent } })
      dropSla(draft, run.id, handoff.visit)
      log(draft, { kind: "handoff.accepted", open: common, personal: { name: agent.name } }, where)
      return runOf(draft, run.id)
    }
    case "message":
    case "note":
      log(
        draft,
        {
          kind: "agent.said",
          open: { agent: agent.id, ...(act.act === "note" ? { note: true } : {}) },
          personal: { name: agent.name, text: act.text },
        },
        where,
      )
      return runOf(draft, run.id)
    case "wording": {
      const sent = sentWording(place.release, renderingOf(draft, place), act.wording, draft.today)
      if (sent === null) {
        log(
          draft,
          {
            kind: "problem",
            open: { code: "no-wording-in-force", message: `No version of "${act.wording}" is in force.` },
          },
          where,
        )
        return null
      }
      const entry = show(draft, place, sent.content, act.wording)
      draft.conversation = {
        ...draft.conversation,
        shown: { ...draft.conversation.shown, [sent.shown]: entry.index },
      }
      return runOf(draft, run.id)
    }
    case "transfer": {
      setRun(draft, run.id, {
        handoff: {
          id: handoff.id,
          path: handoff.path,
          visit: handoff.visit,
          queue: act.queue,
          status: "queued",
          since: draft.now,
        },
      })
      log(draft, { kind: "handoff.transferred", open: { ...common, queue: act.queue } }, where)
      const { document } = place.state
      if (document.type !== "handoff") return runOf(draft, run.id)
      emit(draft, {
        effect: "queue-handoff",
        id: newId(draft, "effect"),
        handoff: handoff.id,
        queue: act.queue,
        priority: document.priority ?? 0,
        reason: "",
        skills: document.skills ?? place.release.settings.queues[act.queue]?.skills ?? [],
        outcomes: document.returns ?? [],
        fills: document.fills ?? [],
      })
      return runOf(draft, run.id)
    }
    case "return":
    case "resolve": {
      const { document } = place.state
      const returns = document.type === "handoff" ? (document.returns ?? []) : []
      const outcome =
        act.act === "return"
          ? act.outcome
          : returns.includes("resolvedByPerson")
            ? "resolvedByPerson"
            : "returned"
      if (outcome !== "returned" && !returns.includes(outcome)) {
        log(
          draft,
          {
            kind: "problem",
            open: {
              code: "outcome-not-offered",
              message: `The hand-off returns ${["returned", ...returns].join(", ")}, not "${outcome}".`,
            },
          },
          where,
        )
        return null
      }
      if (act.act === "return") fillByAgent(draft, run, act.slots ?? {})
      log(
        draft,
        {
          kind: act.act === "return" ? "handoff.returned" : "handoff.resolved",
          open: { ...common, outcome },
          personal: {
            ...(act.note === undefined ? {} : { note: act.note }),
            ...(act.act === "return" && act.slots !== undefined ? { slots: act.slots } : {}),
          },
        },
        where,
      )
      return endHandoff(draft, runOf(draft, run.id), placeOf(draft.releases, runOf(draft, run.id)), outcome)
    }
  }
}

/** What an agent filled is not certain: it is read back to the customer before any write uses it. */
function fillByAgent(
  draft: Draft,
  run: Run,
  slots: NonNullable<Extract<AgentAct, { act: "return" }>["slots"]>,
): void {
  const place = placeOf(draft.releases, run)
  const fills = place.state.document.type === "handoff" ? (place.state.document.fills ?? []) : []
  for (const [slot, value] of Object.entries(slots)) {
    const at = fills.includes(slot) ? findSlot(draft, runOf(draft, run.id), slot) : null
    if (at === null) {
      log(
        draft,
        {
          kind: "problem",
          open: { code: "slot-not-expected", message: `The hand-off does not fill "${slot}".` },
        },
        { run: run.id },
      )
      continue
    }
    fillSlot(draft, run.id, at, value, { by: "agent", at: draft.now }, false)
  }
}

function dropSla(draft: Draft, runId: string, visit: number): void {
  const { timers } = runOf(draft, runId)
  const sla = timers.find((timer) => timer.kind === "sla" && timer.visit === visit)
  if (sla === undefined) return
  setRun(draft, runId, { timers: timers.filter((timer) => timer !== sla) })
  emit(draft, { effect: "cancel-timer", id: newId(draft, "effect"), timer: sla.id })
}
