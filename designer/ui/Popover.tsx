import { type ReactNode, useEffect, useId, useRef, useState } from "react"

/**
 * A button that opens a small panel below itself. Escape, a press outside or leaving it by keyboard close it, and
 * Escape gives the focus back to the button.
 */
export function Popover(props: {
  readonly label: string
  readonly face: ReactNode
  readonly children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener("pointerdown", closeOutside)
    document.addEventListener("focusin", closeOutside)
    document.addEventListener("keydown", closeByKey)
    return () => {
      document.removeEventListener("pointerdown", closeOutside)
      document.removeEventListener("focusin", closeOutside)
      document.removeEventListener("keydown", closeByKey)
    }
  }, [isOpen])

  return (
    <div className="popover" ref={root}>
      <button
        ref={button}
        type="button"
        className="quiet-button"
        title={props.label}
        aria-label={props.label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {props.face}
      </button>
      {isOpen && (
        <section id={id} className="popover-panel" aria-label={props.label}>
          {props.children}
        </section>
      )}
    </div>
  )
}
