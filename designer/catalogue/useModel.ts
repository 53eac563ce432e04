import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useDocuments } from "../document/documents.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { noFlow } from "../model/noFlow.ts"
import { textIn } from "../model/textIn.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import type { Model } from "./page.ts"

/** What the pages show for the flow that is open. */
export function useModel(flow: string): Model {
  const { t } = useTranslation("catalogue")
  const { t: inspector } = useTranslation("inspector")
  const { t: canvas } = useTranslation("canvas")
  const locale = useLocale()
  const around = useSurroundings()
  const files = useDocuments((state) => state.files)
  return useMemo(() => {
    const fallback = around.settings.locales[0] ?? "zh"
    return {
      ...{ files, around, t, inspector, canvas, locale },
      flow: around.flows[flow] ?? noFlow,
      flowFile: around.flowFiles[flow] ?? "",
      text: (text) => textIn(text, locale, fallback),
    }
  }, [files, around, t, inspector, canvas, locale, flow])
}
