import type { Release } from "../../compile/model.ts"
import type { Releases } from "../../run/draft.ts"
import { understandingInput } from "../../run/understanding-input.ts"
import type { AgentAct, Entry, Locale, SlotView } from "../../types.ts"
import type { Understanding } from "../../understand/index.ts"
import { type PlayPort, playInCore } from "../act.ts"
import { customerTurns } from "../assertions.ts"
import { includesJson } from "../includes-json.ts"
import { type ServiceCall, type ServicePort, type Session, startSession } from "../session.ts"
import { positions, stood } from "../standing.ts"
import type { CustomerDocument } from "./customers-file.ts"
import { inLanguage } from "./in-language.ts"
import { type CustomerAct, createCustomer } from "./simulated-customer.ts"
import { situationOf } from "./situation.ts"

/** One conversation of a simulated customer, measured. */
export type SimulatedRun = {
  readonly flow: string
  readonly customer: string
  readonly locale: Locale
  readonly seed: number
  readonly reached: boolean
  readonly turns: number
  /** Turns that the goal may take, and those of the customer's own chatter. */
  readonly turnsAllowed: number
  /** Questions asked again though they were answered. */
  readonly askedTwice: readonly string[]
  readonly misses: number
  readonly clarified: number
  readonly handoffs: number
  /** Whether the customer's goal takes a person: who he is, or what he wants, demands one. */
  readonly needsPerson: boolean
  /** What went wrong, each in a sentence; none when all is as it should be. */
  readonly findings: readonly string[]
  readonly entries: readonly Entry[]
}

export type SimulationPorts = {
  readonly releases: Releases
  readonly understanding: Understanding
  /** The core system, and what people do in it; a new one for each conversation. */
  readonly port: ServicePort
  readonly play?: PlayPort
}

/** No conversation of ours is as long as this; one that is turns in a circle. */
const MOST_ACTS = 80

/** Holds one conversation of a customer, from his first words until the matter rests. */
export async function simulateCustomer(
  written: CustomerDocument,
  of: { readonly flow: string; readonly customer: string; readonly locale: Locale; readonly seed: number },
  ports: SimulationPorts,
): Promise<SimulatedRun> {
  const { releases } = ports
  const document = inLanguage(written, of.locale)
  const calls: ServiceCall[] = []
  const session = await startSession({
    ...ports,
    async port(call) {
      const result = await ports.port(call)
      if (result !== "later" && result.is === "returned") calls.push(call)
      return result
    },
    now: document.now,
    locale: of.locale,
    ...(document.customer === undefined ? {} : { customer: document.customer }),
  })
  const customer = createCustomer(document, of)
  const askedTwice: string[] = []
  const findings: string[] = []
  const meanwhile = [...(document.meanwhile ?? [])]

  const watch = async (act: () => Promise<void>) => {
    const before = session.entries.length
    const question = session.conversation().question?.entry
    const told = new Set(customer.told)
    await act()
    const since = session.entries.slice(before)
    for (const entry of since) {
      if (entry.kind !== "slot.cleared" && entry.kind !== "slot.refused") continue
      told.delete(entry.open.slot)
      customer.told.delete(entry.open.slot)
    }
    const now = session.conversation().question
    if (now === undefined || now.entry === question) return
    if (now.kind === "slot" && told.has(now.id) && !now.id.includes(".")) askedTwice.push(now.id)
  }

  const begins = customer.begins(slotsOf(releases.current, of.flow, of.locale, document.now))
  await watch(() => session.say(begins))
  for (let acts = 0; ; acts += 1) {
    if (hasReached(document, of.flow, session)) break
    const [next] = meanwhile
    if (next !== undefined && isParkedAt(session, next.at)) {
      meanwhile.shift()
      await watch(() =>
        "core" in next
          ? playInCore(session, ports.play, next.core)
          : session.say(customer.comesBack(next.says)),
      )
      continue
    }
    const act = customer.replies(situationOf(releases, session))
    if (act.is === "is-done") {
      findings.push(`The goal was not reached.${stood(session)}`)
      break
    }
    if (act.is === "gives-up") {
      findings.push(`The customer ${act.why}.${stood(session)}`)
      break
    }
    if (acts === MOST_ACTS) {
      findings.push(`It went on without an end.${stood(session)}`)
      break
    }
    await watch(() => perform(act, document, session))
  }
  const turns = customerTurns(session.entries)
  const turnsAllowed = document.turnsAtMost + customer.extraTurns()
  const reached = findings.length === 0
  if (reached) findings.push(...notReceived(document, releases, calls))
  if (reached && turns > turnsAllowed) findings.push(`It took ${turns} turns; ${turnsAllowed} are allowed.`)
  const handoffs = session.entries.filter(({ kind }) => kind === "handoff.requested").length
  const needsPerson = document.desk !== undefined
  if (handoffs > 0 && !needsPerson) findings.push("A person was brought in, whom this goal does not take.")
  if (askedTwice.length > 0) findings.push(`Asked again though answered: ${askedTwice.join(", ")}.`)
  return {
    ...of,
    reached,
    turns,
    turnsAllowed,
    askedTwice,
    misses: started(session, "cannot-understand"),
    clarified: started(session, "clarify"),
    handoffs,
    needsPerson,
    findings,
    entries: session.entries,
  }
}

