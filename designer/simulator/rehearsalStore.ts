import { create } from "zustand"
import {
  type Diagnostic,
  type FlowSetFiles,
  isReleased,
  type Locale,
  type RehearsalAct,
  type RehearsalOptions,
  type Scenario,
} from "../../engine/index.ts"
import { reachCore } from "./reachCore.ts"
import type { RehearsalReply, RehearsalRequest, Scene } from "./scene.ts"

export type RehearsalState = {
  /** Null until a conversation was begun. */
  readonly scene: Scene | null
  readonly isBusy: boolean
  readonly isByHand: boolean
  readonly reader: Locale
  /** Why the last thing asked for was not done. */
  readonly refusal: string | null
  /** The flow set has errors: the conversation goes on with the one before them. */
  readonly errors: readonly Diagnostic[]
}

const beginning: RehearsalState = {
  scene: null,
  isBusy: false,
  isByHand: false,
  reader: "zh",
  refusal: null,
  errors: [],
}

export const useRehearsal = create<RehearsalState>()(() => beginning)

let worker: Worker | null = null
/** The flow set that the worker has. */
let held: FlowSetFiles = {}
let underway = 0
let onScenario: ((scenario: Scenario) => void) | null = null

/** What one can do with the rehearsal of this page. */
export const rehearsal = {
  start(files: FlowSetFiles, options: RehearsalOptions): void {
    held = files
    ask({ asks: "start", files, options })
  },
  /** Takes up a scenario after its first `count` steps. */
  open(files: FlowSetFiles, scenario: Scenario, count: number): void {
    held = files
    ask({ asks: "open", files, scenario, count })
  },
  act: (act: RehearsalAct) => ask({ asks: "act", act }),
  backTo: (count: number) => ask({ asks: "back", count }),
  /** The flow set was edited: the same acts are held against it. A layout or a scenario changes no conversation. */
  edited(files: FlowSetFiles): void {
    if (useRehearsal.getState().scene === null || runsAlike(files, held)) return
    held = files
    ask({ asks: "edit", files })
  },
  /** Calls to services wait for an answer given by hand, or the sample insurer answers them. */
  answerByHand(isByHand: boolean): void {
    useRehearsal.setState({ isByHand })
    if (worker !== null) settings()
  },
  /** Names states and slots in the language of who looks on. */
  readIn(reader: Locale): void {
    useRehearsal.setState({ reader })
    if (worker !== null) settings()
  },
  toScenario(title: string, flow: string): Promise<Scenario> {
    return new Promise((resolve) => {
      onScenario = resolve
      ask({ asks: "scenario", title, flow })
    })
  },
  end(): void {
    worker?.terminate()
    worker = null
    underway = 0
    const { isByHand, reader } = useRehearsal.getState()
    useRehearsal.setState({ ...beginning, isByHand, reader })
  },
}

/** Whether conversations go alike with both: layouts and scenarios change none. */
export function runsAlike(one: FlowSetFiles, other: FlowSetFiles): boolean {
  const released = Object.keys({ ...one, ...other }).filter(isReleased)
  return released.every((file) => one[file] === other[file])
}

function ask(request: RehearsalRequest): void {
  const isNew = worker === null
  worker ??= startWorker()
  if (isNew) settings()
  underway += 1
  useRehearsal.setState({ isBusy: true })
  worker.postMessage(request)
}

function settings(): void {
  const { isByHand: byHand, reader } = useRehearsal.getState()
  ask({ asks: "settings", byHand, reader })
}

function startWorker(): Worker {
  const started = new Worker(new URL("./rehearsalWorker.ts", import.meta.url), { type: "module" })
  // One core system for each worker: what a rehearsal did is nothing to the next.
  const core = crypto.randomUUID()
  started.addEventListener("message", ({ data }: MessageEvent<RehearsalReply>) => {
    if (data.is === "core") {
      void reachCore(core, data).then((answer) => started.postMessage(answer satisfies RehearsalRequest))
      return
    }
    underway -= 1
    useRehearsal.setState({ isBusy: underway > 0, ...changeBy(data) })
  })
  return started
}

function changeBy(reply: Exclude<RehearsalReply, { is: "core" }>): Partial<RehearsalState> {
  switch (reply.is) {
    case "scene":
      return { scene: reply.scene, refusal: null, errors: [] }
    case "refused":
      return { refusal: reply.why }
    case "flow-set-broken":
      return { errors: reply.diagnostics.filter(({ severity }) => severity === "error") }
    case "scenario":
      onScenario?.(reply.scenario)
      return {}
    case "nothing":
      return {}
  }
}
