import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AgentAct } from "../../engine/types.ts"
import type { Names } from "../model/names.ts"
import { findStateDocument } from "../model/stateOf.ts"
import { useNames } from "../model/useNames.ts"
import { rehearsal } from "./rehearsalStore.ts"
import type { Scene } from "./scene.ts"

/** Plays the person who takes over: accepts, speaks, gives back by one of the exits of this very state. */
export function AgentBar({ scene }: { readonly scene: Scene }) {
  const { t } = useTranslation("simulator")
  const [text, setText] = useState("")
  const [outcome, setOutcome] = useState("returned")
  const names = useNames()
  if (scene.holder === "bot") return null
  const handoff = scene.active.find((place) => isHandoff(place, names)) ?? ""
  const does = (act: AgentAct) => rehearsal.act({ does: "agent", act })
  const say = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === "") return
    does({ act: "message", text: text.trim() })
    setText("")
  }
  if (scene.holder === "queue")
    return (
      <section className="play-bar" aria-label={t("agent")}>
        <p>{t("agentQueue", { queue: names.queue(scene.waitingFor.id) })}</p>
        <button type="button" className="plain-button" onClick={() => does({ act: "accept" })}>
          {t("agentAccept")}
        </button>
      </section>
    )
  return (
    <section className="play-bar" aria-label={t("agent")}>
      <form className="play-line" onSubmit={say}>
        <input
          value={text}
          aria-label={t("agentSay")}
          placeholder={t("agentSay")}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="plain-button" disabled={text.trim() === ""}>
          {t("agentSend")}
        </button>
      </form>
      <div className="play-line">
        <select
          value={outcome}
          aria-label={t("agentReturnAs")}
          onChange={(event) => setOutcome(event.target.value)}
        >
          {scene.outcomes.map((each) => (
            <option key={each} value={each}>
              {each === "returned" ? t("outcome.returned") : names.exit(`${handoff}#${each}`)}
            </option>
          ))}
        </select>
        <button type="button" className="plain-button" onClick={() => does({ act: "return", outcome })}>
          {t("agentReturn")}
        </button>
        <button type="button" className="plain-button" onClick={() => does({ act: "resolve" })}>
          {t("agentResolve")}
        </button>
      </div>
    </section>
  )
}

function isHandoff(place: string, names: Names): boolean {
  const [flow = "", state = ""] = place.split("/")
  const states = names.context(flow)?.flow.states ?? {}
  return findStateDocument(states, state)?.type === "handoff"
}
