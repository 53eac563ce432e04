import { Headset, MessageSquarePlus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useLocale } from "../../i18n/useLocale.ts"
import { useChatSession, useChatState } from "../session/useChat.ts"

/** Stands in for the input bar once a conversation is over: a new one, or at once a person. */
export function EndedBar({ onNew }: { readonly onNew: () => void }) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const { phase } = useChatState()
  const locale = useLocale()
  const askForPerson = () => {
    const text = locale === "en" ? "talk to a person" : "转人工"
    onNew()
    session.send({ text }, text)
  }
  return (
    <div className="composer ended-bar">
      <p role="status">{phase === "lost" ? t("lost") : t("ended")}</p>
      <div className="gate-buttons">
        <button type="button" className="plain-button" onClick={askForPerson}>
          <Headset size={16} aria-hidden />
          {t("toPersonLong")}
        </button>
        <button type="button" className="plain-button" onClick={onNew}>
          <MessageSquarePlus size={16} aria-hidden />
          {t("newChat")}
        </button>
      </div>
    </div>
  )
}
