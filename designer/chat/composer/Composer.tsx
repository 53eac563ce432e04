import { Headset, SendHorizontal } from "lucide-react"
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useChatSession, useChatState } from "../session/useChat.ts"
import { AnswerField } from "./AnswerField.tsx"
import { keypadFor } from "./keypad.ts"
import { QuickReplies } from "./QuickReplies.tsx"
import { Starters } from "./Starters.tsx"
import { UploadButton } from "./UploadButton.tsx"

/**
 * Where the customer answers: quick replies, the field that fits the question, and always the way to a person.
 * `flows`: what a conversation can begin with.
 */
export function Composer({ flows }: { readonly flows: readonly string[] }) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const { waitingFor, held } = useChatState()
  const [draft, setDraft] = useState(() => session.storage.draft())
  const [problem, setProblem] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const keypad = keypadFor(waitingFor?.input)
  const isSensitive = waitingFor?.input?.sensitive === true

  useEffect(() => session.storage.keepDraft(draft, isSensitive), [session, draft, isSensitive])
  const conversation = held?.access.id
  const hasFocus = useRef(false)
  // Another kind of field takes the place of the focused one: the customer goes on typing there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kind of field is what changes
  useLayoutEffect(() => {
    if (hasFocus.current) fieldOf(form.current)?.focus()
  }, [keypad.isField])
  const before = useRef(conversation)
  useEffect(() => {
    if (before.current !== undefined && conversation !== before.current) setDraft("")
    before.current = conversation
  }, [conversation])

  const focusField = () => {
    if (matchMedia("(pointer: fine)").matches) fieldOf(form.current)?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = draft.trim()
    if (text === "") return
    session.send({ text }, text)
    setDraft("")
    setProblem(null)
    fieldOf(form.current)?.focus()
  }
  const askForPerson = () => {
    const text = held?.locale === "en" ? "talk to a person" : "转人工"
    session.send({ text }, text)
    focusField()
  }

  return (
    <div className="composer">
      <QuickReplies onAnswered={focusField} />
      <Starters flows={flows} onStarted={focusField} />
      {problem !== null && (
        <p className="composer-problem" role="alert">
          {problem}
        </p>
      )}
      <form
        ref={form}
        className="input-bar"
        onSubmit={submit}
        onFocus={(event) => {
          hasFocus.current = event.target.matches("[data-answer]")
        }}
        onBlur={() => {
          hasFocus.current = false
        }}
      >
        <button type="button" className="person-button" aria-label={t("toPersonLong")} onClick={askForPerson}>
          <Headset size={18} aria-hidden />
          <span>{t("toPerson")}</span>
        </button>
        <div className="input-box">
          <AnswerField keypad={keypad} value={draft} onChange={setDraft} onSubmit={submit} />
          {waitingFor?.input?.upload === true && <UploadButton onProblem={setProblem} />}
        </div>
        <button
          type="submit"
          className="send-button"
          aria-label={t("send")}
          title={t("send")}
          disabled={draft.trim() === ""}
        >
          <SendHorizontal size={18} aria-hidden />
        </button>
      </form>
    </div>
  )
}

function fieldOf(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>("[data-answer]") ?? null
}
