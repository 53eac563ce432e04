import i18next from "i18next"
import { NoConnection } from "../api/request.ts"
import { changedFiles } from "../document/documentStore.ts"
import { documents, useDocuments } from "../document/documents.ts"
import { notify } from "./notice.ts"

/** Whether all that is here is on the server too. */
export function isSaved(): boolean {
  const { files, saved } = documents.store.getState()
  return files === saved || changedFiles(files, saved).length === 0
}

/** Saves everything; what went wrong is told, and nothing is lost. A conflict opens its own dialog. */
export async function saveAll(): Promise<void> {
  await documents.save()
  const { problem } = documents.store.getState()
  if (problem === null || problem === undefined) return
  const told = (locale: string) => {
    const t = i18next.getFixedT(locale, "shell")
    const why =
      problem instanceof NoConnection
        ? t("serverGone")
        : String(problem instanceof Error ? problem.message : problem)
    return t("saveFailed", { why })
  }
  notify({ zh: told("zh"), en: told("en") })
}

/** How many files differ from what is on the server, and whether they are on their way. */
export function useSaving(): { readonly unsaved: number; readonly isSaving: boolean } {
  const files = useDocuments((state) => state.files)
  const saved = useDocuments((state) => state.saved)
  const isSaving = useDocuments((state) => state.isSaving)
  return { unsaved: files === saved ? 0 : changedFiles(files, saved).length, isSaving }
}
