import { Hono } from "hono"
import { operations } from "./operations/operations.ts"
import { addPages } from "./pages/pages.ts"
import { addPlay } from "./pages/play.ts"
import { addPlayDisclosures } from "./pages/play-disclosures.ts"
import { addPlayPremiums } from "./pages/play-premiums.ts"
import { borrowSeeded, giveBack, openSeeded } from "./seed/seeded.ts"
import { createDeliveries } from "./serving/deliveries.ts"
import type { EventTarget } from "./serving/events.ts"
import { createFaults } from "./serving/faults.ts"
import { serve } from "./serving/serve.ts"

export type SampleInsurerOptions = {
  /** SQLite file, or `:memory:`; a new one is seeded. Null for a seeded one in memory that others had before. */
  readonly file: string | null
  /** Colloquy's `/api/events`; without it events are kept and not sent. */
  readonly eventsUrl?: string
  /** Server key sent with events as `Authorization: Bearer …`. */
  readonly eventsKey?: string
  /** Where customers reach this app's pages, for links in answers; links are relative without it. */
  readonly publicUrl?: string
  readonly fetch?: typeof globalThis.fetch
  /** Epoch milliseconds, for requests without the header `x-now` and for the pauses between deliveries. */
  readonly now?: () => number
}

export type SampleInsurer = {
  /** Serves the operations of `flows/services.yaml`, and what makes things happen: `/`, `/people`, `/faults`, `/play`. */
  readonly app: Hono
  /** Sends the events that are due and returns how many were accepted. Runs by itself as well. */
  readonly deliver: () => Promise<number>
  /** Ends what hangs, stops deliveries, closes the file. */
  readonly close: () => void
}

/** Returns a running core system over its own database. The only side effects are in that file and at `eventsUrl`. */
export function createSampleInsurer(options: SampleInsurerOptions): SampleInsurer {
  const db = options.file === null ? borrowSeeded() : openSeeded(options.file)
  const now = options.now ?? Date.now
  const stopped = new AbortController()
  const faults = createFaults(db)
  const deliveries = createDeliveries(db, targetOf(options), now)
  const app = new Hono()
  app.onError((error, c) => c.json({ error: "INTERNAL", message: error.message }, 500))
  app.notFound((c) => c.json({ error: "NO_SUCH_OPERATION" }, 404))
  const publicUrl = options.publicUrl?.replace(/\/+$/, "") ?? ""
  const serving = { db, faults, now, publicUrl, stop: stopped.signal, changed: deliveries.plan }
  for (const operation of operations) serve(app, operation, serving)
  addPlay(app, serving)
  addPlayPremiums(app, serving)
  addPlayDisclosures(app, serving)
  addPages(app, serving)
  deliveries.plan()
  return {
    app,
    deliver: deliveries.deliver,
    close() {
      stopped.abort()
      deliveries.stop()
      if (options.file === null) giveBack(db)
      else db.close()
    },
  }
}

function targetOf(options: SampleInsurerOptions): EventTarget | null {
  if (options.eventsUrl === undefined) return null
  return {
    url: options.eventsUrl,
    fetch: options.fetch ?? globalThis.fetch,
    ...(options.eventsKey === undefined ? {} : { key: options.eventsKey }),
  }
}
