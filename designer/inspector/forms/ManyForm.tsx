import { useTranslation } from "react-i18next"
import { actionContext } from "../../actions/action.ts"
import { actions, perform } from "../../actions/actions.ts"

const useful: readonly string[] = ["copy", "cut", "duplicate", "arrangeSelection", "remove"]

/** What can be done with several at once. */
export function ManyForm({ selection }: { readonly selection: readonly string[] }) {
  const { t } = useTranslation("inspector")
  const { t: name } = useTranslation("actions")
  const context = actionContext()
  return (
    <div className="inspector">
      <header className="form-head">
        <span>{t("many.head", { count: selection.length })}</span>
      </header>
      <div className="many-actions">
        {actions
          .filter(({ id }) => useful.includes(id))
          .map((action) => (
            <button
              key={action.id}
              type="button"
              className="plain-button small"
              disabled={(action.why?.(context) ?? null) !== null}
              onClick={() => perform(action)}
            >
              <action.icon size={14} aria-hidden />
              {name(`name.${action.id}`)}
            </button>
          ))}
      </div>
    </div>
  )
}
