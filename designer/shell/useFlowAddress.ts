import { useEffect } from "react"
import { useDocuments } from "../document/documents.ts"
import { surroundings, useSurroundings } from "../model/useSurroundings.ts"
import { useView, view } from "./viewStore.ts"

/** The flow that is shown. The address names it, so that it can be sent to a colleague, and back and forward work. */
export function useFlowAddress(): string | null {
  const trail = useView((state) => state.trail)
  const { flowFiles: flows } = useSurroundings()
  const isReady = useDocuments((state) => state.is === "ready")
  const flow = trail.at(-1) ?? null

  useEffect(() => {
    if (!isReady) return
    const read = () => {
      const asked = new URLSearchParams(location.search).get("flow")
      const shown = useView.getState().trail.at(-1)
      if (asked !== null && asked !== shown && surroundings().flowFiles[asked] !== undefined)
        view.openFlow(asked)
    }
    read()
    window.addEventListener("popstate", read)
    return () => window.removeEventListener("popstate", read)
  }, [isReady])

  useEffect(() => {
    if (!isReady) return
    const shown = useView.getState().trail.at(-1)
    if (shown !== undefined && flows[shown] !== undefined) return
    const [first] = Object.keys(flows)
    if (first !== undefined) view.openFlow(first)
  }, [flows, isReady])

  useEffect(() => {
    if (flow === null) return
    const address = new URL(location.href)
    if (address.searchParams.get("flow") === flow) return
    const isFirst = !address.searchParams.has("flow")
    address.searchParams.set("flow", flow)
    history[isFirst ? "replaceState" : "pushState"](null, "", address)
  }, [flow])

  return flow !== null && flows[flow] !== undefined ? flow : null
}
