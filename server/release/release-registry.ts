import type { Logger } from "pino"
import type { Diagnostic } from "../../engine/types.ts"
import type { Engine, Release, Releases, Understanding } from "../conversation/engine.ts"
import type { Store } from "../conversation/store.ts"
import { Failure } from "../failure.ts"

/** The releases that conversations run on. */
export type ReleaseRegistry = {
  /** The current release and those compiled so far. Throws the failure `release-unavailable` before the first. */
  readonly releases: Releases
  readonly diagnostics: readonly Diagnostic[]
  /** Reads messages with the current release. */
  readonly understanding: Understanding
  /** Compiles what is needed of these releases and not there yet; returns at once when nothing is. */
  prepare(ids: readonly string[]): Promise<void> | undefined
  /** Makes the newest stored release the current one; false when there is none, or this version cannot read it. */
  restore(): Promise<boolean>
  /** Checks the files of a flow set; without errors it is stored and becomes the current release. */
  offer(
    files: Readonly<Record<string, string>>,
  ): Promise<{ readonly taken: boolean; readonly release?: Release }>
}

/** Returns an empty registry over a store. */
export function createReleaseRegistry(deps: {
  readonly engine: Engine
  readonly store: Store
  readonly log: Logger
  readonly now: () => string
}): ReleaseRegistry {
  const { engine, store, log } = deps
  let all: Readonly<Record<string, Release>> = {}
  let releases: Releases | null = null
  let understanding: Understanding | null = null
  let diagnostics: readonly Diagnostic[] = []

  const none = () =>
    new Failure("release-unavailable", "No flow set is loaded yet: mend the files in the flows folder.")

  const add = (release: Release, isCurrent: boolean): void => {
    all = { ...all, [release.id]: release }
    const current = isCurrent || releases === null ? release : releases.current
    if (current !== releases?.current) understanding = engine.createUnderstanding(current)
    releases = { current, all }
  }

  const compileStored = async (id: string, isCurrent: boolean): Promise<boolean> => {
    const row = await store.release(id)
    if (row === null) return false
    const compiled = engine.compileFlowSet(JSON.parse(row.files))
    if (compiled.release === undefined) {
      log.error({ release: id, problems: compiled.diagnostics.length }, "a stored release no longer compiles")
      return false
    }
    // An engine that reads the same files otherwise may name them otherwise; runs know the stored name.
    add({ ...compiled.release, id }, isCurrent)
    return true
  }

  return {
    get releases() {
      if (releases === null) throw none()
      return releases
    },
    get understanding() {
      if (understanding === null) throw none()
      return understanding
    },
    get diagnostics() {
      return diagnostics
    },
    prepare: (ids) => {
      const missing = ids.filter((id) => all[id] === undefined)
      if (missing.length === 0) return undefined
      return (async () => {
        for (const id of missing) {
          if (await compileStored(id, false)) continue
          throw new Failure(
            "release-unavailable",
            `The release "${id}" of a running conversation is not stored or no longer compiles: migrate its runs.`,
          )
        }
      })()
    },
    restore: async () => {
      const latest = await store.latestRelease()
      return latest !== null && (await compileStored(latest.id, true))
    },
    offer: async (files) => {
      const compiled = engine.compileFlowSet(files)
      diagnostics = compiled.diagnostics
      logDiagnostics(log, diagnostics)
      const { release } = compiled
      if (release === undefined || diagnostics.some((one) => one.severity === "error"))
        return { taken: false }
      if (release.id === releases?.current.id) return { taken: true, release }
      await store.saveRelease({ id: release.id, created: deps.now(), files: JSON.stringify(release.files) })
      add(release, true)
      log.info({ release: release.id }, "the flow set is released")
      return { taken: true, release }
    },
  }
}

function logDiagnostics(log: Logger, diagnostics: readonly Diagnostic[]): void {
  for (const { rule, severity, message, help, file, line, column } of diagnostics) {
    if (severity === "info") continue
    const write = severity === "error" ? log.error : log.warn
    write.call(log, { rule }, `${file}:${line}:${column} ${message} ${help}`)
  }
}
