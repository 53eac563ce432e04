import { Check, ShieldCheck } from "lucide-react"
import { useCallback, useId } from "react"
import { useTranslation } from "react-i18next"
import type { Content } from "../../../engine/types.ts"
import { useChatSession, useChatState } from "../session/useChat.ts"
import { Figure } from "./CardView.tsx"
import { FullText } from "./FullText.tsx"
import { leadOf } from "./leadOf.ts"
import { answerTo, isShownAgain } from "./openCards.ts"
import { Questions } from "./Questions.tsx"
import { wholeCardKeys } from "./questionnaire.ts"
import { ReadBack } from "./ReadBack.tsx"
import { useOpenCards } from "./useOpenCards.ts"

type Checkpoint = Extract<Content, { is: "checkpoint" }>

/** A gate: what it is about in short, the whole text, what was told, and two buttons of equal weight. */
export function CheckpointCard({ index, content }: { readonly index: number; readonly content: Checkpoint }) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const { entries, waitingFor } = useChatState()
  const { open, isBusy, changeable, change } = useOpenCards()
  const id = useId()
  const onRead = useCallback((share: number) => session.noteRead(index, share), [session, index])
  const isOpen = open.checkpoint === index
  const answer = isOpen ? null : answerTo(entries, index)
  // A questionnaire's questions stand below; what is above them introduces.
  const isQuestionnaire = content.questions !== undefined
  const text = isQuestionnaire ? (content.text.split("\n1. ")[0] ?? "") : content.text
  const lead = isQuestionnaire ? { figure: null, lines: [] } : leadOf(text)
  const labelOf = (key: string) =>
    isOpen ? waitingFor?.options?.find((option) => option.key === key)?.label : undefined
  const buttons = isQuestionnaire
    ? wholeCardKeys.flatMap((key) => ({ key, label: labelOf(key) ?? "" })).filter(({ label }) => label !== "")
    : ([
        { key: "accept", label: labelOf("accept") ?? content.accept },
        { key: "decline", label: labelOf("decline") ?? content.decline },
      ] as const)

  if (answer === null && isShownAgain(entries, index)) {
    return (
      <section className="card checkpoint folded" aria-labelledby={id}>
        <h3 className="card-title" id={id}>
          <ShieldCheck size={16} aria-hidden />
          {content.title}
        </h3>
        <small>{t("shownBelow")}</small>
      </section>
    )
  }

  return (
    <section className="card checkpoint" aria-labelledby={id}>
      <h3 className="card-title" id={id}>
        <ShieldCheck size={16} aria-hidden />
        {content.title}
      </h3>
      {lead.figure !== null && <Figure {...lead.figure} />}
      {lead.lines.length > 0 && (
        <ul className="lead-lines" aria-label={t("summary")}>
          {lead.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {isQuestionnaire ? (
        <p className="questions-intro">{text}</p>
      ) : (
        <div className="full-text-block">
          {lead.lines.length > 0 && <span className="full-text-label">{t("fullText")}</span>}
          <FullText label={`${content.title} ${t("fullText")}`} text={text} onRead={onRead} />
        </div>
      )}
      {content.questions !== undefined && (
        <Questions index={index} questions={content.questions} isOpen={isOpen} />
      )}
      {content.readBack !== undefined && content.readBack.length > 0 && (
        <ReadBack rows={content.readBack} changeable={changeable(index)} onChange={change} />
      )}
      {(isOpen || content.questions === undefined) && (
        <div className="gate-buttons">
          {buttons.map(({ key, label }) => (
            <button
              key={key}
              type="button"
              className="plain-button"
              disabled={!isOpen || isBusy}
              onClick={() => session.answerCheckpoint(index, key, label)}
            >
              {answer === key && <Check size={16} aria-label={t("chosen")} />}
              {label}
            </button>
          ))}
        </div>
      )}
    </section>
  )
}
