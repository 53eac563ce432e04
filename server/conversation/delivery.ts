import type { Logger } from "pino"
import type { Entry, Input, TurnResult } from "../../engine/types.ts"
import { Failure } from "../failure.ts"
import type { Metrics } from "../metrics.ts"
import type { ReleaseRegistry } from "../release/release-registry.ts"
import type { SecondReading } from "../understanding/second-reading.ts"
import { type DecidedCall, toChange } from "./change.ts"
import type { Clock } from "./clock.ts"
import type { Engine } from "./engine.ts"
import type { Feed } from "./feed.ts"
import { createLanes } from "./lanes.ts"
import { type Loaded, type Memory, releasesOf } from "./loaded.ts"
import { type Ticket, toAnswerRow, type WaitingRoom } from "./replies.ts"
import type { AnswerRow, Change, DocumentRow, Store } from "./store.ts"
import { isSettled, type View, viewOf } from "./view.ts"

/** One input, and what is committed with its turn. */
export type Delivery = {
  readonly input: Input
  /** The request that waits for the answer. */
  readonly ticket?: Ticket
  readonly answeredCall?: string
  readonly firedTimer?: string
  readonly documents?: readonly DocumentRow[]
  readonly answers?: readonly AnswerRow[]
  /** It comes from the inbox: dropped from there even when the engine cannot take it. */
  readonly fromInbox?: boolean
}

/** Where a delivery led. */
export type Delivered = {
  readonly loaded: Loaded
  /** Entries of its own turn and of those of the inbox around it, as far as this process took them. */
  readonly entries: readonly Entry[]
}

export type Deliver = {
  /**
   * Takes a turn: one after another within a conversation, committed before it resolves. `prepare` gives the input
   * from the conversation as it is, again after every lost compare-and-set (a message is then understood anew), or
   * null when nothing is to be done; what it throws is thrown here.
   */
  to(conversation: string, prepare: (loaded: Loaded) => Promise<Delivery | null>): Promise<Delivered>
  /** Takes the first turn of a new conversation. */
  first(loaded: Loaded, delivery: Delivery): Promise<Delivered>
  /** Runs work in the conversation's order without a turn. */
  inOrder<T>(conversation: string, work: () => Promise<T>): Promise<T>
  idle(): Promise<void>
}

export type DeliverDeps = {
  readonly engine: Engine
  readonly store: Store
  readonly memory: Memory
  readonly registry: ReleaseRegistry
  readonly clock: Clock
  readonly feed: Feed
  readonly waitingRoom: WaitingRoom
  readonly digest: (name: string, value: unknown) => Buffer
  readonly metrics: Metrics
  readonly log: Logger
  /** A language model, where one is configured. */
  readonly readAgain?: SecondReading
  /** The last entry that the customer is known to have, beyond what is stored. */
  readonly sentTo: (conversation: string) => number
  /** Called after every commit, with what may now leave the process. */
  readonly onCommitted: (done: { readonly calls: readonly DecidedCall[]; readonly change: Change }) => void
}

const MAX_TRIES = 10
/** Awaited between deciding a turn and sealing it: all turns of a round are decided, then all are sealed. */
const othersDecide = Promise.resolve()

