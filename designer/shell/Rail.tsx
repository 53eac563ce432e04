import { MessagesSquare, Workflow } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useLocale } from "../i18n/useLocale.ts"
import { Mark } from "../ui/Mark.tsx"

/** The way to the other parts of the product. */
export function Rail() {
  const { t } = useTranslation("shell")
  const locale = useLocale()
  return (
    <nav className="rail" aria-label={t("rail")}>
      <a className="rail-home" href={`/?locale=${locale}`} title={t("home")} aria-label={t("home")}>
        <Mark size={24} />
      </a>
      <a className="rail-link" href="/designer" aria-current="page">
        <Workflow size={18} aria-hidden />
        {t("flows")}
      </a>
      <a className="rail-link" href={`/chat?locale=${locale}`}>
        <MessagesSquare size={18} aria-hidden />
        {t("chat")}
      </a>
    </nav>
  )
}
