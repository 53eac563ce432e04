import { fileURLToPath } from "node:url"
import { Failure } from "./failure.ts"
import type { Rehearsals } from "./rehearsal/rehearsals.ts"
import { aboutRoutes, type People } from "./routes/about.ts"
import { auditRoutes } from "./routes/audit.ts"
import { clockRoutes } from "./routes/clock.ts"
import { conversationRoutes } from "./routes/conversations.ts"
import { eventRoutes } from "./routes/events.ts"
import { type FlowFolder, flowRoutes } from "./routes/flows.ts"
import { handoffRoutes } from "./routes/handoffs.ts"
import { operationRoutes } from "./routes/operation.ts"
import { pageRoutes } from "./routes/pages.ts"
import { createProblemHandler } from "./routes/problems.ts"
import { rehearsalRoutes } from "./routes/rehearsals.ts"
import { createRouter } from "./routes/router.ts"
import { type Session, sessionRoutes } from "./routes/session.ts"
import { streamRoutes } from "./routes/stream.ts"
import type { Runtime } from "./runtime.ts"
import type { Access } from "./security/access.ts"

/** Where `npm run build` puts the pages. */
const PAGES = fileURLToPath(new URL("../dist", import.meta.url))

export type AppSettings = {
  readonly runtime: Runtime
  readonly access: Access
  readonly people: People
  readonly flows: FlowFolder
  readonly rehearsals: Rehearsals
  readonly session: Session
  /** Messages per second and conversation; 0 for no limit. */
  readonly messagesPerSecond: number
  readonly pagesDir?: string
}

/** The type from which a typed client (`hc<App>`) is made. */
export type App = ReturnType<typeof createApp>

/** Returns the HTTP application: the API with its description at `/api/openapi.json`, operation, and the pages. */
export function createApp(settings: AppSettings) {
  const { runtime } = settings
  const app = createRouter()
    .route("/", conversationRoutes(settings))
    .route("/", streamRoutes(settings))
    .route("/", eventRoutes(settings))
    .route("/", handoffRoutes(settings))
    .route("/", auditRoutes(settings))
    .route("/", clockRoutes(settings))
    .route("/", aboutRoutes(settings))
    .route("/", flowRoutes(settings))
    .route("/", rehearsalRoutes(settings))
    .route("/", sessionRoutes(settings))
    .route("/", operationRoutes(settings))
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Colloquy", version: "0.1.0", description: "Service conversations as statecharts" },
  })
  app.all("/api/*", (c) => {
    throw new Failure("route-unknown", `There is no ${c.req.method} ${c.req.path}; see /api/openapi.json.`)
  })
  app.route("/", pageRoutes(settings.pagesDir ?? PAGES))
  app.notFound((c) => {
    throw new Failure("route-unknown", `There is no ${c.req.method} ${c.req.path}.`)
  })
  app.onError(createProblemHandler(runtime.log, runtime.metrics))
  return app
}
