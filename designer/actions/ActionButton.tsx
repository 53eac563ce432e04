import { useTranslation } from "react-i18next"
import type { ActionId } from "./action.ts"
import { actions, perform } from "./actions.ts"
import { keyText } from "./Keys.tsx"

/** A button for an action: its icon, and name, keys or the reason why not in the tooltip. */
export function ActionButton(props: {
  readonly id: ActionId
  readonly label?: string
  readonly isDisabled: boolean
  readonly className?: string
  readonly isNamed?: boolean
}) {
  const { t } = useTranslation("actions")
  const action = actions.find(({ id }) => id === props.id)
  if (action === undefined) return null
  const name = props.label ?? t(`name.${action.id}`)
  const keys = action.keys === undefined ? "" : ` (${keyText(action.keys)})`
  return (
    <button
      type="button"
      className={props.className ?? "quiet-button"}
      disabled={props.isDisabled}
      title={`${name}${keys}`}
      aria-label={name}
      onClick={() => perform(action)}
    >
      <action.icon size={16} aria-hidden />
      {props.isNamed === true && t(`name.${action.id}`)}
    </button>
  )
}
