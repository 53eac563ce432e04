import { watch } from "node:fs"
import type { Logger } from "pino"
import type { Drafts } from "./drafts.ts"
import { readFlowFiles } from "./flow-files.ts"
import type { ReleaseRegistry } from "./release-registry.ts"

const QUIET_MS = 200

/**
 * Offers the folder to the registry whenever its files have changed and then rested for 200 ms; not while it holds
 * drafts, which somebody releases. Files with errors are logged and the last good release goes on serving. Returns a
 * function that stops watching.
 */
export function watchFlows(
  folder: string,
  registry: ReleaseRegistry,
  drafts: Drafts,
  log: Logger,
): () => void {
  let timer: NodeJS.Timeout | undefined
  const offer = async (): Promise<void> => {
    if (drafts.isOpen()) {
      log.info({ folder }, "the folder holds drafts: they serve once they are released")
      return
    }
    try {
      const { taken } = await registry.offer(await readFlowFiles(folder))
      if (!taken) log.error({ folder }, "the flow set has errors: the last good release goes on serving")
    } catch (error) {
      log.error({ err: error, folder }, "the flow set could not be read")
    }
  }
  const watcher = watch(folder, { recursive: true, persistent: false }, () => {
    clearTimeout(timer)
    timer = setTimeout(offer, QUIET_MS)
  })
  watcher.on("error", (error) => log.error({ err: error, folder }, "the flows folder is no longer watched"))
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
