import { z } from "zod"
import type { ServiceResult } from "../../engine/types.ts"
import type { Call, Operation } from "../conversation/services/operation.ts"
import { createServices } from "../conversation/services/services.ts"
import { Failure } from "../failure.ts"
import { createSampleInsurer, type SampleInsurer } from "../sample-insurer/index.ts"

/** What the core tells of its own accord. */
export type CoreEvent = z.infer<typeof eventSchema>
const eventSchema = z.object({
  event: z.string(),
  correlation: z.record(z.string(), z.string()),
  payload: z.record(z.string(), z.union([z.string(), z.number()])),
})
const eventsSchema = z.object({ events: z.array(eventSchema) })

/** A core system of its own, for one conversation after another. */
export type IsolatedCore = {
  /** Performs a call of one of its operations, or of one that is given. */
  perform(call: Call, operation?: Operation): Promise<ServiceResult>
  /**
   * Does in people's place what the insurer's page can do (`claims/R1/pay`; "" for nothing), and returns the events
   * that the core has to tell of since it was last asked. Throws `core-act-refused` when it cannot be done.
   */
  play(act: string, now: string): Promise<readonly CoreEvent[]>
  /** Forgets all that was done: the next call meets a core as it was seeded. */
  readonly reset: () => void
}

/**
 * Returns the sample insurer as a port, without a network. It is made at the first call, so that a scenario whose calls are all stubbed costs nothing.
 */
export function createIsolatedCore(operations: Readonly<Record<string, Operation>>): IsolatedCore {
  let insurer: SampleInsurer | null = null
  let told = 0
  const services = createServices({
    baseUrl: "http://core.invalid",
    send: async ({ url, ...init }) => {
      insurer ??= createSampleInsurer({ file: null })
      const response = await insurer.app.request(url, init)
      return { status: response.status, text: await response.text() }
    },
    pause: async () => {},
  })
  return {
    perform: (call, operation) =>
      services.perform(operation === undefined ? operations : { [call.operation]: operation }, call),
    async play(act, now) {
      insurer ??= createSampleInsurer({ file: null })
      const init = { method: "POST", headers: { "x-now": now } }
      const done = act === "" ? null : await insurer.app.request(`/play/${act}`, init)
      if (done !== null && !done.ok)
        throw new Failure(
          "core-act-refused",
          `The core cannot do "${act}": it answers ${done.status} ${await done.text()}.`,
        )
      const kept = eventsSchema.parse(await (await insurer.app.request("/events")).json()).events
      const fresh = kept.slice(told)
      told = kept.length
      return fresh
    },
    reset() {
      told = 0
      insurer?.close()
      insurer = null
    },
  }
}
