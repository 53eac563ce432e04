import type { ServiceResult } from "../../engine/types.ts"
import type { Call, Operation } from "../conversation/services/operation.ts"
import { createServices } from "../conversation/services/services.ts"
import { createSampleInsurer, type SampleInsurer, seededFile } from "../sample-insurer/index.ts"

/** A core system of its own, for one conversation after another. */
export type IsolatedCore = {
  /** Performs a call of one of its operations, or of one that is given. */
  perform(call: Call, operation?: Operation): Promise<ServiceResult>
  /** Forgets all that was done: the next call meets a core as it was seeded. */
  readonly reset: () => void
}

/**
 * Returns the sample insurer as a port, without a network. It is made at the first call, as a copy of one that was
 * seeded once, so that a scenario whose calls are all stubbed costs nothing.
 */
export function createIsolatedCore(operations: Readonly<Record<string, Operation>>): IsolatedCore {
  let insurer: SampleInsurer | null = null
  const services = createServices({
    baseUrl: "http://core.invalid",
    send: async ({ url, ...init }) => {
      insurer ??= createSampleInsurer({ file: seededFile() })
      const response = await insurer.app.request(url, init)
      return { status: response.status, text: await response.text() }
    },
    pause: async () => {},
  })
  return {
    perform: (call, operation) =>
      services.perform(operation === undefined ? operations : { [call.operation]: operation }, call),
    reset() {
      insurer?.close()
      insurer = null
    },
  }
}
