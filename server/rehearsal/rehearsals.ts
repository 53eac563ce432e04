import type { ServiceResult } from "../../engine/types.ts"
import type { Call, Operation } from "../conversation/services/operation.ts"
import { createIsolatedCore, type IsolatedCore } from "./isolated-core.ts"

/** Core systems for the conversations that analysts rehearse: each has a sample insurer of its own, never a real one. */
export type Rehearsals = {
  /** Performs one operation, as declared in a flow set that may not be saved yet. */
  perform(rehearsal: string, operation: Operation, call: Call): Promise<ServiceResult>
  /** Forgets what was done in a rehearsal: its next call meets a core as it was seeded. */
  reset(rehearsal: string): void
  close(): void
}

/** Returns them; of more than `most` the one that was used longest ago is forgotten. */
export function createRehearsals(most = 20): Rehearsals {
  const cores = new Map<string, IsolatedCore>()
  const forget = (rehearsal: string): void => {
    cores.get(rehearsal)?.reset()
    cores.delete(rehearsal)
  }
  return {
    perform(rehearsal, operation, call) {
      const core = cores.get(rehearsal) ?? createIsolatedCore({})
      cores.delete(rehearsal)
      cores.set(rehearsal, core)
      const [oldest] = cores.keys()
      if (cores.size > most && oldest !== undefined) forget(oldest)
      return core.perform(call, operation)
    },
    reset: forget,
    close() {
      for (const rehearsal of [...cores.keys()]) forget(rehearsal)
    },
  }
}
