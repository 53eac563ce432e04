import { useEffect, useRef } from "react"
import { useDocuments } from "../document/documents.ts"
import { surroundings, useSurroundings } from "../model/useSurroundings.ts"
import { pageIds, useView, view } from "./viewStore.ts"

/**
 * The flow that is shown. The address names it, the page beside the canvas and what is open there, so that it can be
 * sent to a colleague, and back and forward work.
 */
export function useFlowAddress(): string | null {
  const trail = useView((state) => state.trail)
  const page = useView((state) => state.page)
  const item = useView((state) => state.item)
  const { flowFiles: flows } = useSurroundings()
  const isReady = useDocuments((state) => state.is === "ready")
  const flow = trail.at(-1) ?? null
  const before = useRef(flows)

  useEffect(() => {
    if (!isReady) return
    const read = () => {
      const parameters = new URLSearchParams(location.search)
      const asked = parameters.get("flow")
      const shown = useView.getState().trail.at(-1)
      if (asked !== null && asked !== shown && surroundings().flowFiles[asked] !== undefined)
        view.openFlow(asked)
      const askedPage = pageIds.find((id) => id === parameters.get("page")) ?? null
      const askedItem = parameters.get("item")
      const { page: shownPage, item: shownItem } = useView.getState()
      if (askedPage === null) {
        if (shownPage !== null) view.closePage()
      } else if (askedPage !== shownPage || askedItem !== shownItem) view.openPage(askedPage, askedItem)
    }
    read()
    window.addEventListener("popstate", read)
    return () => window.removeEventListener("popstate", read)
  }, [isReady])

  useEffect(() => {
    if (!isReady) return
    const shown = useView.getState().trail.at(-1)
    if (shown !== undefined && flows[shown] !== undefined) return
    const renamed = shown === undefined ? undefined : renamedFlow(shown, before.current, flows)
    const next = renamed ?? Object.keys(flows)[0]
    if (next === undefined) return
    const { page: shownPage, item: shownItem } = useView.getState()
    if (shownPage === null) view.openFlow(next)
    else view.openPage(shownPage, shownItem === shown ? next : shownItem, next)
  }, [flows, isReady])
  useEffect(() => {
    before.current = flows
  }, [flows])

  useEffect(() => {
    if (flow === null) return
    const address = new URL(location.href)
    const before = address.href
    const isFirst = !address.searchParams.has("flow")
    const isSamePlace = address.searchParams.get("flow") === flow && address.searchParams.get("page") === page
    for (const [name, value] of Object.entries({ flow, page, item })) {
      if (value === null) address.searchParams.delete(name)
      else address.searchParams.set(name, value)
    }
    if (address.href === before) return
    // What is looked at one after the other on a page is one stop of going back.
    history[isFirst || isSamePlace ? "replaceState" : "pushState"](null, "", address)
  }, [flow, page, item])

  return flow !== null && flows[flow] !== undefined ? flow : null
}

type FlowFiles = Readonly<Record<string, string>>

/** What a flow is called now that it is gone under its name: undoing a renaming gives it back the one it had. */
function renamedFlow(id: string, before: FlowFiles, now: FlowFiles): string | undefined {
  const gone = Object.keys(before).filter((each) => now[each] === undefined)
  const [added, ...others] = Object.keys(now).filter((each) => before[each] === undefined)
  return gone.length === 1 && gone[0] === id && others.length === 0 ? added : undefined
}
