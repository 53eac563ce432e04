import { useTranslation } from "react-i18next"
import { services } from "../../api/services.ts"
import { useChatSession, useChatState } from "../session/useChat.ts"

/** How many are offered; the field below takes everything else. */
const most = 6

/** What a conversation can begin with, until the customer speaks or something is asked. */
export function Starters(props: { readonly flows: readonly string[]; readonly onStarted: () => void }) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const { phase, held, holder, entries, waitingFor, outbox } = useChatState()
  const isAsked = waitingFor?.kind !== "nothing" || (waitingFor.options ?? []).length > 0
  const hasSpoken = outbox.length > 0 || entries.some((entry) => entry.kind === "customer.said")
  if (phase !== "ready" || held === null || held.flow !== null || holder !== "bot") return null
  if (isAsked || hasSpoken) return null
  const offered = services.filter(({ flow }) => props.flows.includes(flow)).slice(0, most)
  if (offered.length === 0) return null

  const locale = held.locale === "en" ? "en" : "zh"
  const start = (text: string) => {
    session.send({ text }, text)
    props.onStarted()
  }
  return (
    <fieldset className="quick-replies">
      <legend className="visually-hidden">{t("starters")}</legend>
      {offered.map(({ flow, says }) => (
        <button key={flow} type="button" onClick={() => start(says[locale])}>
          {says[locale]}
        </button>
      ))}
    </fieldset>
  )
}
