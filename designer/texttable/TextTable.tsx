import { Download, Upload } from "lucide-react"
import { type CSSProperties, useDeferredValue, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useModel } from "../catalogue/useModel.ts"
import { useDocuments } from "../document/documents.ts"
import { useRoom } from "../shell/room.ts"
import { Segments } from "../ui/Segments.tsx"
import { ImportDialog } from "./ImportDialog.tsx"
import { PlaceRows } from "./PlaceRows.tsx"
import { partInWords } from "./partInWords.ts"
import { placeTitle } from "./placeTitle.ts"
import { type TextRow, textRows } from "./textRows.ts"
import { toSheets } from "./textSheet.ts"
import { useReleasedValue } from "./useReleasedValue.ts"
import { writeXlsx } from "./xlsx.ts"

const filters = ["all", "missing", "changed", "unapproved"] as const
type Filter = (typeof filters)[number]

/** All texts of a flow side by side, each where it stands and how; for translators as an Excel file. */
export function TextTable({ flow }: { readonly flow: string }) {
  const { t } = useTranslation("texttable")
  const model = useModel(flow)
  const released = useReleasedValue()
  const isReading = useRoom() === "reading"
  const isSound = useDocuments(({ files }) => files.source(model.flowFile) !== undefined)
  const { around, flow: document, flowFile } = model
  const rows = useMemo(
    () => textRows(document, flowFile, around, released),
    [document, flowFile, around, released],
  )
  const [filter, setFilter] = useState<Filter>("all")
  const [sought, setSought] = useState("")
  const [hasLabels, setLabels] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const word = useDeferredValue(sought.trim().toLowerCase())
  const counted = rows.filter(({ isLabel }) => hasLabels || !isLabel)
  const fits = counted.filter(
    (row) =>
      passes(row, filter) &&
      (word === "" ||
        [...Object.values(row.texts), placeTitle(row.place, model)].join(" ").toLowerCase().includes(word)),
  )
  const { locales } = around.settings
  const write = async () => {
    const heads = [
      t("column.place"),
      t("column.part"),
      ...locales.map((locale) => localeName(locale, t)),
      t("column.key"),
    ]
    const sheets = toSheets(flow, locales, rows, heads, (row) => [
      placeTitle(row.place, model),
      partInWords(row, t),
    ])
    download(await writeXlsx(sheets), `${flow}-${t("fileName")}.xlsx`)
  }
  return (
    <div className="text-table">
      <header className="table-head">
        <h1>{t("title")}</h1>
        <input
          className="field"
          type="search"
          aria-label={t("find")}
          placeholder={t("find")}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <Segments
          label={t("show")}
          options={filters
            .filter((each) => each !== "changed" || released !== null)
            .map((each) => ({
              value: each,
              label: `${t(`filter.${each}`)} ${counted.filter((row) => passes(row, each)).length}`,
            }))}
          value={filter}
          onChange={setFilter}
        />
        <label className="toggle">
          <input type="checkbox" checked={hasLabels} onChange={(event) => setLabels(event.target.checked)} />
          {t("labels")}
        </label>
        <span className="table-actions">
          <button
            type="button"
            className="plain-button small"
            disabled={!isSound}
            onClick={() => void write()}
          >
            <Download size={14} aria-hidden />
            {t("export")}
          </button>
          {!isReading && (
            <label className="plain-button small file-button">
              <Upload size={14} aria-hidden />
              {t("import")}
              <input
                className="visually-hidden"
                type="file"
                accept=".xlsx"
                onChange={(event) => {
                  setFile(event.target.files?.[0] ?? null)
                  event.target.value = ""
                }}
              />
            </label>
          )}
        </span>
      </header>
      {fits.length === 0 ? (
        <div className="page-empty">
          <p>{t(`empty.${word === "" ? filter : "search"}`)}</p>
        </div>
      ) : (
        <div className="table-body" style={{ "--locales": locales.length } as CSSProperties}>
          <div className="text-line text-columns" aria-hidden>
            <span>{t("column.part")}</span>
            {locales.map((locale) => (
              <span key={locale}>{localeName(locale, t)}</span>
            ))}
            <span>{t("column.state")}</span>
          </div>
          {byPlace(fits).map((group) => (
            <PlaceRows key={group[0]?.key} rows={group} model={model} />
          ))}
        </div>
      )}
      {file !== null && (
        <ImportDialog file={file} flow={flow} rows={rows} model={model} onClose={() => setFile(null)} />
      )}
    </div>
  )
}

function passes(row: TextRow, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true
    case "missing":
      return row.missing.length > 0
    case "changed":
      return row.isChanged
    case "unapproved":
      return row.isUnapproved
  }
}

function byPlace(rows: readonly TextRow[]): readonly (readonly TextRow[])[] {
  const groups: TextRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.place.is === row.place.is && last[0].place.id === row.place.id) last.push(row)
    else groups.push([row])
  }
  return groups
}

function localeName(locale: string, t: ReturnType<typeof useTranslation<"texttable">>["t"]): string {
  return locale === "zh" || locale === "en" ? t(`locale.${locale}`) : locale
}

function download(blob: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
