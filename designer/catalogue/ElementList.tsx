import { TriangleAlert } from "lucide-react"
import { useEffect, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Files, Path } from "../../engine/index.ts"
import { useDiagnostics } from "../problems/checker.ts"
import { useRoom } from "../shell/room.ts"
import { useView, view } from "../shell/viewStore.ts"
import { AddElement } from "./AddElement.tsx"
import type { Entry, Model, Page } from "./page.ts"
import type { ElementPageId } from "./pages.ts"

/** The elements of a page, to be found by any of their words; arrows go from one to the next. */
export function ElementList(props: {
  readonly page: Page
  readonly id: ElementPageId
  readonly model: Model
  readonly entries: readonly Entry[]
  readonly open: Entry | null
}) {
  const { t } = useTranslation("catalogue")
  const { page, id, model, entries, open } = props
  const [sought, setSought] = useState("")
  const room = useRoom()
  const word = sought.trim().toLowerCase()
  const found = entries.filter((entry) => word === "" || wordsOf(model.files, entry).includes(word))
  const marked = useMarked(model.files, entries)
  const show = (entry: Entry | undefined) => {
    if (entry !== undefined) view.openPage(id, entry.item)
  }
  const step = (by: number) => {
    const at = found.findIndex((entry) => entry.item === (useView.getState().item ?? open?.item))
    show(found[Math.min(Math.max(at + by, 0), found.length - 1)])
  }
  const list = useRef<HTMLUListElement>(null)
  const shown = open?.item
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open is brought into sight when it changes
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" })
  }, [shown])
  return (
    <div className="element-list">
      <div className="list-head">
        <input
          className="field"
          type="search"
          aria-label={t("find", { page: t(`page.${id}`) })}
          placeholder={t("find", { page: t(`page.${id}`) })}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault()
              step(event.key === "ArrowDown" ? 1 : -1)
            }
            if (event.key === "Enter") show(found[0])
          }}
        />
        {page.add !== undefined && room !== "reading" && (
          <AddElement id={id} adding={page.add} model={model} near={open} />
        )}
      </div>
      {found.length === 0 && (
        <p className="menu-note">{t(entries.length === 0 ? `empty.${id}` : "nothingFound")}</p>
      )}
      <ul className="list-entries" ref={list}>
        {found.map((entry, index) => (
          <li key={`${entry.file} ${entry.item}`}>
            {entry.group !== "" && found[index - 1]?.group !== entry.group && (
              <h3 className="menu-title">{entry.group}</h3>
            )}
            <button
              type="button"
              className="list-entry"
              aria-current={entry.item === open?.item ? "true" : undefined}
              onClick={() => show(entry)}
            >
              <span className="entry-line">
                <span className="entry-title">{entry.title}</span>
                {marked.has(entry.item) && (
                  <TriangleAlert className="entry-mark" size={14} aria-label={t("hasProblem")} />
                )}
              </span>
              <span className="entry-line">
                <small className="entry-note">{entry.note}</small>
                {entry.title !== entry.id && <small className="entry-id">{entry.id}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function wordsOf(files: Files, { title, id, note, file, base }: Entry): string {
  const source = files.source(file)
  const value = source === undefined ? null : base.reduce<unknown>(stepInto, source.value)
  return `${title} ${id} ${note} ${base.length === 0 ? "" : JSON.stringify(value)}`.toLowerCase()
}

function stepInto(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string | number, unknown>)[step]
    : undefined
}

/** The elements in which a problem stands. */
function useMarked(files: Files, entries: readonly Entry[]): ReadonlySet<string> {
  const { diagnostics } = useDiagnostics()
  return useMemo(() => {
    const shown = new Set(entries.map(({ file }) => file))
    const places = diagnostics
      .filter(({ file, severity }) => shown.has(file) && severity !== "info")
      .map(({ file, line, column }) => ({ file, path: files.source(file)?.pathAt(line, column) ?? [] }))
    const isIn = (path: Path, base: Path) => base.every((step, index) => path[index] === step)
    return new Set(
      entries
        .filter(({ file, base, own = base }) =>
          places.some((place) => place.file === file && isIn(place.path, own)),
        )
        .map(({ item }) => item),
    )
  }, [diagnostics, files, entries])
}
