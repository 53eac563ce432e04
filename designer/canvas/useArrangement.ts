import { useEffect, useRef, useState } from "react"
import type { Drawing } from "./drawing/drawing.ts"
import { arrange, type Positions } from "./layout/arrange.ts"
import { arrangeVisibly } from "./layout/arranging.ts"
import { placeNew } from "./layout/placeNew.ts"

/**
 * The places of a flow's states: those of its layout file, and beside them what has none yet. A flow without any is
 * arranged as a whole, in a worker; until that is done there is nothing to show.
 */
export function useArrangement(drawing: Drawing, kept: Positions): Positions | null {
  const [auto, setAuto] = useState<{ readonly flow: string; readonly positions: Positions } | null>(null)
  const isBare = kept.size === 0
  const asked = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: arranged once a flow, not at each change of it
  useEffect(() => {
    if (!isBare || asked.current === drawing.flow) return
    asked.current = drawing.flow
    let isWanted = true
    void arrangeVisibly((elk, onProgress) => arrange(drawing, elk, onProgress)).then((arranged) => {
      const positions = arranged?.positions ?? placeNew(drawing, new Map())
      if (isWanted) setAuto({ flow: drawing.flow, positions })
    })
    return () => {
      isWanted = false
      asked.current = null
    }
  }, [drawing.flow, isBare])
  const base = isBare ? (auto?.flow === drawing.flow ? auto.positions : null) : kept
  const known = useRef<{ drawing: Drawing; base: Positions; positions: Positions } | null>(null)
  if (base === null) return null
  if (known.current?.drawing !== drawing || known.current.base !== base)
    known.current = { drawing, base, positions: placeNew(drawing, base) }
  return known.current.positions
}
