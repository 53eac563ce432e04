import type { Release } from "../compile/model.ts"
import { leafOf } from "../run/position.ts"
import type { AgentAct, Conversation, Entry, Json, ServiceResult, Values } from "../types.ts"
import type { RehearsalAct } from "./act.ts"
import type { Rehearsal, RehearsalMark } from "./rehearsal.ts"
import { type Scenario, scenarioSchema } from "./scenario.ts"

/**
 * Returns a rehearsal as a scenario of a flow: its acts as steps, each followed by what ended and where the
 * conversation then stood, its own stubs, and stubs for the operations that were answered by hand. The rest is left to
 * the core system.
 */
export function toScenario(
  release: Release,
  { options, acts, marks, calls, session }: Rehearsal,
  named: { readonly title: string; readonly flow: string },
): Scenario {
  const steps = acts.flatMap((act, index) => {
    const [before, after] = [marks[index], marks[index + 1]]
    if (before === undefined || after === undefined) return []
    const since = session.entries.slice(before.entries, after.entries)
    return [toStep(act), ...endings(release, since), ...standing(before, after)]
  })
  const byHand = new Set(calls.flatMap(({ call, result }) => (result === "later" ? [call.operation] : [])))
  const answers = [...byHand].map((operation) => {
    const own = calls.filter(({ call }) => call.operation === operation)
    return [operation, own.map(({ result }) => toStub(result))] as const
  })
  return scenarioSchema.parse({
    scenario: named.title,
    flow: named.flow,
    locale: options.locale,
    now: options.now,
    customer: options.customer?.id == null ? undefined : options.customer,
    opens: options.flow,
    services:
      answers.length === 0 && options.stubs === undefined
        ? undefined
        : { ...options.stubs, ...Object.fromEntries(answers) },
    steps,
  })
}

function toStep(act: RehearsalAct): Values {
  switch (act.does) {
    case "say":
      return { customer: act.text }
    case "choose":
      return { choose: act.choice }
    case "upload":
      return { upload: act.document.name }
    case "agent":
      return { agent: toAgentStep(act.act) }
    case "event": {
      const { event: name, correlation, payload } = act
      return { event: { name, payload, ...(correlation === undefined ? {} : { correlation }) } }
    }
    case "core":
      return { core: act.act }
    case "wait":
      return { wait: act.period }
    case "answer":
      return { service: { of: act.operation, ...toStub(act.result) } }
    case "stub":
      return { stub: act.stubs }
  }
}

function toAgentStep(act: AgentAct): Values {
  switch (act.act) {
    case "accept":
      return { accept: true }
    case "message":
      return { message: act.text }
    case "note":
      return { note: act.text }
    case "wording":
      return { wording: act.wording }
    case "transfer":
      return { transfer: act.queue }
    case "resolve":
      return { resolve: true }
    case "return":
      return { returns: act.outcome, ...(act.slots === undefined ? {} : { slots: act.slots }) }
  }
}

function toStub(result: ServiceResult | "later"): { readonly [field: string]: Json } {
  if (result === "later") return { later: true }
  switch (result.is) {
    case "returned":
      return { returns: result.output }
    case "error":
      return { error: result.error }
    case "failed":
      return { fails: true }
    case "unknown":
      return { unknown: true }
  }
}

/** The outcomes of services that ended; what the patterns around them did is not what a scenario is about. */
function endings({ flows }: Release, since: readonly Entry[]): readonly Values[] {
  return since.flatMap((entry) =>
    entry.kind === "run.ended" &&
    entry.open.outcome !== undefined &&
    flows[entry.open.flow]?.isPattern === false
      ? [{ ends: entry.open.outcome }]
      : [],
  )
}

function standing(before: RehearsalMark, after: RehearsalMark): readonly Values[] {
  const at = placeOf(after.conversation)
  return at === null || at === placeOf(before.conversation) ? [] : [{ at }]
}

/** The innermost state of the run that talks, or of the only one that rests. */
function placeOf({ stack, runs }: Conversation): string | null {
  const ids = stack.length > 0 ? stack.slice(-1) : Object.keys(runs)
  const run = ids.length === 1 ? runs[ids[0] ?? ""] : undefined
  const frame = run?.position.at(-1)
  return frame === undefined ? null : `${frame.flow}/${leafOf(frame.value)}`
}
