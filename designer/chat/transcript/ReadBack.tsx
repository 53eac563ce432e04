import { useTranslation } from "react-i18next"
import type { Row } from "../../../engine/types.ts"

/** What was told, as a table, each row with a button to change it; the buttons rest when nothing is asked here. */
export function ReadBack(props: {
  readonly rows: readonly Row[]
  readonly changeable: ReadonlySet<string>
  readonly onChange: (row: Row) => void
}) {
  const { t } = useTranslation("chat")
  return (
    <table className="read-back">
      <caption className="visually-hidden">{t("readBack")}</caption>
      <tbody>
        {props.rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and two may say the same
          <tr key={place}>
            <th scope="row">{row.label}</th>
            <td className="read-back-value">{row.value}</td>
            <td className="read-back-change">
              {row.slot !== undefined && (
                <button
                  type="button"
                  aria-label={t("changeRow", { label: row.label })}
                  disabled={!props.changeable.has(row.slot)}
                  onClick={() => props.onChange(row)}
                >
                  {t("change")}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
