import { ArrowRight, Trash2 } from "lucide-react"
import { useTranslation } from "react-i18next"
import { actionContext } from "../../actions/action.ts"
import { removeSelection } from "../../actions/removeSelection.ts"
import { useScene } from "../../model/scene.ts"
import { view } from "../../shell/viewStore.ts"

/** A connection: from which exit it comes and where it leads. */
export function EdgeForm({ id }: { readonly id: string }) {
  const { t } = useTranslation("inspector")
  const drawing = useScene((state) => state.drawing)
  const edge = drawing.edges.find((each) => each.id === id)
  const from = edge === undefined ? undefined : drawing.states.get(edge.from)
  const to = edge === undefined ? undefined : drawing.states.get(edge.to)
  if (edge === undefined || from === undefined || to === undefined) return null
  return (
    <div className="inspector">
      <header className="form-head">
        <span>{t("edge.head")}</span>
      </header>
      <p className="edge-words">
        <button type="button" className="link-button" onClick={() => view.show(from.id)}>
          {from.title}
        </button>
        <span className="edge-exit">{edge.label}</span>
        <ArrowRight size={14} aria-hidden />
        <button type="button" className="link-button" onClick={() => view.show(to.id)}>
          {to.title}
        </button>
      </p>
      <button type="button" className="plain-button small" onClick={() => removeSelection(actionContext())}>
        <Trash2 size={14} aria-hidden />
        {t("edge.remove")}
      </button>
    </div>
  )
}
