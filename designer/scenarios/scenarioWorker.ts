import "../model/withoutEval.ts"
import {
  compileFlowSet,
  coverageOf,
  createUnderstanding,
  type FlowSetFiles,
  type Release,
  runScenarios,
  type Understanding,
} from "../../engine/index.ts"
import { createPageCore } from "../simulator/pageCore.ts"
import type { ScenarioReply, ScenarioRequest } from "./messages.ts"

/** How many outcomes come before coverage is told again. */
const between = 8

const core = createPageCore(send)
let ground: { readonly release: Release; readonly understanding: Understanding } | null = null
const passed = new Map<string, readonly string[]>()

addEventListener("message", ({ data }: MessageEvent<ScenarioRequest>) => {
  if (data.asks === "take") core.take(data)
  else void run(data.files, new Set(data.scenarios))
})

async function run(files: FlowSetFiles, wanted: ReadonlySet<string>): Promise<void> {
  if (ground === null) {
    const { release, diagnostics } = compileFlowSet(files)
    if (release === undefined) {
      send({ is: "flow-set-broken", diagnostics })
      return
    }
    ground = { release, understanding: createUnderstanding(release) }
  }
  const { release, understanding } = ground
  const tellCoverage = () => {
    const all = new Set([...passed.values()].flat())
    send({ is: "coverage", coverage: coverageOf(release, all, files).parts })
  }
  let since = 0
  await runScenarios(release, files, {
    ...{ understanding, core: core.of(release) },
    only: (file) => wanted.has(file),
    onOutcome(outcome) {
      passed.set(outcome.file, outcome.passed)
      send({ is: "outcome", outcome })
      since = (since + 1) % between
      if (since === 0) tellCoverage()
    },
  })
  tellCoverage()
  send({ is: "done" })
}

function send(reply: ScenarioReply): void {
  postMessage(reply)
}
