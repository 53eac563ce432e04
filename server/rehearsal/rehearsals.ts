import type { ServiceResult } from "../../engine/types.ts"
import type { Call, Operation } from "../conversation/services/operation.ts"
import { type CoreEvent, createIsolatedCore, type IsolatedCore } from "./isolated-core.ts"

/** Core systems for the conversations that analysts rehearse: each has a sample insurer of its own, never a real one. */
export type Rehearsals = {
  /** Performs one operation, as declared in a flow set that may not be saved yet. */
  perform(rehearsal: string, operation: Operation, call: Call): Promise<ServiceResult>
  /** Does in people's place what the insurer's page can do; returns the events that the core then has to tell of. */
  play(rehearsal: string, act: string, now: string): Promise<readonly CoreEvent[]>
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
  const coreOf = (rehearsal: string): IsolatedCore => {
    const core = cores.get(rehearsal) ?? createIsolatedCore({})
    cores.delete(rehearsal)
    cores.set(rehearsal, core)
    const [oldest] = cores.keys()
    if (cores.size > most && oldest !== undefined) forget(oldest)
    return core
  }
  return {
    perform: (rehearsal, operation, call) => coreOf(rehearsal).perform(call, operation),
    play: (rehearsal, act, now) => coreOf(rehearsal).play(act, now),
    reset: forget,
    close() {
      for (const rehearsal of [...cores.keys()]) forget(rehearsal)
    },
  }
}
