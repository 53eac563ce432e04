import type { ReactNode } from "react"
import { useOptionKeys } from "./useOptionKeys.ts"

export type SearchOption = {
  readonly id: string
  /** The heading under which it stands; options of one section follow one another. */
  readonly section: string
  readonly icon: ReactNode
  readonly name: string
  readonly note: ReactNode
  readonly className?: string
  readonly isDisabled?: boolean
}

/** A field and the options that fit what is typed in it; arrows and enter choose while the field keeps the focus. */
export function SearchList(props: {
  /** Begins the ids of the list and its options: one list of a name a page. */
  readonly name: string
  readonly fieldClass: string
  readonly listClass?: string
  readonly fieldLabel: string
  readonly listLabel: string
  /** What stands there when nothing fits. */
  readonly nothing: string
  readonly sought: string
  readonly onSought: (sought: string) => void
  readonly options: readonly SearchOption[]
  readonly onChoose: (id: string) => void
}) {
  const { name, options, onChoose } = props
  const keys = useOptionKeys(
    options.map(({ id }) => id),
    onChoose,
  )
  return (
    <>
      <input
        className={props.fieldClass}
        type="search"
        role="combobox"
        aria-expanded
        aria-controls={`${name}-list`}
        aria-activedescendant={keys.active === null ? undefined : `${name}-${keys.active}`}
        aria-label={props.fieldLabel}
        placeholder={props.fieldLabel}
        value={props.sought}
        onChange={(event) => props.onSought(event.target.value)}
        onKeyDown={keys.onKeyDown}
      />
      <div className={props.listClass} role="listbox" id={`${name}-list`} aria-label={props.listLabel}>
        {options.map(({ id, section, icon, note, className, isDisabled, name: label }, index) => (
          <div key={id}>
            {options[index - 1]?.section !== section && (
              <div className="menu-title" aria-hidden>
                {section}
              </div>
            )}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the field above holds the focus, as a combobox does */}
            <div
              role="option"
              id={`${name}-${id}`}
              className={className === undefined ? "menu-item" : `menu-item ${className}`}
              aria-selected={keys.active === id}
              aria-disabled={isDisabled}
              onPointerMove={() => keys.setActive(id)}
              onClick={() => onChoose(id)}
              onKeyDown={keys.onKeyDown}
            >
              {icon}
              <span>{label}</span>
              {note}
            </div>
          </div>
        ))}
        {options.length === 0 && <p className="menu-note">{props.nothing}</p>}
      </div>
    </>
  )
}
