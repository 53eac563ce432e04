import { findState, type Json, nameOf, type Path } from "../../../engine/index.ts"
import { titleOfValue } from "../../model/titleOfValue.ts"
import type { Model } from "../page.ts"
import { placeOf } from "./place.ts"

export type PlaceWords = {
  /** Where it belongs: the flow, or the kind of what all flows share. */
  readonly group: string
  readonly title: string
  /** Which part of it. */
  readonly part: string
  readonly key: string
}

/** Returns what a place is called in the reader's language. */
export function placeInWords(model: Model, file: string, path: Path): PlaceWords {
  const { t, around, files } = model
  const place = placeOf(files, file, path)
  const flowTitle = (flow: string) => model.text(around.flows[flow]?.title) || flow
  const name = (value: Json | undefined, id: string) => nameOf(value, id)[model.locale === "en" ? "en" : "zh"]
  switch (place.is) {
    case "state": {
      const state = findState(files.value(file) ?? null, place.state)
      const depth = state?.path.length ?? path.length
      return {
        group: flowTitle(place.flow),
        title: name(state?.value, place.state),
        part: partOf(path.slice(depth), t),
        key: `${place.flow}/${place.state}`,
      }
    }
    case "flow":
      return {
        group: flowTitle(place.flow),
        title: t("place.flow"),
        part: partOf(path, t),
        key: place.flow,
      }
    case "scenario": {
      const value = files.value(file)
      const scenario =
        typeof value === "object" && value !== null && "scenario" in value ? value.scenario : ""
      return {
        group: t("place.scenarios", { flow: flowTitle(place.flow) }),
        title: typeof scenario === "string" && scenario !== "" ? scenario : t(`fileKind.${kindOf(file)}`),
        part: "",
        key: file,
      }
    }
    case "file":
      return { group: t("place.files"), title: file, part: "", key: file }
    case "element": {
      const group = place.flow === null ? t(`page.${place.page}`) : flowTitle(place.flow)
      const kind = place.flow === null ? "" : `${t(`one.${place.page}`)} · `
      const id = place.item.replace(/^(shared|derived|event)\//, "")
      const flow = place.flow === null ? undefined : around.flows[place.flow]
      const valueTitle =
        place.page === "data" && flow !== undefined
          ? model.text(titleOfValue(`${path[0]}.${id}`, flow, around))
          : ""
      const state = place.page === "defaults" ? findState(files.value(file) ?? null, id) : undefined
      return {
        group,
        title:
          state === undefined
            ? `${kind}${valueTitle || elementTitle(model, file, path, id)}`
            : name(state.value, id),
        part: partOf(path.slice(state?.path.length ?? 2), t),
        key: `${place.flow ?? ""} ${place.page} ${place.item}`,
      }
    }
  }
}

function kindOf(file: string): "customers" | "notCovered" | "scenario" {
  if (file.endsWith("/customers.yaml")) return "customers"
  return file.endsWith("/not-covered.yaml") ? "notCovered" : "scenario"
}

function elementTitle(model: Model, file: string, path: Path, id: string): string {
  const value = model.files.value(file)
  const locale = model.locale === "en" ? "en" : "zh"
  const steps = [path.slice(0, 2), path.slice(0, 1), []]
  for (const step of steps) {
    let at: Json | undefined = value
    for (const key of step)
      at = typeof at === "object" && at !== null ? (at as Record<string, Json>)[key] : undefined
    const title = nameOf(at, "")[locale]
    if (title !== "" && (step.length > 0 || file.startsWith("wordings/"))) return title
    const question = firstQuestion(at, locale)
    if (question !== null) return question
  }
  return id
}

/** An entry of the knowledge is known by its first question. */
function firstQuestion(value: Json | undefined, locale: string): string | null {
  if (typeof value !== "object" || value === null || !("ask" in value)) return null
  const { ask } = value
  const list =
    typeof ask === "object" && ask !== null && locale in ask ? (ask as Record<string, Json>)[locale] : null
  const [first] = Array.isArray(list) ? list : []
  return typeof first === "string" ? first : null
}

const parts = ["slots", "cases", "say", "input", "output", "on", "to", "readBack", "binds", "queue"] as const
const alike: Readonly<Record<string, (typeof parts)[number]>> = {
  fills: "slots",
  tone: "say",
  save: "output",
}

function partOf(path: Path, t: Model["t"]): string {
  const step = String(path[0] ?? "")
  const known = parts.find((part) => part === (alike[step] ?? step))
  return known === undefined ? "" : t(`part.${known}`)
}
