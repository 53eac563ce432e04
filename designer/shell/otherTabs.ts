import i18next from "i18next"
import { documents } from "../document/documents.ts"
import { notify } from "./notice.ts"
import { isSaved } from "./saving.ts"

const channel = "colloquy.designer.saved"
const restMs = 30_000

/**
 * Follows what is saved elsewhere: at once what another tab of this browser saves, and whenever one comes back to this
 * tab what a colleague did. What is not saved here stays. Returns what stops it.
 */
export function followOthers(): () => void {
  const tabs = new BroadcastChannel(channel)
  let lookedAt = Date.now()
  const look = async (why: "tab" | "elsewhere") => {
    lookedAt = Date.now()
    const before = documents.store.getState()
    await documents.refresh()
    const { saved, conflicts } = documents.store.getState()
    if (saved === before.saved || conflicts.length > 0) return
    const told = (locale: string) => {
      const t = i18next.getFixedT(locale, "shell")
      return `${t(`savedBy.${why}`)}${isSaved() ? "" : t("savedBy.kept")}`
    }
    notify({ zh: told("zh"), en: told("en") })
  }
  const comeBack = () => {
    const isReady = documents.store.getState().is === "ready"
    if (isReady && document.visibilityState === "visible" && Date.now() - lookedAt > restMs)
      void look("elsewhere")
  }
  // What this tab saved itself it tells the others.
  const stop = documents.store.subscribe((state, before) => {
    if (before.isSaving && !state.isSaving && state.saved !== before.saved) tabs.postMessage("saved")
  })
  tabs.addEventListener("message", () => void look("tab"))
  document.addEventListener("visibilitychange", comeBack)
  return () => {
    stop()
    tabs.close()
    document.removeEventListener("visibilitychange", comeBack)
  }
}
