import { type Files, isMap, type Path, valueAt } from "../../../engine/index.ts"
import { type PageId, useView, view } from "../../shell/viewStore.ts"

/** Something of the flow set that can be shown: a state on the canvas, an element on its page, a flow, a scenario. */
export type Place =
  | { readonly is: "state"; readonly flow: string; readonly state: string }
  | { readonly is: "element"; readonly page: PageId; readonly flow: string | null; readonly item: string }
  | { readonly is: "flow"; readonly flow: string }
  | { readonly is: "scenario"; readonly flow: string; readonly file: string }
  | { readonly is: "file"; readonly file: string }

/** Sections of a flow's file that are elements of a page, and of `flowset.yaml`. */
const flowPages: Readonly<Record<string, PageId>> = { slots: "slots", data: "data", derived: "data" }
const sharedPages: Readonly<Record<string, PageId>> = {
  slots: "slots",
  queues: "queues",
  parameters: "parameters",
  events: "triggers",
}

/** Returns what is shown for a value at a path of a file. */
export function placeOf(files: Files, file: string, path: Path): Place {
  const value = files.value(file)
  const section = String(path[0])
  const name = String(path[1])
  const flow = /^(?:patterns\/)?([^/]+)\/(flow\.yaml|scenarios\/.+|customers\.yaml)$/.exec(file)
  if (flow !== null && flow[2] !== "flow.yaml") return { is: "scenario", flow: flow[1] ?? "", file }
  if (flow !== null) {
    const id = flow[1] ?? ""
    const page = flowPages[section]
    if (section === "states" && path.length > 1)
      return { is: "state", flow: id, state: String(path[path.lastIndexOf("states") + 1] ?? name) }
    if (page !== undefined && path.length > 1)
      return { is: "element", page, flow: id, item: section === "derived" ? derivedItem(name) : name }
    if (section === "triggers") return { is: "element", page: "triggers", flow: id, item: id }
    return { is: "flow", flow: id }
  }
  const element = (page: PageId, item: string): Place => ({ is: "element", page, flow: null, item })
  if (file === "flowset.yaml") {
    const page = sharedPages[section]
    if (page === "slots") return element("slots", sharedItem(name))
    if (page === "triggers") return element("triggers", eventItem(name))
    if (page !== undefined && path.length > 1) return element(page, name)
    if (section === "defaults" && path[1] === "states" && path.length > 2)
      return element("defaults", String(path[path.lastIndexOf("states") + 1] ?? path[2]))
    if (section === "defaults") return element("defaults", "")
  }
  if (file === "services.yaml" && path.length > 0) return element("services", section)
  if (file === "rules.yaml") return element("rules", idAt(valueAt(value, path.slice(0, 2))))
  if (file.startsWith("knowledge/")) return element("knowledge", idAt(valueAt(value, path.slice(0, 1))))
  const wording = /^wordings\/(.+)\.yaml$/.exec(file)?.[1]
  if (wording !== undefined) return element("wordings", wording)
  return { is: "file", file }
}

/** Shows a place, on the canvas or on its page. */
export function openPlace(place: Place): void {
  switch (place.is) {
    case "state": {
      if (useView.getState().trail.at(-1) !== place.flow) view.openFlow(place.flow)
      view.show(place.state)
      return
    }
    case "element":
      view.openPage(place.page, place.item === "" ? null : place.item, place.flow ?? undefined)
      return
    case "flow":
      view.openFlow(place.flow)
      return
    case "scenario":
      view.openFlow(place.flow)
      view.openDrawer("scenarios")
      return
    case "file":
      view.openDrawer("yaml")
  }
}

/** How elements are named on a page that has several kinds. */
export const sharedItem = (name: string): string => `shared/${name}`
export const derivedItem = (name: string): string => `derived/${name}`
export const eventItem = (name: string): string => `event/${name}`

function idAt(value: ReturnType<typeof valueAt>): string {
  return isMap(value) && typeof value.id === "string" ? value.id : ""
}
