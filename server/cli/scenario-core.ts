import type { Release, ServicePort } from "../../engine/index.ts"
import { createServices, type Services } from "../conversation/services/services.ts"
import { createSampleInsurer, type SampleInsurer, seededFile } from "../sample-insurer/index.ts"

/** A core system for one scenario. */
export type ScenarioCore = { readonly perform: ServicePort; readonly close: () => void }

/**
 * Returns the sample insurer as a port, without a network: made at the first call, as a copy of one that was seeded
 * once, so that a scenario whose calls are all stubbed costs nothing.
 */
export function createScenarioCore(operations: Release["operations"]): ScenarioCore {
  let opened: { readonly insurer: SampleInsurer; readonly services: Services } | null = null
  const open = () => {
    const insurer = createSampleInsurer({ file: seededFile() })
    const services = createServices({
      baseUrl: "http://core.invalid",
      fetch: async (input, init) => insurer.app.request(String(input), init ?? {}),
      pause: async () => {},
    })
    return { insurer, services }
  }
  return {
    perform(call) {
      opened ??= open()
      return opened.services.perform(operations, call)
    },
    close() {
      opened?.insurer.close()
    },
  }
}
