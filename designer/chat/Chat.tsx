import { WifiOff } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAbout } from "../api/useAbout.ts"
import type { UiLocale } from "../i18n/locale.ts"
import { switchLocale } from "../i18n/startI18n.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { PeopleList } from "../people/PeopleList.tsx"
import { ChatHeader } from "./ChatHeader.tsx"
import { Composer } from "./composer/Composer.tsx"
import { EndedBar } from "./composer/EndedBar.tsx"
import { useChatSession, useChatState, useSurroundings } from "./session/useChat.ts"
import { Transcript } from "./transcript/Transcript.tsx"

/** The customer's chat, and beside it, where there is room, whom a newcomer can play. */
export function Chat() {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const state = useChatState()
  const locale = useLocale()
  const about = useAbout()
  useSurroundings(session)
  const people = about.is === "ready" ? about.about.people : []
  const isUntouched =
    state.outbox.length === 0 && !state.entries.some((entry) => entry.kind === "customer.said")

  const beginIn = (next: UiLocale, flow: string | null) => session.begin({ locale: next, flow })
  const changeLocale = (next: UiLocale) => {
    switchLocale(next)
    if (isUntouched) beginIn(next, state.held?.flow ?? null)
  }

  return (
    <div className="chat-page">
      <main className="chat">
        <ChatHeader
          name={about.is === "ready" ? (about.about.name[locale] ?? null) : null}
          onNew={() => beginIn(locale, null)}
          onLocale={changeLocale}
        />
        <Strips onBegin={() => beginIn(locale, null)} />
        <Transcript />
        {state.isEnded || state.phase === "lost" ? (
          <EndedBar onNew={() => beginIn(locale, null)} />
        ) : (
          <Composer flows={about.is === "ready" ? (about.about.flows ?? []) : []} />
        )}
      </main>
      {people.length > 0 && (
        <aside className="people-panel" aria-labelledby="people-title">
          <h2 id="people-title">{t("people")}</h2>
          <p>{t("peopleNote")}</p>
          <PeopleList people={people} />
        </aside>
      )}
    </div>
  )
}

/** Thin lines under the header that tell what the customer should know about the connection and the language. */
function Strips({ onBegin }: { readonly onBegin: () => void }) {
  const { t } = useTranslation("chat")
  const { phase, isOffline, held, isEnded } = useChatState()
  const locale = useLocale()
  const [isLanguageKept, keepLanguage] = useState(false)
  const isOther = held !== null && held.locale !== locale && !isEnded && !isLanguageKept
  return (
    <div className="strips" role="status">
      {isOffline && (
        <p className="strip warn">
          <WifiOff size={16} aria-hidden />
          {t("offline")}
        </p>
      )}
      {!isOffline && phase === "unreachable" && <p className="strip warn">{t("unreachable")}</p>}
      {phase !== "lost" && isOther && (
        <p className="strip">
          <span>{t("otherLanguage")}</span>
          <button type="button" onClick={onBegin}>
            {t("otherLanguageStart")}
          </button>
          <button type="button" onClick={() => keepLanguage(true)}>
            {t("keepOn")}
          </button>
        </p>
      )}
    </div>
  )
}
