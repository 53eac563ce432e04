import { ArrowDown } from "lucide-react"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useChatState } from "../session/useChat.ts"
import { ItemView } from "./ItemView.tsx"
import { OutgoingBubble } from "./OutgoingBubble.tsx"
import { isQuestionKey } from "./questionnaire.ts"
import { toItems } from "./toItems.ts"
import { useFollowedEnd } from "./useFollowedEnd.ts"

/** The conversation so far, what is on its way, and whether something is being done. */
export function Transcript() {
  const { t } = useTranslation("chat")
  const { phase, entries, holder, outbox, waitingFor } = useChatState()
  const items = useMemo(() => toItems(entries, holder), [entries, holder])
  const inCard = new Set(waitingFor?.options?.map(({ key }) => key).filter(isQuestionKey))
  const underway = outbox.filter(
    ({ hasLanded, status, body }) =>
      hasLanded !== true && (status === "failed" || !("choice" in body) || !inCard.has(body.choice)),
  )
  const isWorking = waitingFor?.kind === "service"
  const isSending = outbox.some((message) => message.status === "sending")
  const { box, content, isAway, toEnd } = useFollowedEnd(
    items.length,
    underway.at(-1)?.key,
    `${underway.length}/${isSending || isWorking}`,
  )

  return (
    <div className="transcript-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className="transcript" ref={box} role="log" aria-live="polite" aria-label={t("log")} tabIndex={0}>
        <div className="transcript-lines" ref={content}>
          {phase === "starting" && entries.length === 0 && <Skeleton label={t("starting")} />}
          {items.map((item) => (
            <ItemView key={item.key} item={item} />
          ))}
          {underway.map((message) => (
            <OutgoingBubble key={message.key} message={message} />
          ))}
          {(isSending || isWorking) && (
            <Typing label={isWorking ? t("working") : t("typing")} isNamed={isWorking} />
          )}
        </div>
      </div>
      {isAway && (
        <button type="button" className="to-end" onClick={toEnd}>
          <ArrowDown size={16} aria-hidden />
          {t("newBelow")}
        </button>
      )}
    </div>
  )
}

/** `isNamed`: it may take long, so the words are there for everybody. */
function Typing({ label, isNamed }: { readonly label: string; readonly isNamed: boolean }) {
  return (
    <p className={isNamed ? "typing named" : "typing"}>
      <span className={isNamed ? undefined : "visually-hidden"}>{label}</span>
      <i aria-hidden />
      <i aria-hidden />
      <i aria-hidden />
    </p>
  )
}

function Skeleton({ label }: { readonly label: string }) {
  return (
    <p className="skeleton">
      <span className="visually-hidden">{label}</span>
      <i aria-hidden />
      <i aria-hidden />
    </p>
  )
}
