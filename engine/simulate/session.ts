import type { Releases } from "../run/draft.ts"
import { isOffered, nextInput } from "../run/moves.ts"
import { openConversation, turn } from "../run/turn.ts"
import { understandContext } from "../run/understand-context.ts"
import type {
  AgentAct,
  Conversation,
  Customer,
  Document,
  Effect,
  Entry,
  Input,
  Json,
  Locale,
  ServiceResult,
  Values,
} from "../types.ts"
import { mood, type Understanding } from "../understand/index.ts"

export type ServiceCall = {
  readonly id: string
  readonly operation: string
  readonly input: Json
  readonly key?: string
  readonly now: string
}
/** Answers a service call; `later` keeps it open until the caller answers it by `answer`. */
export type ServicePort = (call: ServiceCall) => Promise<ServiceResult | "later">

export type SessionOptions = {
  readonly releases: Releases
  readonly understanding: Understanding
  readonly port: ServicePort
  readonly now: string
  readonly id?: string
  readonly locale?: Locale
  readonly channel?: string
  readonly customer?: Customer
  readonly flow?: string
  readonly slots?: Values
}

/** A conversation held in memory: the same turns as a live one, with a clock that only `wait` moves. */
export type Session = {
  readonly entries: readonly Entry[]
  /** Every turn that was taken: the conversation before it and its input. */
  readonly turns: readonly { readonly before: Conversation; readonly input: Input }[]
  readonly open: readonly ServiceCall[]
  conversation(): Conversation
  now(): string
  say(text: string, seen?: number): Promise<void>
  choose(choice: string, seen?: number): Promise<void>
  upload(document: Document): Promise<void>
  agent(does: AgentAct): Promise<void>
  event(event: string, correlation: Values | undefined, payload: Json): Promise<void>
  answer(call: ServiceCall, result: ServiceResult): Promise<void>
  /** Moves the clock, firing on its way every timer that falls due. */
  wait(until: string): Promise<void>
  /** Forgets everything but what is stored: state goes through JSON. */
  restart(): void
}

export async function startSession(options: SessionOptions): Promise<Session> {
  const { releases, understanding, port } = options
  const entries: Entry[] = []
  const turns: { before: Conversation; input: Input }[] = []
  const timers = new Map<string, string>()
  const held: ServiceCall[] = []
  let now = options.now
  let conversation = openConversation({
    id: options.id ?? "C1",
    locale: options.locale ?? releases.current.locales[0] ?? "zh",
    channel: options.channel ?? "test",
    release: releases.current.id,
  })

  const perform = async (effects: readonly Effect[]) => {
    for (const effect of effects) {
      if (effect.effect === "set-timer") timers.set(effect.timer, effect.due)
      if (effect.effect === "cancel-timer") timers.delete(effect.timer)
    }
    for (const effect of effects) {
      if (effect.effect !== "call") continue
      const call: ServiceCall = {
        id: effect.id,
        operation: effect.operation,
        input: effect.input,
        now,
        ...(effect.key === undefined ? {} : { key: effect.key }),
      }
      const result = await port(call)
      if (result === "later") held.push(call)
      else await deliver({ kind: "service", call: call.id, result, now })
    }
  }
  const deliver = async (input: Input): Promise<void> => {
    const result = turn(releases, conversation, input)
    turns.push({ before: conversation, input })
    conversation = result.conversation
    entries.push(...result.entries)
    await perform(result.effects)
    for (let next = nextInput(conversation); next !== null; next = nextInput(conversation))
      await deliver(understood({ ...next, now }))
  }
  const understood = (input: Input): Input => {
    if (input.kind !== "message") return input
    const commands = understanding.understand(understandContext(releases, conversation, now), input.text)
    return { ...input, commands, ...mood(input.text, conversation.heard) }
  }
  await deliver({
    kind: "open",
    now,
    ...(options.flow === undefined ? {} : { flow: options.flow }),
    ...(options.customer === undefined ? {} : { customer: options.customer }),
    ...(options.slots === undefined ? {} : { slots: options.slots }),
  })

  return {
    entries,
    turns,
    open: held,
    conversation: () => conversation,
    now: () => now,
    say: (text, seen = conversation.entries) =>
      deliver(understood({ kind: "message", text, commands: [], seen, now })),
    async choose(choice, seen = conversation.entries) {
      if (!isOffered(conversation, choice)) {
        const offered = conversation.question?.options?.map(({ key }) => key).join(", ")
        throw new Error(
          `"${choice}" is not offered now${offered === undefined ? "" : `; there are: ${offered}`}.`,
        )
      }
      await deliver({ kind: "choice", choice, seen, now })
    },
    upload: (document) => deliver({ kind: "upload", document, seen: conversation.entries, now }),
    async agent(does) {
      const handoff = Object.values(conversation.runs).find((run) => run.handoff !== undefined)?.handoff
      if (handoff === undefined) throw new Error("No hand-off is open for an agent to act on.")
      await deliver({ kind: "agent", handoff: handoff.id, agent: { id: "A1", name: "李" }, does, now })
    },
    event: (event, correlation, payload) =>
      deliver({ kind: "event", event, payload, now, ...(correlation === undefined ? {} : { correlation }) }),
    async answer(call, result) {
      held.splice(held.indexOf(call), 1)
      await deliver({ kind: "service", call: call.id, result, now })
    },
    async wait(until) {
      for (;;) {
        const due = [...timers]
          .filter(([, at]) => Date.parse(at) <= Date.parse(until))
          .sort((a, b) => Date.parse(a[1]) - Date.parse(b[1]) || (a[0] < b[0] ? -1 : 1))[0]
        if (due === undefined) break
        const [timer, at] = due
        timers.delete(timer)
        if (Date.parse(at) > Date.parse(now)) now = at
        await deliver({ kind: "timer", timer, now })
      }
      now = until
    },
    restart() {
      conversation = JSON.parse(JSON.stringify(conversation))
    },
  }
}
