import type { ServiceResult } from "../types.ts"
import type { Stub, Stubs } from "./scenario.ts"
import type { ServiceCall, ServicePort } from "./session.ts"

/** A port that answers by stubs, and remembers every call. */
export type StubPort = {
  readonly port: ServicePort
  readonly calls: readonly ServiceCall[]
  add(stubs: Stubs): void
}

/** Returns a port that answers by these stubs, and by `fallback` what has none; without it such a call fails. */
export function createStubs(initial: Stubs, fallback: ServicePort | undefined): StubPort {
  const queues = new Map<string, Stub[]>()
  const calls: ServiceCall[] = []
  const add = (stubs: Stubs) => {
    for (const [operation, stub] of Object.entries(stubs))
      queues.set(operation, Array.isArray(stub) ? [...stub] : [stub])
  }
  add(initial)
  return {
    calls,
    add,
    async port(call) {
      calls.push(call)
      const queue = queues.get(call.operation)
      const stub = queue !== undefined && queue.length > 1 ? queue.shift() : queue?.[0]
      if (stub !== undefined) return stub.later === true ? "later" : resultOf(stub)
      return fallback === undefined
        ? { is: "failed", reason: `"${call.operation}" has no stub` }
        : fallback(call)
    },
  }
}

/** Returns the result that a stub stands for. */
export function resultOf(stub: Stub): ServiceResult {
  if (stub.fails === true) return { is: "failed", reason: "the scenario says so" }
  if (stub.unknown === true) return { is: "unknown", reason: "the scenario says so" }
  if (stub.error !== undefined) return { is: "error", error: stub.error }
  return { is: "returned", output: stub.returns ?? {} }
}
