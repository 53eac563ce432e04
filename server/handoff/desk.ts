import type { Agent, AgentAct, Entry, Json } from "../../engine/types.ts"
import { handoffPlace } from "../conversation/change.ts"
import type { Shell } from "../conversation/shell.ts"
import type { HandoffRow } from "../conversation/store.ts"
import { readEntries } from "../conversation/transcript.ts"
import type { View } from "../conversation/view.ts"
import { Failure } from "../failure.ts"
import { unsealJson } from "../security/vault.ts"
import { isTranscript } from "./transcript-entries.ts"

/** A hand-off in the queue: open words only, so the list opens no conversation. */
export type HandoffItem = Pick<
  HandoffRow,
  "id" | "conversation" | "queue" | "status" | "priority" | "due" | "agent" | "created" | "accepted"
> & { readonly skills: readonly string[] }

export type KnownSlot = { readonly flow: string; readonly slot: string; readonly value: Json }

/** What an agent gets with a hand-off, so that the customer need not say anything twice. */
export type Packet = HandoffItem & {
  readonly locale: string
  readonly channel: string
  readonly customer: { readonly id: string | null; readonly level: number }
  readonly reason: string
  /** What must come back: one of the outcomes, and these slots if the agent can fill them. */
  readonly outcomes: readonly string[]
  readonly fills: readonly string[]
  readonly slots: readonly KnownSlot[]
  readonly transcript: readonly Entry[]
  readonly view: View
}

/** The agents' side of conversations. */
export type Desk = {
  /** Hand-offs not closed, the highest priority first, then the oldest. */
  list(filter: {
    readonly queue?: string
    readonly status?: "queued" | "accepted"
  }): Promise<readonly HandoffItem[]>
  /** Throws `handoff-unknown`. */
  packet(handoff: string): Promise<Packet>
  /**
   * Does what an agent does; resolves with the new entries. Throws `handoff-unknown`, `handoff-not-open`,
   * `handoff-of-another`, `outcome-not-offered`, `slot-not-offered`, `wording-unknown`, `queue-unknown`.
   */
  act(
    handoff: string,
    agent: Agent,
    does: AgentAct,
  ): Promise<{ readonly entries: readonly Entry[]; readonly view: View }>
}

/** The main exit of a hand-off, which every one may return by. */
const MAIN_OUTCOME = "returned"

/** Returns the desk of one runtime. */
export function createDesk(shell: Shell): Desk {
  const { store, memory, deliver, registry, clock } = shell

  const find = async (id: string): Promise<HandoffRow> => {
    const row = await store.handoff(id)
    if (row === null) throw new Failure("handoff-unknown", `There is no hand-off "${id}".`)
    return row
  }

  const refuse = (row: HandoffRow, agent: Agent, does: AgentAct): void => {
    if (row.status === "closed") throw new Failure("handoff-not-open", `The hand-off "${row.id}" is closed.`)
    if (row.status === "queued" && does.act !== "accept") {
      throw new Failure("handoff-not-open", `Accept the hand-off "${row.id}" first.`)
    }
    if (row.status === "accepted" && row.agent !== agent.id) {
      throw new Failure("handoff-of-another", `The hand-off "${row.id}" is with agent "${row.agent}".`)
    }
    const current = registry.releases.current
    if (does.act === "wording" && !Object.hasOwn(current.wordings, does.wording)) {
      throw new Failure("wording-unknown", `The flow set has no wording "${does.wording}".`)
    }
    if (does.act === "transfer" && !Object.hasOwn(current.settings.queues, does.queue)) {
      const queues = Object.keys(current.settings.queues)
      throw new Failure("queue-unknown", `The flow set has no queue "${does.queue}".`, { queues })
    }
    if (does.act === "return") refuseReturn(row, does)
  }

  return {
    list: async (filter) => (await store.handoffs(filter)).map(toItem),
    packet: async (id) => {
      const row = await find(id)
      const { conversation, keys, view } = await memory.read(row.conversation)
      const entries = await readEntries(store, keys, row.conversation, 0, view.last)
      const { reason } = unsealJson<{ reason: string }>(keys, row.conversation, handoffPlace(id), row.sealed)
      const { locale, channel, customer } = conversation
      return {
        ...toItem(row),
        ...{ locale, channel, customer: { id: customer.id, level: customer.level }, reason },
        outcomes: parseNames(row.outcomes),
        fills: parseNames(row.fills),
        slots: Object.values(conversation.runs).flatMap((run) =>
          Object.values(run.scopes).flatMap(({ flow, slots }) =>
            Object.entries(slots).flatMap(([slot, { value }]) =>
              value === undefined ? [] : [{ flow, slot, value }],
            ),
          ),
        ),
        transcript: entries.filter(isTranscript),
        view,
      }
    },
    act: async (id, agent, does) => {
      const { conversation } = await find(id)
      const { entries, loaded } = await deliver.to(conversation, async () => {
        const row = await find(id)
        refuse(row, agent, does)
        if (does.act === "accept" && row.status === "accepted") return null
        return { input: { kind: "agent", handoff: id, agent, does, now: clock.now() } }
      })
      return { entries: entries.filter(isTranscript), view: loaded.view }
    },
  }
}

function refuseReturn(row: HandoffRow, does: Extract<AgentAct, { act: "return" }>): void {
  const outcomes = parseNames(row.outcomes)
  if (does.outcome !== MAIN_OUTCOME && !outcomes.includes(does.outcome)) {
    const offered = [MAIN_OUTCOME, ...outcomes]
    throw new Failure("outcome-not-offered", `The hand-off "${row.id}" cannot return "${does.outcome}".`, {
      outcomes: [...new Set(offered)],
    })
  }
  const fills = parseNames(row.fills)
  const strange = Object.keys(does.slots ?? {}).filter((slot) => !fills.includes(slot))
  if (strange.length > 0) {
    const message = `The hand-off "${row.id}" may not fill ${strange.map((slot) => `"${slot}"`).join(", ")}.`
    throw new Failure("slot-not-offered", message, { fills })
  }
}

function toItem(row: HandoffRow): HandoffItem {
  const { id, conversation, queue, status, priority, due, agent, created, accepted } = row
  return {
    ...{ id, conversation, queue, status, priority, due, agent, created, accepted },
    skills: parseNames(row.skills),
  }
}

function parseNames(json: string): readonly string[] {
  const names: unknown = JSON.parse(json)
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : []
}
