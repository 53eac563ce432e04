import { ArrowDown, ArrowUp, Trash2 } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { IconButton } from "../../ui/IconButton.tsx"

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
        <IconButton
          size={14}
          label={t("list.up")}
          icon={ArrowUp}
          disabled={props.isFirst === true}
          onClick={onUp}
        />
      )}
      {onDown !== undefined && (
        <IconButton
          size={14}
          label={t("list.down")}
          icon={ArrowDown}
          disabled={props.isLast === true}
          onClick={onDown}
        />
      )}
      <IconButton size={14} label={t("list.remove")} icon={Trash2} onClick={props.onRemove} />
    </div>
  )
}
