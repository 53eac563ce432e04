import { X } from "lucide-react"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useLocale } from "../i18n/useLocale.ts"
import { useNotice } from "./notice.ts"

const shownForMs = 6000

/** The line at the foot of the page that says why something was not done. */
export function Notice() {
  const { t } = useTranslation("shell")
  const locale = useLocale()
  const { text, at } = useNotice()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each notice is shown anew
  useEffect(() => {
    const timer = setTimeout(close, shownForMs)
    return () => clearTimeout(timer)
  }, [at])
  return (
    <div className="notice-place" role="status">
      {text !== null && (
        <div className="notice">
          <span>{text[locale]}</span>
          <button type="button" className="quiet-button" aria-label={t("close")} onClick={close}>
            <X size={14} aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}

function close(): void {
  useNotice.setState({ text: null })
}
