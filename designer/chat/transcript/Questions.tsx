import { useTranslation } from "react-i18next"
import { useChatSession, useChatState } from "../session/useChat.ts"
import { MeasureField } from "./MeasureField.tsx"
import { askedQuestions, choicesAfter } from "./questionnaire.ts"

/** A questionnaire shown whole: every question with its answers, any of which may be given anew. */
export function Questions(props: {
  readonly index: number
  readonly questions: Parameters<typeof askedQuestions>[0]
  readonly isOpen: boolean
}) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const { entries, waitingFor, outbox } = useChatState()
  const underway = props.isOpen ? outbox.filter((message) => message.status !== "failed") : []
  const said = [...choicesAfter(entries, props.index), ...underway.map((message) => message.text)]
  const options = props.isOpen ? waitingFor?.options : []
  const answer = (key: string) => {
    const label = options?.find((option) => option.key === key)?.label
    session.send({ choice: key }, label ?? key)
  }
  return (
    <ol className="questions" aria-label={t("questions")}>
      {askedQuestions(props.questions, options, said).map((question) => (
        <li key={question.id}>
          <p id={`${props.index}-${question.id}`}>{question.ask}</p>
          {question.before !== null && props.isOpen && (
            <p className="answer-before">{t("answeredBefore", { answer: question.before })}</p>
          )}
          {question.type !== null && question.answers.length > 0 && (
            <MeasureField
              label={`${props.index}-${question.id}`}
              type={question.type}
              given={question.given}
              onAnswer={(value) =>
                session.send(
                  { choice: `${question.id}:${value}` },
                  `${props.questions.findIndex(({ id }) => id === question.id) + 1} ${value}`,
                )
              }
            />
          )}
          {question.answers.length > 0 && (
            // biome-ignore lint/a11y/useSemanticElements: the question stands outside, as a list's item
            <div className="answers" role="group" aria-labelledby={`${props.index}-${question.id}`}>
              {question.answers.map(({ key, word }) => (
                <button
                  key={key}
                  type="button"
                  aria-pressed={word === question.given}
                  onClick={() => answer(key)}
                >
                  {word}
                </button>
              ))}
            </div>
          )}
          {question.answers.length === 0 && question.given !== null && (
            <p className="given-answer">{question.given}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
