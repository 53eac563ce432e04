import { fileURLToPath } from "node:url"
import {
  type Conversation,
  compileFlowSet,
  createUnderstanding,
  type Input,
  type Release,
  type Releases,
  startSession,
} from "../../engine/index.ts"
import { createServices } from "../../server/conversation/services/services.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"
import { createSampleInsurer } from "../../server/sample-insurer/index.ts"

/** The released flow set, and every turn of a whole surrender with the conversation before it. */
export type Recorded = {
  readonly release: Release
  readonly releases: Releases
  readonly turns: readonly { readonly before: Conversation; readonly input: Input }[]
}

const flows = fileURLToPath(new URL("../../flows", import.meta.url))

/** Holds a surrender of a signed-in customer up to the wait for payout, and records its turns. */
export async function recordSurrender(): Promise<Recorded> {
  const { release } = compileFlowSet(await readFlowFiles(flows))
  if (release === undefined) throw new Error("The flow set has errors; see npx colloquy check.")
  const releases = { current: release, all: { [release.id]: release } }
  const insurer = createSampleInsurer({ file: ":memory:" })
  const services = createServices({
    baseUrl: "http://core.invalid",
    send: async ({ url, ...init }) => {
      const response = await insurer.app.request(url, init)
      return { status: response.status, text: await response.text() }
    },
  })
  const session = await startSession({
    releases,
    understanding: createUnderstanding(release),
    now: "2026-03-02T10:00:00+08:00",
    customer: { id: "C1001", level: 2 },
    port: (call) => services.perform(release.operations, call),
  })
  await session.say("我要退保")
  await session.choose("skip")
  await session.choose("surrender")
  await session.choose("accept")
  await session.say("现在退能拿多少")
  await session.say("退到尾号8120的卡，不对，是6621")
  await session.choose("accept")
  insurer.close()
  const parked = Object.values(session.conversation().runs).some((run) => run.flow === "surrender")
  if (!parked)
    throw new Error("The recorded surrender did not come to its wait; the bench no longer fits the flow.")
  return { release, releases, turns: session.turns }
}
