import { BellRing, MessageCircleQuestion, Timer } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { Drawing } from "./drawing/drawing.ts"

const icons = { event: BellRing, says: MessageCircleQuestion, silence: Timer, timer: Timer } as const

/** What the customer may say, or may happen, at any point of the flow; folded until somebody looks. */
export function Anywhere({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation("canvas")
  const { entries } = drawing
  if (entries.length === 0) return null
  return (
    <details className="anywhere">
      <summary>
        <MessageCircleQuestion size={14} aria-hidden />
        {t("entry.anywhere")} · {entries.length}
      </summary>
      <ul>
        {entries.map(({ name, label, how, target }) => {
          const Icon = icons[how]
          return (
            <li key={name}>
              <Icon size={12} aria-hidden />
              <span>{label}</span>
              <small>
                {target === null ? t("entry.answers") : `→ ${drawing.states.get(target)?.title ?? target}`}
              </small>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
