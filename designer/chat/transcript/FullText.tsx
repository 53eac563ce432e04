import { useEffect, useRef } from "react"

/**
 * A regulated text, whole, in a box that scrolls when it is long. Tells how far it was read, as a share from 0 to 1
 * that only grows; nothing depends on it.
 */
export function FullText(props: {
  readonly label: string
  readonly text: string
  readonly onRead: (share: number) => void
}) {
  const box = useRef<HTMLElement>(null)
  const { onRead } = props

  useEffect(() => {
    const element = box.current
    if (element === null) return
    const tell = () => onRead((element.scrollTop + element.clientHeight) / Math.max(1, element.scrollHeight))
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((each) => each.isIntersecting)) tell()
    })
    watcher.observe(element)
    element.addEventListener("scroll", tell, { passive: true })
    return () => {
      watcher.disconnect()
      element.removeEventListener("scroll", tell)
    }
  }, [onRead])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} className="full-text" aria-label={props.label} tabIndex={0}>
      {props.text}
    </section>
  )
}
