import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { type Logger, pino } from "pino"
import * as colloquyEngine from "../engine/index.ts"
import { createApp } from "./app.ts"
import { readConfig } from "./config.ts"
import { type Clock, createClock, createFixedClock } from "./conversation/clock.ts"
import type { Engine } from "./conversation/engine.ts"
import { createServices } from "./conversation/services/services.ts"
import { openDatabase } from "./db/open-database.ts"
import { createSqliteStore } from "./db/sqlite-store.ts"
import { listen } from "./listen.ts"
import { createMetrics } from "./metrics.ts"
import { createRehearsals } from "./rehearsal/rehearsals.ts"
import { createDrafts, type Drafts } from "./release/drafts.ts"
import { readFlowFiles } from "./release/flow-files.ts"
import { createFlowStore } from "./release/flow-store.ts"
import { createReleaseRegistry, type ReleaseRegistry } from "./release/release-registry.ts"
import { watchFlows } from "./release/watch-flows.ts"
import { createPeople } from "./routes/about.ts"
import { createRuntime } from "./runtime.ts"
import { createSampleInsurer } from "./sample-insurer/index.ts"
import { createAccess, saveOperatorToken } from "./security/access.ts"
import { loadMasterKey } from "./security/master-key.ts"
import { createRepeatableSecrets, createSecrets } from "./security/secrets.ts"

export type ServerOptions = {
  /** 0 takes free ones. */
  readonly port?: number
  readonly host?: string
  readonly dataDir?: string
  readonly flowsDir?: string
  /** The clock stands here until it is moved; ids and tokens repeat from run to run. Never for real customers. */
  readonly now?: string
  readonly log?: Logger
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly engine?: Engine
}

export type RunningServer = {
  readonly url: string
  readonly port: number
  /** The sample insurer; null when a core system is configured. */
  readonly insurerUrl: string | null
  /** Where the operator token was written. */
  readonly operatorTokenFile: string
  readonly operatorToken: string
  /** Moves a fixed clock forward, firing each timer at its own time. */
  advance(ms: number): Promise<void>
  /** Finishes the turns under way and closes everything; what is not done goes on at the next start. */
  close(): Promise<void>
}

/** Starts everything: API, pages, timers, outbox, and the sample insurer on the next port. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const config = readConfig(options.environment ?? process.env)
  const log = options.log ?? pino({ level: config.logLevel, base: null }, pino.destination(2))
  const engine = options.engine ?? colloquyEngine
  const host = options.host ?? config.host
  const dataDir = options.dataDir ?? config.dataDir
  const flowsDir = options.flowsDir ?? config.flowsDir
  const now = options.now ?? config.now
  const closing: (() => void | Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step()
  }

  try {
    const api = await listen(host, options.port ?? config.port)
    closing.push(api.close)
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const master = loadMasterKey(dataDir, config.masterKey)
    const access = createAccess(master, config)
    const operatorTokenFile = saveOperatorToken(dataDir, access.operatorToken)
    const store = createSqliteStore(openDatabase(join(dataDir, "colloquy.db")))
    closing.push(store.close)

    const clockOf = (zone: string): Clock =>
      now === undefined ? createClock(zone) : createFixedClock(zone, now)
    let clock = clockOf("UTC")
    const registry = createReleaseRegistry({ engine, store, log, now: () => clock.now() })
    const drafts = createDrafts(dataDir)
    await loadFlows(registry, flowsDir, drafts, log)
    clock = clockOf(registry.releases.current.settings.timeZone)

    const url = `http://${host}:${api.port}`
    const insurer =
      config.coreUrl === undefined
        ? await startInsurer({
            host,
            port: api.port,
            options,
            dataDir,
            url,
            clock,
            eventsKey: access.eventsKey,
          })
        : null
    if (insurer !== null) closing.push(insurer.close)

    const metrics = createMetrics()
    const services = createServices({
      baseUrl: insurer?.url ?? config.coreUrl ?? "",
      ...(config.coreToken === undefined ? {} : { token: config.coreToken }),
      onAttempt: (_, outcome) => metrics.count("colloquy_service_attempts_total", outcome),
    })
    const secrets =
      now === undefined ? createSecrets() : createRepeatableSecrets(`colloquy/${now}`, await store.opened())
    // The client of a language model is loaded only where one is configured.
    const languageModel =
      config.languageModel === undefined
        ? {}
        : {
            languageModel: (await import("./understanding/language-model.ts")).createLanguageModel(
              config.languageModel,
            ),
          }
    const runtime = createRuntime({
      ...{ engine, store, master, secrets, clock, registry, services, log, metrics },
      ...languageModel,
    })
    const people = createPeople(insurer?.url ?? null)
    const rehearsals = createRehearsals()
    closing.push(rehearsals.close)
    const app = createApp({
      ...{ runtime, access, people, rehearsals, messagesPerSecond: config.messagesPerSecond },
      flows: { folder: flowsDir, store: createFlowStore(flowsDir), drafts },
      session: {
        isTrial: isLoopback(host) && insurer !== null && config.operatorToken === undefined,
        tokenFile: operatorTokenFile,
      },
    })
    closing.push(await runtime.start())
    closing.push(watchFlows(flowsDir, registry, drafts, log))
    api.serve((request) => app.fetch(request))
    closing.push(() => api.serve(() => new Response("stopping", { status: 503 })))
    log.info({ url, insurer: insurer?.url, release: registry.releases.current.id }, "Colloquy is ready")
    const insurerUrl = insurer?.url ?? null
    const { operatorToken } = access
    return {
      ...{ url, port: api.port, insurerUrl, operatorTokenFile, operatorToken, close },
      advance: (ms) => runtime.advance(clock.nowMs() + ms),
    }
  } catch (error) {
    await close()
    throw error
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.")
}

/**
 * Releases the folder's flow set; while it holds drafts or has errors the last good release serves, and without one
 * nothing can.
 */
async function loadFlows(
  registry: ReleaseRegistry,
  folder: string,
  drafts: Drafts,
  log: Logger,
): Promise<void> {
  if (drafts.isOpen() && (await registry.restore())) {
    log.info({ folder }, "the folder holds drafts: the last release serves")
    return
  }
  const { taken } = await registry.offer(await readFlowFiles(folder))
  if (taken) return
  if (await registry.restore()) {
    log.error({ folder }, "the flow set has errors: the last good release serves")
    return
  }
  const errors = registry.diagnostics.filter((one) => one.severity === "error")
  const told = errors.map(({ file, line, column, message }) => `  ${file}:${line}:${column} ${message}`)
  throw new Error(
    `The flow set in "${folder}" has ${errors.length} errors and there is no earlier release to serve. ` +
      `Mend them (npx colloquy check tells more):\n${told.join("\n")}`,
  )
}

async function startInsurer(start: {
  readonly host: string
  readonly port: number
  readonly options: ServerOptions
  readonly dataDir: string
  readonly url: string
  readonly clock: Clock
  readonly eventsKey: string
}): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { host, options, dataDir, clock, eventsKey } = start
  const listening = await listen(host, options.port === 0 ? 0 : start.port + 1)
  const url = `http://${host}:${listening.port}`
  const insurer = createSampleInsurer({
    file: join(dataDir, "sample-insurer.db"),
    eventsUrl: `${start.url}/api/events`,
    eventsKey,
    publicUrl: url,
    now: () => clock.nowMs(),
  })
  listening.serve((request) => insurer.app.fetch(request))
  return {
    url,
    close: async () => {
      insurer.close()
      await listening.close()
    },
  }
}
