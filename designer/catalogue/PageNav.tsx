import { useTranslation } from "react-i18next"
import { useFlowTitle } from "../model/useFlowTitle.ts"
import { type PageId, pageIds, view } from "../shell/viewStore.ts"
import { pageIcon } from "./pageIcons.ts"
import { flowPageIds } from "./pages.ts"

/** The pages, those of the flow that is open above those of all flows. */
export function PageNav({ flow, page }: { readonly flow: string; readonly page: PageId }) {
  const { t } = useTranslation("catalogue")
  const titleOf = useFlowTitle()
  const shared = pageIds.filter((id) => !flowPageIds.includes(id))
  return (
    <nav className="page-nav" aria-label={t("nav")}>
      <PageLinks label={titleOf(flow)} pages={flowPageIds} page={page} />
      <PageLinks label={t("allFlows")} pages={shared} page={page} />
    </nav>
  )
}

function PageLinks(props: {
  readonly label: string
  readonly pages: readonly PageId[]
  readonly page: PageId
}) {
  const { t } = useTranslation("catalogue")
  return (
    <section>
      <h2 className="menu-title">{props.label}</h2>
      <ul>
        {props.pages.map((id) => {
          const Icon = pageIcon(id)
          return (
            <li key={id}>
              <button
                type="button"
                className="menu-item"
                aria-current={id === props.page ? "page" : undefined}
                onClick={() => view.openPage(id)}
              >
                <Icon size={16} aria-hidden />
                <span>{t(`page.${id}`)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
