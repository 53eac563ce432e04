import ElkApi from "elkjs/lib/elk-api.js"
import ElkWorker from "elkjs/lib/elk-worker.min.js?worker"
import type { Elk } from "./arrange.ts"

let started: Elk | null = null

/** ELK in a worker of its own, started when something is first arranged; the page never freezes. */
export function elkInWorker(): Elk {
  started ??= new ElkApi({ workerFactory: () => new ElkWorker() })
  return started
}
