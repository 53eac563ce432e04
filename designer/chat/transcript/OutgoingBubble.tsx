import { Clock, Paperclip, TriangleAlert } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { Outgoing } from "../session/chatState.ts"
import { useChatSession } from "../session/useChat.ts"

/** A message of the customer that the server has not taken yet, with what becomes of it. */
export function OutgoingBubble({ message }: { readonly message: Outgoing }) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const failure = {
    busy: t("failedBusy"),
    tooLarge: t("failedTooLarge"),
    stale: t("failedStale"),
    refused: t("failed"),
  }[message.refusal ?? "refused"]
  return (
    <div className="line customer" data-opens="true" data-status={message.status}>
      <p className="bubble">
        {"upload" in message.body && <Paperclip size={16} aria-hidden />}
        {message.text}
      </p>
      {message.status === "waiting" && (
        <p className="line-status">
          <Clock size={14} aria-hidden />
          {t("waiting")}
        </p>
      )}
      {message.status === "failed" && (
        <p className="line-status failed" role="alert">
          <TriangleAlert size={14} aria-hidden />
          {failure}
          <button type="button" onClick={() => session.retry(message.key)}>
            {t("retry")}
          </button>
          <button type="button" onClick={() => session.discard(message.key)}>
            {t("discard")}
          </button>
        </p>
      )}
    </div>
  )
}
