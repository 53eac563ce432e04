import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useChatSession, useChatState } from "../session/useChat.ts"
import { quickRepliesOf } from "../transcript/openCards.ts"

/** The answers that can be pressed now; while one is on its way they rest. */
export function QuickReplies({ onAnswered }: { readonly onAnswered: () => void }) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const { entries, waitingFor, outbox, held, isEnded } = useChatState()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const options = isEnded ? [] : quickRepliesOf(entries, waitingFor)
  const isBusy = outbox.some((message) => message.status !== "failed")
  const takesSeveral = waitingFor?.input?.type === "choices"
  const takesCode = waitingFor?.input?.type === "one-time-code" && !isEnded
  const canResend = takesCode && !options.some((option) => option.key === "resend")
  if (options.length === 0 && !canResend) return null

  const answer = (option: { readonly key: string; readonly label: string }) => {
    if (takesSeveral && option.key !== "skip") {
      const next = new Set(marked)
      if (!next.delete(option.key)) next.add(option.key)
      setMarked(next)
      return
    }
    session.send({ choice: option.key }, option.label)
    onAnswered()
  }
  const resend = () => {
    const text = held?.locale === "en" ? "send it again" : "重发"
    session.send({ text }, text)
    onAnswered()
  }
  const finish = () => {
    const labels = options.filter((option) => marked.has(option.key)).map((option) => option.label)
    const text = labels.join(held?.locale === "en" ? ", " : "、")
    session.send({ text }, text)
    setMarked(new Set())
    onAnswered()
  }

  return (
    <fieldset className="quick-replies" disabled={isBusy}>
      <legend className="visually-hidden">{t("answer")}</legend>
      {options.map((option) => (
        <button
          key={option.key}
          type="button"
          {...(takesSeveral && option.key !== "skip" ? { "aria-pressed": marked.has(option.key) } : {})}
          onClick={() => answer(option)}
        >
          {option.label}
        </button>
      ))}
      {canResend && (
        <button type="button" onClick={resend}>
          {t("resend")}
        </button>
      )}
      {marked.size > 0 && (
        <button type="button" className="finish" onClick={finish}>
          {t("confirmChoices", { count: marked.size })}
        </button>
      )}
    </fieldset>
  )
}
