import { useCallback } from "react"
import { useLocale } from "../i18n/useLocale.ts"
import { textIn } from "./textIn.ts"
import { useSurroundings } from "./useSurroundings.ts"

/** Returns how flows are called in the reader's language. */
export function useFlowTitle(): (flow: string) => string {
  const locale = useLocale()
  const { flows, settings } = useSurroundings()
  const fallback = settings.locales[0] ?? "zh"
  return useCallback(
    (flow) => textIn(flows[flow]?.title, locale, fallback) || flow,
    [flows, fallback, locale],
  )
}
