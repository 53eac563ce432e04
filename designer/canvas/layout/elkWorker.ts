import ElkApi from "elkjs/lib/elk-api.js"
import ElkWorker from "elkjs/lib/elk-worker.min.js?worker"
import type { Elk } from "./arrange.ts"

type Started = { readonly elk: Elk; readonly stop: () => void }
let started: Started | null = null

/** Stages are arranged each by itself: two at once where the machine can. */
const mostWorkers = 2

/** ELK in workers of its own, started when something is first arranged; the page never freezes. */
export function elkInWorker(): Elk {
  started ??= startElk()
  return started.elk
}

/** Ends what the workers are at; the next arrangement has new ones. */
export function stopElk(): void {
  started?.stop()
  started = null
}

type Worker = { readonly api: InstanceType<typeof ElkApi>; busy: number }

/** The second worker is started only when the first has something to do already. */
function startElk(): Started {
  const most = Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency))
  const workers: Worker[] = []
  const idlest = (): Worker => {
    const [first] = [...workers].sort((a, b) => a.busy - b.busy)
    if (first !== undefined && (first.busy === 0 || workers.length >= most)) return first
    const worker = { api: new ElkApi({ workerFactory: () => new ElkWorker() }), busy: 0 }
    workers.push(worker)
    return worker
  }
  return {
    elk: {
      async layout(graph) {
        const worker = idlest()
        worker.busy += 1
        try {
          return await worker.api.layout(graph)
        } finally {
          worker.busy -= 1
        }
      },
    },
    stop: () => {
      for (const { api } of workers) api.terminateWorker()
    },
  }
}