/** The slots of a flow and of the flows that it enters, as understanding sees them before anything is known. */
function slotsOf(
  release: Release,
  flow: string,
  locale: Locale,
  now: string,
): Readonly<Record<string, SlotView>> {
  const inner = Object.values(release.flows[flow]?.states ?? {}).flatMap(({ document }) =>
    document.type === "subflow" ? [document.flow] : [],
  )
  const slots = Object.assign({}, ...[...inner, flow].map((id) => release.flows[id]?.slots ?? {}))
  return understandingInput(release, { locale, now, slots }).slots
}

async function perform(act: CustomerAct, document: CustomerDocument, session: Session): Promise<void> {
  switch (act.is) {
    case "says":
      return session.say(act.text)
    case "chooses":
      return session.choose(act.key)
    case "uploads":
      return session.upload({ id: act.name, name: act.name, mediaType: "image/jpeg", size: 1000 })
    case "waits-for-desk":
      for (const does of deskActs(document, session)) await session.agent(does)
      return
    case "is-done":
    case "gives-up":
      return
  }
}

/** A person accepts and gives back as the customer's document says, else by the plain return. */
function deskActs(document: CustomerDocument, session: Session): readonly AgentAct[] {
  const { stack, runs } = session.conversation()
  const queue = runs[stack.at(-1) ?? ""]?.handoff?.queue ?? ""
  return [{ act: "accept" }, { act: "return", outcome: document.desk?.[queue] ?? "returned" }]
}

/** Whether nobody is asked, and a run waits at a state for what the outside tells. */
function isParkedAt(session: Session, state: string): boolean {
  return (
    session.conversation().stack.length === 0 && positions(session).some((names) => names.includes(state))
  )
}

function hasReached({ goal }: CustomerDocument, flow: string, session: Session): boolean {
  if (goal.at !== undefined && positions(session).some((names) => names.includes(goal.at ?? ""))) return true
  return session.entries.some(
    (entry) => entry.kind === "run.ended" && entry.open.flow === flow && entry.open.outcome === goal.ends,
  )
}

/** Returns what the core system received otherwise than the customer meant it. */
function notReceived(
  document: CustomerDocument,
  { current }: Releases,
  calls: readonly ServiceCall[],
): readonly string[] {
  const { receives: expected = {}, amendedBy = {} } = document.goal
  const missing = Object.entries(expected).flatMap(([operation, input]) => {
    const at = calls.findLastIndex((call) => call.operation === operation)
    const told = calls.filter(
      (call, index) => index === at || (index > at && call.operation === amendedBy[operation]),
    )
    if (at < 0) return [`"${operation}" was not called.`]
    const received = Object.assign({}, ...told.map((call) => call.input))
    return includesJson(received, input)
      ? []
      : [`"${operation}" received ${JSON.stringify(received)}, meant was ${JSON.stringify(input)}.`]
  })
  const amending = new Set(Object.keys(expected).map((operation) => amendedBy[operation]))
  const others = calls.filter(
    ({ operation }) =>
      expected[operation] === undefined &&
      !amending.has(operation) &&
      current.operations[operation]?.effect === "write",
  )
  return [...missing, ...others.map(({ operation }) => `"${operation}" was called, which nobody meant.`)]
}

/** How often a pattern started. */
function started(session: Session, pattern: string): number {
  return session.entries.filter((entry) => entry.kind === "run.started" && entry.open.flow === pattern).length
}
