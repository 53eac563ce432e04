import { useTranslation } from "react-i18next"
import type { UiLocale } from "./locale.ts"

/** The language that the page is shown in. */
export function useLocale(): UiLocale {
  const { i18n } = useTranslation()
  return i18n.language === "en" ? "en" : "zh"
}
