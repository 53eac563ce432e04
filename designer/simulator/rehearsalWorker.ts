import "../model/withoutEval.ts"
import {
  backTo,
  compileFlowSet,
  createUnderstanding,
  type FlowSetFiles,
  type Frame,
  holderOf,
  type Rehearsal,
  type RehearsalGround,
  type Release,
  rehearse,
  rehearseAgain,
  rehearseScenario,
  startRehearsal,
  toScenario,
  waitingFor,
} from "../../engine/index.ts"
import { factsOf } from "./facts.ts"
import { createPageCore } from "./pageCore.ts"
import type { RehearsalReply, RehearsalRequest, Scene } from "./scene.ts"
import { traceOf } from "./trace.ts"

// Compiling and training take a good part of a second: in a worker no keystroke waits for them.
const core = createPageCore((question) => postMessage(question satisfies RehearsalReply))
let isByHand = false
let reader = "zh"
let held: { readonly ground: RehearsalGround; readonly rehearsal: Rehearsal } | null = null
let last: Promise<unknown> = Promise.resolve()

addEventListener("message", ({ data }: MessageEvent<RehearsalRequest>) => {
  if (data.asks === "take") {
    core.take(data)
    return
  }
  last = last.then(async () => postMessage(await answer(data).catch(refusal)))
})

function refusal(error: unknown): RehearsalReply {
  return { is: "refused", why: error instanceof Error ? error.message : String(error) }
}

async function answer(request: Exclude<RehearsalRequest, { asks: "take" }>): Promise<RehearsalReply> {
  if (request.asks === "settings") {
    isByHand = request.byHand
    reader = request.reader
    return shown()
  }
  if (request.asks === "start" || request.asks === "open" || request.asks === "edit") {
    const ground = groundOf(request.files)
    if ("is" in ground) return ground
    if (request.asks === "start") held = { ground, rehearsal: await startRehearsal(ground, request.options) }
    else if (request.asks === "open")
      held = { ground, rehearsal: await rehearseScenario(ground, request.scenario, request.count) }
    else if (held !== null) held = { ground, rehearsal: await rehearseAgain(ground, held.rehearsal) }
    return shown()
  }
  if (held === null) throw new Error("No conversation was begun.")
  const { ground, rehearsal } = held
  switch (request.asks) {
    case "act":
      held = { ground, rehearsal: await rehearse(ground, rehearsal, request.act) }
      return shown()
    case "back":
      held = { ground, rehearsal: await backTo(ground, rehearsal, request.count) }
      return shown()
    case "scenario": {
      const { title, flow } = request
      return { is: "scenario", scenario: toScenario(ground.releases.current, rehearsal, { title, flow }) }
    }
  }
}

function groundOf(files: FlowSetFiles): RehearsalGround | RehearsalReply {
  const { release, diagnostics } = compileFlowSet(files)
  if (release === undefined) return { is: "flow-set-broken", diagnostics }
  return {
    releases: { current: release, all: { [release.id]: release } },
    understanding: createUnderstanding(release),
    core: core.of(release),
    isByHand: () => isByHand,
  }
}

/** The state in which a frame stands. */
function stateAt(release: Release, frame: Frame | undefined) {
  const states = release.flows[frame?.flow ?? ""]?.states ?? {}
  const leaf = Object.keys(frame?.visits ?? {}).find((id) => states[id]?.document.type !== "group")
  return states[leaf ?? ""]?.document
}

function shown(): RehearsalReply {
  if (held === null) return { is: "nothing" }
  const { ground, rehearsal } = held
  const { session, options, acts, marks, stopped } = rehearsal
  const conversation = session.conversation()
  const release = ground.releases.current
  const counts = marks.map(({ entries }) => entries)
  const run = conversation.runs[conversation.stack.at(-1) ?? ""]
  const frame = run?.position.at(-1)
  const handoff = run?.handoff === undefined ? undefined : stateAt(release, frame)
  const scene: Scene = {
    options,
    acts,
    marks: counts,
    entries: [...session.entries],
    trace: traceOf(release, { acts, marks: counts, entries: session.entries }, reader),
    facts: factsOf(release, conversation, reader),
    conversation,
    waitingFor: waitingFor(ground.releases, conversation),
    holder: holderOf(conversation),
    now: session.now(),
    open: [...session.open],
    outcomes: handoff?.type === "handoff" ? ["returned", ...(handoff.returns ?? [])] : [],
    queues: Object.keys(release.settings.queues),
    errors: Object.fromEntries(
      session.open.map(({ operation }) => [
        operation,
        Object.keys(release.operations[operation]?.errors ?? {}),
      ]),
    ),
    events: Object.keys(release.settings.events ?? {}),
    active: Object.values(conversation.runs).flatMap((run) =>
      run.position.flatMap(({ flow, visits }) => Object.keys(visits).map((state) => `${flow}/${state}`)),
    ),
    ...(stopped === undefined ? {} : { stopped }),
  }
  return { is: "scene", scene }
}
