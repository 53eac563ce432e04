import { create } from "zustand"
import type { Coverage, Diagnostic, FlowSetFiles, ScenarioOutcome } from "../../engine/index.ts"
import { reachCore } from "../simulator/reachCore.ts"
import { runsAlike } from "../simulator/rehearsalStore.ts"
import type { ScenarioReply, ScenarioRequest } from "./messages.ts"

export type ScenarioState = {
  /** By file what its last run came to. */
  readonly outcomes: Readonly<Record<string, ScenarioOutcome>>
  /** Still to be run; empty when none runs. */
  readonly waiting: readonly string[]
  /** How many the present run has in all. */
  readonly total: number
  /** Of all flows, by what was run so far. */
  readonly coverage: readonly Coverage[]
  /** The flow set that they were run with. */
  readonly ranWith: FlowSetFiles
  /** The flow set has errors, so nothing was run. */
  readonly errors: readonly Diagnostic[]
  /** The scenario that is looked at. */
  readonly selected: string | null
}

const nothing: ScenarioState = {
  ...{ outcomes: {}, waiting: [], total: 0, coverage: [], ranWith: {}, errors: [], selected: null },
}

export const useScenarios = create<ScenarioState>()(() => nothing)

let worker: Worker | null = null

/** What one can do with the scenarios of the open flow set. */
export const scenarios = {
  /** Runs these files against the flow set as it is being edited; what an earlier flow set came to is forgotten. */
  run(files: FlowSetFiles, wanted: readonly string[]): void {
    if (wanted.length === 0 || useScenarios.getState().waiting.length > 0) return
    const { ranWith } = useScenarios.getState()
    if (worker === null || !runsAlike(files, ranWith)) begin()
    useScenarios.setState({ waiting: wanted, total: wanted.length, ranWith: files, errors: [] })
    ask({ asks: "run", files, scenarios: wanted })
  },
  /** Stops; what came so far stays. */
  cancel(): void {
    worker?.terminate()
    worker = null
    useScenarios.setState({ waiting: [] })
  },
  select(selected: string | null): void {
    useScenarios.setState({ selected })
  },
}

function begin(): void {
  worker?.terminate()
  const { selected } = useScenarios.getState()
  useScenarios.setState({ ...nothing, selected })
  const started = new Worker(new URL("./scenarioWorker.ts", import.meta.url), { type: "module" })
  // Nobody else's rehearsal meets this insurer.
  const core = crypto.randomUUID()
  started.addEventListener("message", ({ data }: MessageEvent<ScenarioReply>) => {
    if (started !== worker) return
    if (data.is === "core") void reachCore(core, data).then((answer) => started.postMessage(answer))
    else useScenarios.setState((state) => changeBy(state, data))
  })
  worker = started
}

function ask(request: ScenarioRequest): void {
  worker?.postMessage(request)
}

function changeBy(
  { outcomes, waiting }: ScenarioState,
  reply: Exclude<ScenarioReply, { is: "core" }>,
): Partial<ScenarioState> {
  switch (reply.is) {
    case "outcome": {
      const { file } = reply.outcome
      return {
        outcomes: { ...outcomes, [file]: reply.outcome },
        waiting: waiting.filter((each) => each !== file),
      }
    }
    case "coverage":
      return { coverage: reply.coverage }
    case "done":
      return { waiting: [] }
    case "flow-set-broken":
      worker?.terminate()
      worker = null
      return { waiting: [], errors: reply.diagnostics.filter(({ severity }) => severity === "error") }
  }
}