/** Returns the delivery of turns. */
export function createDeliver(deps: DeliverDeps): Deliver {
  const { engine, store, memory, registry, waitingRoom, feed, log } = deps
  const lanes = createLanes()

  const decide = (before: Loaded, delivery: Delivery): { result: TurnResult; view: View } => {
    const { releases } = registry
    const attempt = (conversation: Loaded["conversation"], input: Input) => {
      const result = engine.turn(releases, conversation, input)
      return { result, view: viewOf(engine, releases, result.conversation) }
    }
    try {
      return attempt(before.conversation, delivery.input)
    } catch (error) {
      deps.metrics.count("colloquy_turn_bugs_total")
      const { kind, now } = delivery.input
      log.error(
        { ...describe(error), conversation: before.row.id, seq: before.row.seq, input: kind },
        "turn failed",
      )
      const { inbox } = before.conversation
      const standing = delivery.fromInbox
        ? { ...before.conversation, inbox: inbox.slice(1) }
        : before.conversation
      try {
        return attempt(standing, { kind: "problem", code: "internal-error", now })
      } catch (second) {
        log.error({ ...describe(second), conversation: before.row.id }, "the problem turn failed too")
        throw new Failure(
          "internal",
          `A turn of conversation "${before.row.id}" failed; its last state stands.`,
        )
      }
    }
  }

  /** Takes one turn and commits it; null when another process was first. */
  const take = async (before: Loaded, isNew: boolean, delivery: Delivery): Promise<Delivered | null> => {
    const startedAt = performance.now()
    const { id } = before.row
    const preparing = registry.prepare(releasesOf(before.conversation))
    if (preparing !== undefined) await preparing
    const { result, view } = decide(before, delivery)
    await othersDecide
    const settled = isSettled(view) && engine.nextInput(result.conversation) === null
    const { ticket, input } = delivery
    const waiting = waitingRoom.tickets(id)
    const tickets = ticket === undefined ? waiting : [...waiting, ticket]
    const kept = settled ? tickets : ticket === undefined ? [] : [ticket]
    const reaches = feed.reachesCustomer(id) || (settled && tickets.length > 0)
    const { change, after, calls } = toChange(before, isNew, input, result, view, deps.digest, {
      ...(delivery.answeredCall === undefined ? {} : { answeredCall: delivery.answeredCall }),
      ...(delivery.firedTimer === undefined ? {} : { firedTimer: delivery.firedTimer }),
      answers: [
        ...(delivery.answers ?? []),
        ...kept.flatMap((one) => toAnswerRow(id, before.keys, one, settled ? view : null, input.now) ?? []),
      ],
      documents: delivery.documents ?? [],
      sent: reaches ? result.conversation.entries : Math.max(before.row.sent, deps.sentTo(id)),
    })
    if ((await store.commit(change)) === "lost") {
      deps.metrics.count("colloquy_turns_lost_total")
      memory.forget(id)
      return null
    }
    before.keys.kept()
    memory.keep(after)
    deps.metrics.count("colloquy_turns_total", input.kind)
    deps.metrics.observeTurn((performance.now() - startedAt) / 1000)
    deps.onCommitted({ calls, change })
    feed.publish({ conversation: id, entries: result.entries, view })
    for (const one of tickets) one.hear(result.entries)
    if (settled) {
      ticket?.resolve(view)
      waitingRoom.settle(id, view)
    } else if (ticket !== undefined) {
      waitingRoom.enter(id, ticket)
    }
    return { loaded: after, entries: result.entries }
  }

  /** Takes what waits in the inbox and may now be taken, then `prepare`'s input, then the inbox again. */
  const carryOn = async (
    id: string,
    prepare: (loaded: Loaded) => Promise<Delivery | null>,
    begun: Delivered | null,
  ): Promise<Delivered> => {
    const entries: Entry[] = [...(begun?.entries ?? [])]
    let loaded = begun?.loaded
    let own = begun !== null
    for (let lost = 0; lost < MAX_TRIES; ) {
      loaded ??= await memory.load(id)
      const waiting = engine.nextInput(loaded.conversation)
      if (waiting === null && own) return { loaded, entries }
      const delivery = waiting === null ? await prepare(loaded) : await inboxDelivery(loaded, waiting)
      if (delivery === null) return { loaded, entries }
      const taken = await take(loaded, false, delivery)
      if (taken === null) lost += 1
      else if (waiting === null) own = true
      entries.push(...(taken?.entries ?? []))
      loaded = taken?.loaded
    }
    throw new Failure(
      "store-busy",
      `Conversation "${id}" is busy elsewhere: send the message again in a second.`,
    )
  }

  const inboxDelivery = async (loaded: Loaded, waiting: Input): Promise<Delivery> => {
    const input = { ...waiting, now: deps.clock.now() }
    if (input.kind !== "message") return { input, fromInbox: true }
    const read = await understand(deps, loaded, input.text, input.now)
    return { input: { ...input, ...read }, fromInbox: true }
  }

  return {
    to: (id, prepare) => lanes.run(id, () => carryOn(id, prepare, null)),
    first: (loaded, delivery) =>
      lanes.run(loaded.row.id, async () => {
        const taken = await take(loaded, true, delivery)
        if (taken === null) throw new Failure("internal", `The id "${loaded.row.id}" was given twice.`)
        return carryOn(loaded.row.id, async () => null, taken)
      }),
    inOrder: (id, work) => lanes.run(id, work),
    idle: () => lanes.idle(),
  }
}

/** Reads a message as the conversation stands: what it asks for, and how it sounds. */
export async function understand(
  deps: Pick<DeliverDeps, "engine" | "registry" | "readAgain">,
  loaded: Loaded,
  text: string,
  now: string,
) {
  const { engine, registry, readAgain } = deps
  const { understanding } = registry
  const context = engine.understandContext(registry.releases, loaded.conversation, now)
  const commands = understanding.understand(context, text)
  const isHeard = readAgain !== undefined && engine.holderOf(loaded.conversation) === "bot"
  const read = isHeard ? await readAgain(understanding, context, text, commands) : { commands }
  return { ...read, ...engine.mood(text, loaded.conversation.heard) }
}

/** The kind and place of an error. Its message may quote what the customer said, so it is left out. */
function describe(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  return { error: error.name, at: at.slice(0, 8).map((line) => line.trim()) }
}
