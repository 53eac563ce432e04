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

function startElk(): Started {
  const count = Math.min(mostWorkers, navigator.hardwareConcurrency)
  const workers = Array.from(
    { length: Math.max(1, count) },
    () => new ElkApi({ workerFactory: () => new ElkWorker() }),
  )
  let next = 0
  return {
    elk: {
      layout(graph) {
        const worker = workers[next % workers.length]
        next += 1
        return worker === undefined
          ? Promise.reject(new Error("No worker was started."))
          : worker.layout(graph)
      },
    },
    stop: () => {
      for (const worker of workers) worker.terminateWorker()
    },
  }
}
