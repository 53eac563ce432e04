import { Languages, MessageSquarePlus, Settings2 } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { UiLocale } from "../i18n/locale.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { DisplaySettings } from "../ui/DisplaySettings.tsx"
import { Mark } from "../ui/Mark.tsx"
import { Popover } from "../ui/Popover.tsx"
import { useChatState } from "./session/useChat.ts"

/** Whom the customer talks to, and how the page is shown. */
export function ChatHeader(props: {
  readonly name: string | null
  readonly onNew: () => void
  readonly onLocale: (locale: UiLocale) => void
}) {
  const { t } = useTranslation("chat")
  const { holder } = useChatState()
  const locale = useLocale()
  const other = locale === "zh" ? "en" : "zh"
  const status = { bot: t("service"), queue: t("queueing"), agent: t("person") }[holder]
  return (
    <header className="chat-header">
      <Mark />
      <div className="chat-title">
        <h1>{props.name ?? t("service")}</h1>
        <p data-holder={holder}>{status}</p>
      </div>
      <button
        type="button"
        className="quiet-button"
        onClick={props.onNew}
        aria-label={t("newChat")}
        title={t("newChat")}
      >
        <MessageSquarePlus size={18} aria-hidden />
        <span className="wide-only">{t("newChat")}</span>
      </button>
      <button
        type="button"
        className="quiet-button"
        lang={other === "zh" ? "zh-CN" : "en"}
        title={t("language")}
        onClick={() => props.onLocale(other)}
      >
        <Languages size={18} aria-hidden />
        {other === "zh" ? "中文" : "EN"}
      </button>
      <Popover label={t("settings")} face={<Settings2 size={18} aria-hidden />}>
        <DisplaySettings />
      </Popover>
    </header>
  )
}
