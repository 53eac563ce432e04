import { Stamp, TextCursorInput, Workflow } from "lucide-react"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import type { Model } from "../catalogue/page.ts"
import { openPlace, type Place } from "../catalogue/uses/place.ts"
import { documents } from "../document/documents.ts"
import { run } from "../inspector/FormContext.ts"
import { useRoom } from "../shell/room.ts"
import { stateTypeIcon } from "../ui/stateTypeIcon.ts"
import { partInWords } from "./partInWords.ts"
import { placeTitle } from "./placeTitle.ts"
import type { TextPlace, TextRow } from "./textRows.ts"

/** The texts of one state, slot or regulated text under its name, which leads there. */
export function PlaceRows({ rows, model }: { readonly rows: readonly TextRow[]; readonly model: Model }) {
  const { t } = useTranslation("texttable")
  const [first] = rows
  if (first === undefined) return null
  const { place } = first
  const Icon = iconOf(place)
  const { locales } = model.around.settings
  return (
    <section className="text-place" aria-label={placeTitle(place, model)}>
      <h2>
        <button
          type="button"
          className={`link-button type-${place.type ?? "slot"}`}
          title={t(`open.${place.is}`)}
          onClick={() => openPlace(placeFor(place, model.flow.id))}
        >
          <Icon size={14} aria-hidden />
          {placeTitle(place, model)}
        </button>
        {place.is !== "state" && <small className="text-place-kind">{t(`place.${place.is}`)}</small>}
      </h2>
      {rows.map((row) => (
        <Line key={row.key} row={row} locales={locales} />
      ))}
    </section>
  )
}

type LineProps = { readonly row: TextRow; readonly locales: readonly string[] }

const Line = memo(function Line({ row, locales }: LineProps) {
  const { t } = useTranslation("texttable")
  const isReading = useRoom() === "reading"
  const part = partInWords(row, t)
  const { file, path } = row
  return (
    <div className="text-line">
      <span className="line-part">{part}</span>
      {locales.map((locale) => (
        <textarea
          key={locale}
          className={row.missing.includes(locale) ? "field text-area missing" : "field text-area"}
          lang={locale === "zh" ? "zh-CN" : locale}
          rows={1}
          aria-label={`${part} · ${locale === "zh" || locale === "en" ? t(`locale.${locale}`) : locale}`}
          placeholder={t("missing")}
          readOnly={row.isFixed || isReading}
          value={row.texts[locale] ?? ""}
          onChange={(event) =>
            run(
              { name: "text.set", args: { file, path, locale, text: event.target.value } },
              `texts ${row.key} ${locale}`,
            )
          }
          onBlur={documents.settle}
        />
      ))}
      <span className="line-states">
        {row.missing.map((locale) => (
          <span key={locale} className="line-state warn">
            {t("state.missing", {
              locale: locale === "zh" || locale === "en" ? t(`locale.${locale}`) : locale,
            })}
          </span>
        ))}
        {row.isChanged && <span className="line-state">{t("state.changed")}</span>}
        {row.isUnapproved && <span className="line-state warn">{t("state.unapproved")}</span>}
        {row.isFixed && <span className="line-state good">{t("state.approved")}</span>}
      </span>
    </div>
  )
}, sameLine)

/** A row is made anew at every keystroke anywhere; what it shows is mostly the same. */
function sameLine(before: LineProps, after: LineProps): boolean {
  const [a, b] = [before.row, after.row]
  return (
    before.locales === after.locales &&
    a.key === b.key &&
    a.isChanged === b.isChanged &&
    a.isUnapproved === b.isUnapproved &&
    a.isFixed === b.isFixed &&
    before.locales.every((locale) => a.texts[locale] === b.texts[locale])
  )
}

function iconOf(place: TextPlace) {
  if (place.is === "state") return stateTypeIcon(place.type ?? "")
  return { flow: Workflow, slot: TextCursorInput, wording: Stamp }[place.is]
}

function placeFor({ is, id }: TextPlace, flow: string): Place {
  switch (is) {
    case "state":
      return { is, flow, state: id }
    case "flow":
      return { is, flow }
    case "slot":
      return { is: "element", page: "slots", flow, item: id }
    case "wording":
      return { is: "element", page: "wordings", flow: null, item: id }
  }
}
