import { useMemo } from "react"
import { exitTaken } from "../../engine/index.ts"
import { useRehearsal } from "./rehearsalStore.ts"

/** How many of the exits taken last still glow. */
const glowing = 12

/**
 * Lights up on the drawing of a flow where the rehearsal stands and the ways that it took. A style sheet of its own, so
 * that no card of the canvas has to know of it or is drawn again.
 */
export function RehearsalMarks({ flow }: { readonly flow: string }) {
  const scene = useRehearsal((state) => state.scene)
  const css = useMemo(() => {
    if (scene === null) return ""
    const own = (name: string) => (name.startsWith(`${flow}/`) ? [name.slice(flow.length + 1)] : [])
    const active = scene.active.flatMap(own)
    const taken = scene.entries
      .flatMap((entry) => exitTaken(entry) ?? [])
      .slice(-glowing)
      .flatMap(own)
    const nodes = active.map((id) => `.react-flow__node[data-id=${JSON.stringify(id)}]`)
    const edges = taken.map((id) => `.react-flow__edge[data-id=${JSON.stringify(id)}] .react-flow__edge-path`)
    return [
      nodes.length === 0
        ? ""
        : `${nodes.join(",")} { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: var(--radius); }`,
      edges.length === 0 ? "" : `${edges.join(",")} { stroke: var(--accent); stroke-width: 3; opacity: 1; }`,
    ].join("\n")
  }, [scene, flow])
  return css === "" ? null : <style>{css}</style>
}
