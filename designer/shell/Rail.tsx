import { LibraryBig, MessagesSquare, Workflow } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useLocale } from "../i18n/useLocale.ts"
import { Mark } from "../ui/Mark.tsx"
import { useView, view } from "./viewStore.ts"

/** The way to the other parts of the product. */
export function Rail() {
  const { t } = useTranslation("shell")
  const locale = useLocale()
  const page = useView((state) => state.page)
  return (
    <nav className="rail" aria-label={t("rail")}>
      <a className="rail-home" href={`/?locale=${locale}`} title={t("home")} aria-label={t("home")}>
        <Mark size={24} />
      </a>
      <button
        type="button"
        className="rail-link"
        aria-current={page === null ? "page" : undefined}
        onClick={() => view.closePage()}
      >
        <Workflow size={18} aria-hidden />
        {t("flows")}
      </button>
      <button
        type="button"
        className="rail-link"
        title={t("catalogueHint")}
        aria-current={page === null ? undefined : "page"}
        onClick={() => view.openPage(page ?? "slots")}
      >
        <LibraryBig size={18} aria-hidden />
        {t("catalogue")}
      </button>
      <a className="rail-link" href={`/chat?locale=${locale}`}>
        <MessagesSquare size={18} aria-hidden />
        {t("chat")}
      </a>
    </nav>
  )
}
