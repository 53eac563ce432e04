import { createCalendar } from "../calendar/index.ts"
import type { Releases } from "../run/draft.ts"
import { holderOf, waitingFor } from "../run/moves.ts"
import { leafOf } from "../run/position.ts"
import type { AgentAct, Content, Entry, Json, ServiceResult } from "../types.ts"
import type { Understanding } from "../understand/index.ts"
import type { Scenario, Step, Stub, Stubs } from "./scenario.ts"
import { type ServiceCall, type ServicePort, type Session, startSession } from "./session.ts"

export type ScenarioFailure = { readonly step: number; readonly message: string }
export type ScenarioResult = {
  readonly failures: readonly ScenarioFailure[]
  readonly entries: readonly Entry[]
  readonly session: Session | null
}

export type ScenarioPorts = {
  readonly releases: Releases
  readonly understanding: Understanding
  /** Answers what has no stub; absent: such a call fails. */
  readonly port?: ServicePort
}

/** Runs one scenario; it stops at the first step that fails, since what follows would only repeat it. */
export async function runScenario(scenario: Scenario, ports: ScenarioPorts): Promise<ScenarioResult> {
  const stubs = createStubs(scenario.services ?? {}, ports.port)
  let session: Session | null = null
  let step = -1
  try {
    session = await startSession({
      ...ports,
      port: stubs.port,
      now: scenario.now,
      ...(scenario.locale === undefined ? {} : { locale: scenario.locale }),
      ...(scenario.channel === undefined ? {} : { channel: scenario.channel }),
      ...(scenario.customer === undefined ? {} : { customer: scenario.customer }),
      ...(scenario.opens === undefined ? {} : { flow: scenario.opens }),
    })
    const runner = createRunner(session, stubs, ports.releases)
    for (const [index, document] of scenario.steps.entries()) {
      step = index
      const message = await runner(document)
      if (message !== null) return { failures: [{ step, message }], entries: session.entries, session }
    }
    const turns = customerTurns(session.entries)
    if (scenario.turnsAtMost !== undefined && turns > scenario.turnsAtMost) {
      return {
        failures: [{ step, message: `It took ${turns} turns, at most ${scenario.turnsAtMost} are allowed.` }],
        entries: session.entries,
        session,
      }
    }
    return { failures: [], entries: session.entries, session }
  } catch (error) {
    return {
      failures: [{ step, message: error instanceof Error ? error.message : String(error) }],
      entries: session?.entries ?? [],
      session,
    }
  }
}

type StubPort = {
  readonly port: ServicePort
  readonly calls: readonly ServiceCall[]
  add(stubs: Stubs): void
}

function createStubs(initial: Stubs, fallback: ServicePort | undefined): StubPort {
  const queues = new Map<string, Stub[]>()
  const calls: ServiceCall[] = []
  const add = (stubs: Stubs) => {
    for (const [operation, stub] of Object.entries(stubs))
      queues.set(operation, Array.isArray(stub) ? [...stub] : [stub])
  }
  add(initial)
  return {
    calls,
    add,
    async port(call) {
      calls.push(call)
      const queue = queues.get(call.operation)
      const stub = queue !== undefined && queue.length > 1 ? queue.shift() : queue?.[0]
      if (stub !== undefined) return stub.later === true ? "later" : resultOf(stub)
      return fallback === undefined
        ? { is: "failed", reason: `"${call.operation}" has no stub` }
        : fallback(call)
    },
  }
}

function resultOf(stub: Stub): ServiceResult {
  if (stub.fails === true) return { is: "failed", reason: "the scenario says so" }
  if (stub.unknown === true) return { is: "unknown", reason: "the scenario says so" }
  if (stub.error !== undefined) return { is: "error", error: stub.error }
  return { is: "returned", output: stub.returns ?? {} }
}

