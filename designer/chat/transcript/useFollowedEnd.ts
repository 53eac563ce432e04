import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react"

const nearPx = 80
const marginPx = 12

/**
 * Keeps the end of a scrolling log in view while its reader is there. What came anew and is taller than the log is
 * shown from its beginning; a reader who is further up is left alone and told, until he writes himself. The first
 * `lineCount` children of `content` are the lines, `ownKey` names the newest message of the reader under way, and
 * `signature` changes with anything below them.
 */
export function useFollowedEnd(
  lineCount: number,
  ownKey: string | undefined,
  signature: string,
): {
  readonly box: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  readonly isAway: boolean
  readonly toEnd: () => void
} {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const wasNear = useRef(true)
  const counted = useRef(0)
  const lastOwnKey = useRef<string | undefined>(undefined)
  const [isAway, setAway] = useState(false)

  useEffect(() => {
    const element = box.current
    if (element === null) return
    let top = element.scrollTop
    const watch = () => {
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx
      // What grows beneath does not take the reader away from the end; only scrolling up does.
      if (isNear) wasNear.current = true
      else if (element.scrollTop < top) wasNear.current = false
      if (isNear) setAway(false)
      top = element.scrollTop
    }
    const resized = new ResizeObserver(() => {
      if (wasNear.current) element.scrollTop = element.scrollHeight
    })
    element.addEventListener("scroll", watch, { passive: true })
    resized.observe(element)
    if (content.current !== null) resized.observe(content.current)
    return () => {
      element.removeEventListener("scroll", watch)
      resized.disconnect()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the content
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const before = counted.current
    counted.current = lineCount
    if (ownKey !== undefined && ownKey !== lastOwnKey.current) wasNear.current = true
    lastOwnKey.current = ownKey
    if (!wasNear.current && before > 0) {
      if (lineCount > before) setAway(true)
      return
    }
    const newest = lineCount > before && before > 0 ? content.current?.children[before] : undefined
    const end = element.scrollHeight - element.clientHeight
    const start = newest instanceof HTMLElement ? newest.offsetTop - marginPx : end
    element.scrollTop = Math.min(start, end)
    wasNear.current = end - start < nearPx
  }, [lineCount, ownKey, signature])

  return {
    box,
    content,
    isAway,
    toEnd: () => {
      const element = box.current
      if (element !== null) element.scrollTop = element.scrollHeight
    },
  }
}
