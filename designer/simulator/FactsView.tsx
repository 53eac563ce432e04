import { useTranslation } from "react-i18next"
import { formatDateTime } from "../../engine/format/dates.ts"
import { useLocale } from "../i18n/useLocale.ts"
import type { RunFacts, SlotFact } from "./facts.ts"

/** What the conversation knows, each with where it came from, and the evidence that it rests on. */
export function FactsView({ facts }: { readonly facts: readonly RunFacts[] }) {
  const { t } = useTranslation("simulator")
  const locale = useLocale()
  const moment = (at: string) => formatDateTime(at, locale) ?? at
  if (facts.length === 0) return <p className="simulator-empty">{t("noFacts")}</p>
  return facts.map((run) => (
    <section key={run.id} className="run-facts">
      <h3>
        {run.title}
        {run.isParked && <em className="fact-tag">{t("parked")}</em>}
      </h3>
      <p className="run-place">{run.places.join(" › ")}</p>
      {run.slots.length === 0 ? (
        <p className="simulator-empty">{t("noFacts")}</p>
      ) : (
        <SlotTable slots={run.slots} />
      )}
      <h4>{t("evidence")}</h4>
      {run.evidence.length === 0 ? (
        <p className="simulator-empty">{t("noEvidence")}</p>
      ) : (
        <ul className="fact-list">
          {run.evidence.map((each) => (
            <li key={each.id}>
              <strong>{each.title}</strong> {t("version", { version: each.version })}
              <small>
                {t("quoted", { words: each.words })} {moment(each.at)}
              </small>
            </li>
          ))}
        </ul>
      )}
      {run.timers.length > 0 && (
        <>
          <h4>{t("timers")}</h4>
          <ul className="fact-list">
            {run.timers.map(({ id, name, due }) => (
              <li key={id}>
                {name} <small>{moment(due)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      {run.data.length > 0 && (
        <details>
          <summary>{t("data")}</summary>
          {run.data.map(({ name, value }) => (
            <details key={name} className="data-fact">
              <summary>{name}</summary>
              <pre>{JSON.stringify(value, null, 2)}</pre>
            </details>
          ))}
        </details>
      )}
    </section>
  ))
}

function SlotTable({ slots }: { readonly slots: readonly SlotFact[] }) {
  const { t } = useTranslation("simulator")
  return (
    <table className="slot-table">
      <tbody>
        {slots.map(({ key, title, value, status, from }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            <td>
              {value}
              {status !== "filled" && (
                <em className="fact-tag" data-status={status}>
                  {t(`status.${status}`)}
                </em>
              )}
              {from !== undefined && (
                <small>
                  {t(`by.${from.by}`)}
                  {from.text !== undefined && from.text !== "" && t("quoted", { words: from.text })}
                </small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