function createRunner(
  session: Session,
  stubs: StubPort,
  releases: Releases,
): (step: Step) => Promise<string | null> {
  let since = 0
  let ended = 0
  let uploads = 0
  let shownBefore = 0
  const act = async (step: Step): Promise<string | null> => {
    const before = session.entries.length
    const seen = step.seen === "earlier" ? shownBefore : undefined
    const happens = isAct(step)
    if (happens) shownBefore = lastQuestionBefore(session)
    if (step.stub !== undefined) stubs.add(step.stub)
    if (step.restart === true) session.restart()
    if (step.customer !== undefined) await session.say(step.customer, seen)
    if (step.choose !== undefined) await session.choose(step.choose, seen)
    if (step.upload !== undefined) {
      uploads += 1
      const { name, mediaType } =
        typeof step.upload === "string" ? { name: step.upload, mediaType: undefined } : step.upload
      await session.upload({ id: `D${uploads}`, name, mediaType: mediaType ?? "image/jpeg", size: 1000 })
    }
    if (step.event !== undefined)
      await session.event(step.event.name, step.event.correlation, step.event.payload ?? {})
    if (step.agent !== undefined) for (const does of agentActs(step.agent)) await session.agent(does)
    if (step.wait !== undefined)
      await session.wait(
        createCalendar({ timeZone: releases.current.settings.timeZone }).addDuration(
          session.now(),
          step.wait,
        ),
      )
    if (step.service !== undefined) {
      const message = await serviceStep(step.service, session, stubs)
      if (message !== null) return message
    }
    if (happens) since = before
    return null
  }
  return async (step) => {
    const failed = await act(step)
    if (failed !== null) return failed
    const said = session.entries.slice(since)
    if (step.ends !== undefined) {
      const at = session.entries.findIndex(
        (entry, index) => index >= ended && entry.kind === "run.ended" && entry.open.outcome === step.ends,
      )
      if (at === -1) {
        const outcomes = session.entries.flatMap((entry) =>
          entry.kind === "run.ended" ? [`${entry.open.flow}: ${entry.open.outcome ?? ""}`] : [],
        )
        return `No run ended "${step.ends}". Ended: ${outcomes.join(", ") || "none"}.${stood(session)}`
      }
      ended = at + 1
    }
    return assertions(step, session, said, releases)
  }
}

/** Whether something happens in a step; one that only asserts leaves what was said last to the next one. */
function isAct(step: Step): boolean {
  const happens = [step.customer, step.choose, step.upload, step.event, step.agent, step.wait]
  return happens.some((part) => part !== undefined) || (step.service !== undefined && answers(step.service))
}

/** The screen of a customer who answers too early: the entry before the open question. */
function lastQuestionBefore(session: Session): number {
  return (session.conversation().question?.entry ?? session.conversation().entries) - 1
}

async function serviceStep(
  step: NonNullable<Step["service"]>,
  session: Session,
  stubs: StubPort,
): Promise<string | null> {
  const matches = (call: ServiceCall) =>
    call.operation === step.of && includesJson(call.input, step.with ?? {})
  const held = session.open.find((call) => call.operation === step.of)
  if (answers(step)) {
    if (held === undefined)
      return `No call of "${step.of}" waits for an answer. Waiting: ${session.open.map(({ operation }) => operation).join(", ") || "none"}.${stood(session)}`
    if (!matches(held))
      return `"${step.of}" was called with ${JSON.stringify(held.input)}, not with ${JSON.stringify(step.with)}.`
    await session.answer(held, resultOf(step))
    return null
  }
  const found = stubs.calls.filter(matches)
  if (found.length === 0) {
    const others = stubs.calls
      .filter(({ operation }) => operation === step.of)
      .map(({ input }) => JSON.stringify(input))
    return `"${step.of}" was not called with ${JSON.stringify(step.with ?? {})}. It was called with: ${others.join("; ") || "nothing"}.`
  }
  if (step.times !== undefined && found.length !== step.times)
    return `"${step.of}" was called ${found.length} times, not ${step.times}.`
  return null
}

