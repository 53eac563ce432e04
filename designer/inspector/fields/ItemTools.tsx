import { ArrowDown, ArrowUp, type LucideIcon, Trash2 } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

/** What can be done with one item of a list. Without `onUp` and `onDown` its place means nothing. */
export function ItemTools(props: {
  readonly children?: ReactNode
  readonly onUp?: () => void
  readonly onDown?: () => void
  readonly isFirst?: boolean
  readonly isLast?: boolean
  readonly onRemove: () => void
}) {
  const { t } = useTranslation("inspector")
  const { onUp, onDown } = props
  return (
    <div className="item-tools">
      {props.children}
      {onUp !== undefined && (
        <Tool label={t("list.up")} icon={ArrowUp} isDisabled={props.isFirst === true} onClick={onUp} />
      )}
      {onDown !== undefined && (
        <Tool label={t("list.down")} icon={ArrowDown} isDisabled={props.isLast === true} onClick={onDown} />
      )}
      <Tool label={t("list.remove")} icon={Trash2} isDisabled={false} onClick={props.onRemove} />
    </div>
  )
}

function Tool(props: {
  readonly label: string
  readonly icon: LucideIcon
  readonly isDisabled: boolean
  readonly onClick: () => void
}) {
  const Icon = props.icon
  return (
    <button
      type="button"
      className="quiet-button"
      title={props.label}
      aria-label={props.label}
      disabled={props.isDisabled}
      onClick={props.onClick}
    >
      <Icon size={14} aria-hidden />
    </button>
  )
}
