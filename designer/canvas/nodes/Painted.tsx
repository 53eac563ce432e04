import { Check, CircleDashed, CircleSlash2, type LucideIcon } from "lucide-react"
import { createContext, useContext } from "react"
import type { CanvasEdge } from "../toEdges.ts"

export type Tone = "reached" | "missed" | "excused"
/** What an overlay says of a state or of an exit. */
export type Paint = { readonly tone: Tone; readonly label: string; readonly count?: string }
/** By state, and by exit as `state#exit`; null while nothing is painted. */
export type Painted = ReadonlyMap<string, Paint> | null

const PaintedContext = createContext<Painted>(null)
export const PaintedProvider = PaintedContext.Provider

export function usePainted(): Painted {
  return useContext(PaintedContext)
}

/** A shape for each tone, so that nobody has to tell colours apart. */
export const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  reached: Check,
  missed: CircleDashed,
  excused: CircleSlash2,
}

/** The veil over a state, and its badge. */
export function PaintedState({ id }: { readonly id: string }) {
  const paint = usePainted()?.get(id)
  if (paint === undefined) return null
  const Icon = toneIcons[paint.tone]
  return (
    <>
      <span className={`paint-veil ${paint.tone}`} />
      <span className={`state-mark paint ${paint.tone}`} title={paint.label}>
        <Icon size={12} aria-label={paint.label} />
        {paint.count}
      </span>
    </>
  )
}

/** Returns the class of what stands for these exits: the gravest tone among them. */
export function paintedClass(painted: Painted, ...exits: readonly string[]): string {
  if (painted === null) return ""
  const tones = exits.flatMap((exit) => painted.get(exit)?.tone ?? [])
  const tone = (["missed", "excused", "reached"] as const).find((each) => tones.includes(each))
  return tone === undefined ? "" : `painted ${tone}`
}

/** Paints the ways of what is painted. */
export function paintEdges(edges: CanvasEdge[], painted: Painted): CanvasEdge[] {
  if (painted === null) return edges
  return edges.map((edge) => {
    const tone = painted.get(edge.id)?.tone
    return tone === undefined ? edge : { ...edge, className: `${edge.className ?? ""} painted ${tone}` }
  })
}
