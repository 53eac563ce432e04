import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { formatMoment, parseOffset } from "../../engine/calendar/moment.ts"
import { fixedOffsetOf } from "../../engine/calendar/time-zone.ts"
import { useAbout } from "../api/useAbout.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { useProblemWords } from "../problems/inWords.ts"
import { rehearsal, useRehearsal } from "./rehearsalStore.ts"
import type { SimulatorProps } from "./Simulator.tsx"

/** Who talks, in which language, when, and how it begins. */
export function StartForm({ files, flow, titleOf }: SimulatorProps) {
  const { t } = useTranslation("simulator")
  const reader = useLocale()
  const about = useAbout()
  const isBusy = useRehearsal((state) => state.isBusy)
  const errors = useRehearsal((state) => state.errors)
  const inWords = useProblemWords()
  const offset = offsetOf(useSurroundings().settings.timeZone)
  const [first] = errors
  const told = first === undefined ? null : inWords(first)
  const [person, setPerson] = useState("")
  const [locale, setLocale] = useState<string>(reader)
  const [isInFlow, setInFlow] = useState(true)
  const [at, setAt] = useState(() => tenInTheMorning(offset))
  const people = about.is === "ready" ? about.about.people : []

  const begin = (event: FormEvent) => {
    event.preventDefault()
    rehearsal.start(files, {
      now: `${at}:00${offset}`,
      locale,
      channel: "web",
      ...(person === "" ? {} : { customer: { id: person, level: 2 } }),
      ...(isInFlow ? { flow } : {}),
    })
  }
  return (
    <form className="start-form" onSubmit={begin}>
      <p>{t("intro")}</p>
      <label>
        {t("who")}
        <select value={person} onChange={(event) => setPerson(event.target.value)}>
          <option value="">{t("nobody")}</option>
          {people.map(({ id, name, reasonZh, reasonEn }) => (
            <option key={id} value={id}>
              {name} · {reader === "zh" ? reasonZh : reasonEn}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("language")}
        <select value={locale} onChange={(event) => setLocale(event.target.value)}>
          <option value="zh">{t("zh")}</option>
          <option value="en">{t("en")}</option>
        </select>
      </label>
      <label>
        {t("begins")}
        <select
          value={isInFlow ? "flow" : "talk"}
          onChange={(event) => setInFlow(event.target.value === "flow")}
        >
          <option value="flow">{t("beginsFlow", { title: titleOf(flow) })}</option>
          <option value="talk">{t("beginsTalking")}</option>
        </select>
      </label>
      <label>
        {t("at")}
        <input type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} required />
      </label>
      {told !== null && (
        <p className="simulator-notice" role="alert">
          {told.message} {told.help}
        </p>
      )}
      <button type="submit" className="plain-button primary" disabled={isBusy}>
        {t("begin")}
      </button>
      {isBusy && <p role="status">{t("preparing")}</p>}
    </form>
  )
}

/** Ten in the morning of this day where the insurer is, when people are at their desks. */
function tenInTheMorning(offset: string): string {
  return `${formatMoment({ epochMs: Date.now(), offset: parseOffset(offset) ?? 0 }).slice(0, 10)}T10:00`
}

const chinaOffset = "+08:00"

/** The offset of a time zone, `+08:00`; of one that changes its clock China's, as the engine reckons. */
function offsetOf(timeZone: string): string {
  const minutes = fixedOffsetOf(timeZone)
  if (minutes === null) return chinaOffset
  const part = (number: number) => String(Math.floor(number)).padStart(2, "0")
  return `${minutes < 0 ? "-" : "+"}${part(Math.abs(minutes) / 60)}:${part(Math.abs(minutes) % 60)}`
}
