import { create } from "zustand"
import type { Elk } from "./arrange.ts"
import { elkInWorker, stopElk } from "./elkWorker.ts"

/** How far an arrangement under way has come, in stages of the flow; null while none is. */
export const useArranging = create<{
  readonly progress: { readonly done: number; readonly total: number } | null
}>()(() => ({ progress: null }))

let stop: (() => void) | null = null

/** Stops what is being arranged; everything stays where it was. */
export function stopArranging(): void {
  stop?.()
}

/** Arranges in the worker and tells how far it is. Returns null when it was stopped; a new one stops the one before. */
export async function arrangeVisibly<T>(
  work: (elk: Elk, onProgress: (done: number, total: number) => void) => Promise<T>,
): Promise<T | null> {
  stopArranging()
  let own = () => {}
  const stopped = new Promise<null>((resolve) => {
    own = () => {
      stopElk()
      resolve(null)
    }
  })
  stop = own
  useArranging.setState({ progress: { done: 0, total: 1 } })
  const onProgress = (done: number, total: number) => {
    if (stop === own) useArranging.setState({ progress: { done, total } })
  }
  try {
    return await Promise.race([work(elkInWorker(), onProgress), stopped])
  } finally {
    if (stop === own) {
      stop = null
      useArranging.setState({ progress: null })
    }
  }
}