function answers({ returns, error, fails, unknown }: NonNullable<Step["service"]>): boolean {
  return returns !== undefined || error !== undefined || fails === true || unknown === true
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

function assertions(step: Step, session: Session, said: readonly Entry[], releases: Releases): string | null {
  const conversation = session.conversation()
  if (step.at !== undefined && !positions(session).some((names) => names.includes(step.at ?? ""))) {
    return `It does not stand at "${step.at}".${stood(session)}`
  }
  if (step.bot !== undefined) {
    const contents = said.flatMap((entry) =>
      entry.kind === "bot.said"
        ? [{ about: entry.open.about, text: textOf(entry.personal.content), content: entry.personal.content }]
        : [],
    )
    const all = contents.map(({ text }) => text).join("\n")
    const { wording } = step.bot
    if (
      wording !== undefined &&
      !contents.some(
        ({ about, content }) =>
          (content.is === "checkpoint" && content.wording === wording) || about === wording,
      )
    ) {
      return `The wording "${wording}" was not shown. The bot said:\n${all}`
    }
    for (const part of listOf(step.bot.includes))
      if (!all.includes(part)) return `The bot did not say "${part}". It said:\n${all}`
    for (const part of listOf(step.bot.excludes))
      if (all.includes(part)) return `The bot said "${part}". It said:\n${all}`
  }
  for (const [name, value] of Object.entries(step.slots ?? {})) {
    const found = Object.values(conversation.runs).flatMap((run) =>
      Object.values(run.scopes).flatMap((scope) =>
        scope.slots[name]?.status === "filled" ? [scope.slots[name].value] : [],
      ),
    )
    if (!found.some((other) => JSON.stringify(other) === JSON.stringify(value)))
      return `The slot "${name}" is ${JSON.stringify(found[0])}, not ${JSON.stringify(value)}.`
  }
  const kept = [
    ...conversation.evidence,
    ...Object.values(conversation.runs).flatMap((run) => run.evidence),
  ].map(({ kind, wording }) => (kind === "identity" ? "identity" : wording))
  for (const wording of listOf(step.evidence))
    if (!kept.includes(wording))
      return `There is no evidence of "${wording}". There is: ${kept.join(", ") || "none"}.`
  for (const wording of listOf(step.noEvidence))
    if (kept.includes(wording)) return `There is evidence of "${wording}".`
  if (step.holder !== undefined && holderOf(conversation) !== step.holder)
    return `The conversation is held by "${holderOf(conversation)}", not "${step.holder}".${stood(session)}`
  if (step.waiting !== undefined && waitingFor(releases, conversation).kind !== step.waiting)
    return `It waits for "${waitingFor(releases, conversation).kind}", not "${step.waiting}".${stood(session)}`
  const turns = customerTurns(session.entries)
  if (step.turnsAtMost !== undefined && turns > step.turnsAtMost)
    return `It took ${turns} turns, at most ${step.turnsAtMost} are allowed.`
  return null
}

/** What the runs stand at, the one on top first: state, groups and `flow/state`; parked runs when none talks. */
function positions(session: Session): readonly (readonly string[])[] {
  const { stack, runs } = session.conversation()
  const ids = stack.length > 0 ? [stack.at(-1) ?? ""] : Object.keys(runs)
  return ids.flatMap((id) => {
    const run = runs[id]
    return run === undefined
      ? []
      : [
          run.position.flatMap((frame) => [
            leafOf(frame.value),
            `${frame.flow}/${leafOf(frame.value)}`,
            ...Object.keys(frame.visits),
          ]),
        ]
  })
}

function stood(session: Session): string {
  const where = positions(session).map((names) => names.filter((name) => name.includes("/")).join(" › "))
  const { question } = session.conversation()
  const last = session.entries.findLast((entry) => entry.kind === "bot.said")
  return ` It stands at ${where.join(", ") || "nothing"}${question === undefined ? "" : ` and asks for "${question.id}"`}. Last said: ${last?.kind === "bot.said" ? textOf(last.personal.content) : "nothing"}`
}

/** Returns all that a bubble says, for assertions and transcripts. */
export function textOf(content: Content): string {
  const rows = (list: readonly { readonly label: string; readonly value: string }[] | undefined) =>
    (list ?? []).map(({ label, value }) => `${label} ${value}`)
  switch (content.is) {
    case "text":
      return content.text
    case "question":
      return [content.text, ...rows(content.readBack)].join("\n")
    case "card": {
      const { title, figure, note } = content.card
      return [
        title,
        figure === undefined ? undefined : `${figure.label} ${figure.value}`,
        ...rows(content.card.rows),
        note,
      ]
        .filter((part) => part !== undefined)
        .join("\n")
    }
    case "link":
      return `${content.label} ${content.url}`
    case "file":
      return `${content.label} ${content.name}`
    case "checkpoint":
      return [content.title, content.text, ...rows(content.readBack)].join("\n")
  }
}

function customerTurns(entries: readonly Entry[]): number {
  return entries.filter((entry) => entry.kind === "customer.said").length
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === "string" ? [value] : value
}

function includesJson(value: Json | undefined, part: Json | undefined): boolean {
  if (typeof part !== "object" || part === null || Array.isArray(part))
    return JSON.stringify(value) === JSON.stringify(part)
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  return Object.entries(part).every(([key, inner]) => includesJson(Reflect.get(value, key), inner))
}
