import type { LucideIcon } from "lucide-react"
import type { ComponentProps } from "react"

type Rest = Omit<ComponentProps<"button">, "type" | "title" | "aria-label" | "children">

/** A button that shows an icon alone; what it does stands in its tooltip, and is told to a screen reader. */
export function IconButton(
  props: Rest & { readonly label: string; readonly icon: LucideIcon; readonly size?: number },
) {
  const { label, icon: Icon, size = 16, className = "quiet-button", ...rest } = props
  return (
    <button {...rest} type="button" className={className} title={label} aria-label={label}>
      <Icon size={size} aria-hidden />
    </button>
  )
}
