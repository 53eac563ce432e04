import { ChevronRight } from "lucide-react"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import { useFlowTitle } from "../model/useFlowTitle.ts"
import { useView, view } from "../shell/viewStore.ts"

/** Through which sub-flows one came here; only when one did. */
export function Breadcrumb() {
  const { t } = useTranslation("canvas")
  const trail = useView((state) => state.trail)
  const titleOf = useFlowTitle()
  if (trail.length < 2) return null
  return (
    <nav className="breadcrumb" aria-label={t("breadcrumb")}>
      {trail.map((flow, index) => {
        const isLast = index === trail.length - 1
        return (
          // A flow may be entered twice, so its place in the trail is what tells the entries apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: the trail is a path
          <Fragment key={index}>
            {index > 0 && <ChevronRight size={14} aria-hidden />}
            {isLast ? (
              <span aria-current="page">{titleOf(flow)}</span>
            ) : (
              <button type="button" onClick={() => view.backTo(index)}>
                {titleOf(flow)}
              </button>
            )}
          </Fragment>
        )
      })}
    </nav>
  )
}
