import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../../engine/format/dates.ts"
import type { Json, Values } from "../../engine/types.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { useNames } from "../model/useNames.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { rehearsal, useRehearsal } from "./rehearsalStore.ts"
import type { Scene } from "./scene.ts"

const periods = ["PT1M", "PT1H", "P1D", "P7D", "P30D"] as const

/** The clock, which only moves when told to, and what comes from outside. */
export function ClockBar({ scene }: { readonly scene: Scene }) {
  const { t } = useTranslation("simulator")
  const locale = useLocale()
  const { timeZone } = useSurroundings().settings
  const isByHand = useRehearsal((state) => state.isByHand)
  return (
    <footer className="clock-bar">
      <div className="play-line">
        <time dateTime={scene.now}>
          {t("now", { now: formatDateTime(scene.now, locale, timeZone) ?? scene.now })}
        </time>
        <select
          value=""
          aria-label={t("passTime")}
          onChange={(event) => rehearsal.act({ does: "wait", period: event.target.value })}
        >
          <option value="" disabled>
            {t("passTime")}
          </option>
          {periods.map((period) => (
            <option key={period} value={period}>
              {t(`pass.${period}`)}
            </option>
          ))}
        </select>
      </div>
      <label className="play-check" title={t("byHandNote")}>
        <input
          type="checkbox"
          checked={isByHand}
          onChange={(event) => rehearsal.answerByHand(event.target.checked)}
        />
        {t("byHand")}
      </label>
      {scene.events.length > 0 && <EventForm scene={scene} />}
    </footer>
  )
}

function EventForm({ scene }: { readonly scene: Scene }) {
  const { t } = useTranslation("simulator")
  const names = useNames()
  const [event, setEvent] = useState(scene.events[0] ?? "")
  const keys = Object.values(scene.conversation.runs).map((run) => run.correlation)
  const known = keys.find((key) => Object.keys(key).length > 0) ?? {}
  const [correlation, setCorrelation] = useState<string | null>(null)
  const [payload, setPayload] = useState("{}")
  const [problem, setProblem] = useState<string | null>(null)
  const send = () => {
    try {
      const key: Values = JSON.parse(correlation ?? JSON.stringify(known))
      const content: Json = JSON.parse(payload)
      setProblem(null)
      rehearsal.act({
        does: "event",
        event,
        payload: content,
        ...(Object.keys(key).length === 0 ? {} : { correlation: key }),
      })
    } catch (error) {
      setProblem(t("badJson", { why: error instanceof Error ? error.message : "" }))
    }
  }
  return (
    <details className="event-form">
      <summary>{t("event")}</summary>
      <select value={event} aria-label={t("eventName")} onChange={(change) => setEvent(change.target.value)}>
        {scene.events.map((name) => (
          <option key={name} value={name}>
            {names.event(name)}
          </option>
        ))}
      </select>
      <input
        value={correlation ?? JSON.stringify(known)}
        spellCheck={false}
        aria-label={t("eventCorrelation")}
        onChange={(change) => setCorrelation(change.target.value)}
      />
      <textarea
        rows={2}
        spellCheck={false}
        value={payload}
        aria-label={t("eventPayload")}
        onChange={(change) => setPayload(change.target.value)}
      />
      {problem !== null && (
        <p className="play-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="plain-button" onClick={send}>
        {t("eventSend")}
      </button>
    </details>
  )
}
