import { useMemo, useState } from "react"
import type { Use } from "../../../engine/index.ts"
import type { Model } from "../page.ts"
import { openPlace, placeOf } from "./place.ts"
import { type PlaceWords, placeInWords } from "./placeInWords.ts"

const most = 12

/** The places that name something, by flow; each leads there. */
export function WhereUsed({ model, uses }: { readonly model: Model; readonly uses: readonly Use[] }) {
  const { t } = model
  const groups = useMemo(() => byGroup(model, uses), [model, uses])
  const count = groups.reduce((sum, { places }) => sum + places.length, 0)
  return (
    <section className="where-used" aria-label={t("uses.title")}>
      <h2 className="uses-title">
        {t("uses.title")}
        {count > 0 && <span className="tab-count">{count}</span>}
      </h2>
      {count === 0 && <p className="form-hint">{t("uses.none")}</p>}
      {groups.map((group) => (
        <Group key={group.name} model={model} {...group} />
      ))}
    </section>
  )
}

type Found = { readonly words: PlaceWords; readonly use: Use }

function Group(props: { readonly model: Model; readonly name: string; readonly places: readonly Found[] }) {
  const { t, files } = props.model
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? props.places : props.places.slice(0, most)
  return (
    <>
      <h3 className="menu-title">{props.name}</h3>
      <ul>
        {shown.map(({ words, use }) => (
          <li key={words.key}>
            <button
              type="button"
              className="menu-item use"
              onClick={() => openPlace(placeOf(files, use.file, use.path))}
            >
              <span>{words.title}</span>
              <small>{words.part}</small>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < props.places.length && (
        <button type="button" className="quiet-button add-button" onClick={() => setWhole(true)}>
          {t("uses.all", { count: props.places.length })}
        </button>
      )}
    </>
  )
}

function byGroup(model: Model, uses: readonly Use[]) {
  const groups = new Map<string, Map<string, Found>>()
  for (const use of uses) {
    const words = placeInWords(model, use.file, use.path)
    const places = groups.get(words.group) ?? new Map<string, Found>()
    const known = places.get(words.key)
    const part = [...new Set([known?.words.part ?? "", words.part])]
      .filter((each) => each !== "")
      .join(model.t("uses.and"))
    places.set(words.key, { words: { ...words, part }, use: known?.use ?? use })
    groups.set(words.group, places)
  }
  const isScenario = ({ places }: { places: readonly Found[] }) =>
    places.some(({ use }) => placeOf(model.files, use.file, use.path).is === "scenario")
  const all = [...groups].map(([name, places]) => ({ name, places: [...places.values()] }))
  return [...all.filter((group) => !isScenario(group)), ...all.filter(isScenario)]
}
