import { useTranslation } from "react-i18next"
import { useView } from "../shell/viewStore.ts"
import { ElementDetail } from "./ElementDetail.tsx"
import { ElementList } from "./ElementList.tsx"
import { type ElementPageId, elementPages } from "./pages.ts"
import { useModel } from "./useModel.ts"

/** All elements of a kind in a list, and the form of the one that is open. */
export function ElementPage({ flow, page: id }: { readonly flow: string; readonly page: ElementPageId }) {
  const { t } = useTranslation("catalogue")
  const model = useModel(flow)
  const item = useView((state) => state.item)
  const page = elementPages[id]
  const entries = page.entries(model)
  const open = entries.find((entry) => entry.item === item) ?? (item === null ? entries[0] : undefined)
  return (
    <div className="element-page">
      <ElementList key={id} page={page} id={id} model={model} entries={entries} open={open ?? null} />
      {open === undefined ? (
        <div className="page-empty">
          <p>{t(entries.length === 0 ? `empty.${id}` : "notFound")}</p>
        </div>
      ) : (
        <ElementDetail
          key={`${id} ${open.file} ${open.item}`}
          page={page}
          id={id}
          model={model}
          entry={open}
        />
      )}
    </div>
  )
}
