import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useLocale } from "../i18n/useLocale.ts"
import { createNames, type Names } from "./names.ts"
import { useSurroundings } from "./useSurroundings.ts"

/** How the parts of the open flow set are called in the reader's language. */
export function useNames(): Names {
  const around = useSurroundings()
  const locale = useLocale()
  const { t } = useTranslation("canvas")
  return useMemo(() => createNames(around, locale, t), [around, locale, t])
}
