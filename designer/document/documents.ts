import { useStore } from "zustand"
import { readFlows, readRelease, saveFlows } from "../api/flows.ts"
import { createDocuments, type DocumentState } from "./documentStore.ts"
import { createKeepInBrowser } from "./keepInBrowser.ts"

const keptAfterMs = 300

/** The flow set that this page has open. */
export const documents = createDocuments({
  read: readFlows,
  readServed: async () => (await readRelease()).files,
  save: saveFlows,
  keep: createKeepInBrowser(),
  now: () => new Date().toISOString(),
  later(work) {
    const timer = setTimeout(work, keptAfterMs)
    const now = () => {
      if (document.visibilityState === "hidden") work()
    }
    document.addEventListener("visibilitychange", now, { once: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", now)
    }
  },
})

/** Reads from the open flow set, and again whenever what was read changes. */
export function useDocuments<T>(select: (state: DocumentState) => T): T {
  return useStore(documents.store, select)
}
