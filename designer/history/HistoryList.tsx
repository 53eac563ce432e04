import { Circle, CircleDot } from "lucide-react"
import { useTranslation } from "react-i18next"
import { documents, useDocuments } from "../document/documents.ts"
import { useLocale } from "../i18n/useLocale.ts"

/** Every step since the flows were opened, the newest on top; a press goes back, or on again, to it. */
export function HistoryList() {
  const { t } = useTranslation("shell")
  const locale = useLocale()
  const past = useDocuments((state) => state.past)
  const future = useDocuments((state) => state.future)
  const steps = [...past, ...future].map((edit, index) => ({ label: edit.label[locale], step: index + 1 }))
  if (steps.length === 0) return <p className="menu-note">{t("noHistory")}</p>
  return (
    <ol className="history">
      {[...steps].reverse().map(({ label, step }) => (
        <Step key={step} label={label} step={step} now={past.length} />
      ))}
      <Step label={t("opened")} step={0} now={past.length} />
    </ol>
  )
}

function Step({ label, step, now }: { readonly label: string; readonly step: number; readonly now: number }) {
  const Icon = step === now ? CircleDot : Circle
  return (
    <li>
      <button
        type="button"
        className={step > now ? "history-step undone" : "history-step"}
        aria-current={step === now ? "step" : undefined}
        onClick={() => documents.goTo(step)}
      >
        <Icon size={12} aria-hidden />
        {label}
      </button>
    </li>
  )
}
