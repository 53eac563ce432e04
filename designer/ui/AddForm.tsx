import { Plus } from "lucide-react"
import { Popover } from "radix-ui"
import { type ReactNode, useState } from "react"

/** A small form below its button in which something new is named; it closes once it was made. */
export function AddForm(props: {
  /** What stands on the button. */
  readonly face: string
  /** What the button is called where its face says too little. */
  readonly label?: string
  readonly submit: string
  /** Makes it; false when that could not be done, and the form stays. */
  readonly onSubmit: () => boolean
  readonly children: ReactNode
}) {
  const { face, label, submit, onSubmit, children } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="plain-button small" title={label} aria-label={label}>
          <Plus size={14} aria-hidden />
          {face}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu add-form" align="end" sideOffset={4}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (onSubmit()) setOpen(false)
            }}
          >
            {children}
            <button type="submit" className="plain-button primary small">
              {submit}
            </button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** A line of such a form that must be filled in. */
export function AddField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isOptional?: boolean
  readonly pattern?: string
  readonly placeholder?: string
  readonly hint?: string
  readonly lang?: string
}) {
  const { label, value, onChange, isOptional = false, hint, ...input } = props
  return (
    <label>
      {label}
      <input
        {...input}
        className="field"
        required={!isOptional}
        title={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && <small className="form-hint">{hint}</small>}
    </label>
  )
}
