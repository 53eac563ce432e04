import type { Release, ServicePort } from "../../engine/index.ts"
import { createServices } from "../conversation/services/services.ts"
import { createSampleInsurer, type SampleInsurer, seededFile } from "../sample-insurer/index.ts"

/** The core system of one scenario after another. */
export type ScenarioCore = {
  readonly perform: ServicePort
  /** Forgets all that was done: the next call meets a core as it was seeded. */
  readonly reset: () => void
}

/**
 * Returns the sample insurer as a port, without a network. It is made at the first call, as a copy of one that was
 * seeded once, so that a scenario whose calls are all stubbed costs nothing.
 */
export function createScenarioCore(operations: Release["operations"]): ScenarioCore {
  let insurer: SampleInsurer | null = null
  const services = createServices({
    baseUrl: "http://core.invalid",
    fetch: async (input, init) => {
      insurer ??= createSampleInsurer({ file: seededFile() })
      return insurer.app.request(String(input), init ?? {})
    },
    pause: async () => {},
  })
  return {
    perform: (call) => services.perform(operations, call),
    reset() {
      insurer?.close()
      insurer = null
    },
  }
}
