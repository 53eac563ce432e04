import { currentLocale } from "../i18n/startI18n.ts"

/** Opens the document for review of a flow beside the designer. */
export function openReview(flow: string): void {
  window.open(`/review?flow=${encodeURIComponent(flow)}&locale=${currentLocale()}`, "_blank")
}
