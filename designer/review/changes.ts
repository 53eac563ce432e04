import {
  createFiles,
  diffFile,
  type ElementChange,
  type Files,
  type FlowSetFiles,
  isMap,
  isReleased,
  type Json,
} from "../../engine/index.ts"
import { fieldInWords } from "./fieldNames.ts"
import { type ReviewWords, valueInWords } from "./valueInWords.ts"

/** What happened to one element, in words. */
export type Change = {
  readonly is: ElementChange["is"]
  readonly kind: string
  readonly title: string
  readonly id: string
  readonly details: readonly {
    readonly label: string
    readonly before: string
    readonly after: string
  }[]
}
/** The changes of one file: a flow, a wording, the services. */
export type ChangedPart = {
  readonly file: string
  readonly title: string
  readonly changes: readonly Change[]
}

/** Returns what changed between a release and the files of now, by element; what serves nobody is left out. */
export function changesBetween(
  released: FlowSetFiles,
  now: Files,
  words: ReviewWords,
): readonly ChangedPart[] {
  const changed = [...new Set([...Object.keys(released), ...Object.keys(now.texts)])]
    .filter((file) => isReleased(file) && released[file] !== now.texts[file])
    .sort()
  const before = createFiles(
    Object.fromEntries(
      changed.flatMap((file) => (released[file] === undefined ? [] : [[file, released[file]]])),
    ),
  )
  return changed.flatMap((file): readonly ChangedPart[] => {
    const [old, value] = [before.value(file), now.value(file)]
    const changes = withoutOwned(diffFile(file, old, value)).map((change) =>
      inWords(change, flowOf(file), words),
    )
    return changes.length === 0 ? [] : [{ file, title: titleOf(file, value ?? old, words), changes }]
  })
}

/** Leaves out the ways that came or went with their step. */
function withoutOwned(changes: readonly ElementChange[]): readonly ElementChange[] {
  const isWhole = ({ is }: ElementChange) => is === "added" || is === "removed"
  const states = new Set(changes.flatMap((each) => (each.kind === "state" && isWhole(each) ? [each.id] : [])))
  return changes.filter(
    (each) =>
      !((each.kind === "exit" || each.kind === "on") && isWhole(each)) ||
      !states.has(each.id.slice(0, each.id.indexOf("#"))),
  )
}

function inWords(change: ElementChange, flow: string, words: ReviewWords): Change {
  const { t, names } = words
  const told = (details: Change["details"]): Change => ({
    is: change.is,
    kind: t(`kind.${change.kind}`),
    title: elementTitle(change, flow, words),
    id: change.id,
    details,
  })
  const state = (id: string) => (id === "" ? t("nowhere") : names.state(id, flow))
  switch (change.is) {
    case "added":
    case "removed":
      return told(change.kind === "version" ? [] : textsOf(change, flow, words))
    case "renamed":
      return told([{ label: t("field.id"), before: change.from, after: change.id }])
    case "moved": {
      const stage = (id: string) => (id === "" ? t("noStage") : names.state(id, flow))
      return told([{ label: t("field.stage"), before: stage(change.from), after: stage(change.to) }])
    }
    case "retargeted":
      return told([{ label: t("field.leadsTo"), before: state(change.from), after: state(change.to) }])
    case "changed":
      return told(
        change.fields.map(({ path, before, after }) => ({
          label: fieldInWords(path, t),
          before: valueInWords(path, before, flow, words),
          after: valueInWords(path, after, flow, words),
        })),
      )
  }
}

/** What a new element says, or a removed one said; its other fields stand in the flow itself. */
function textsOf(
  change: Extract<ElementChange, { is: "added" | "removed" }>,
  flow: string,
  words: ReviewWords,
): Change["details"] {
  const { value } = change
  if (!isMap(value)) return []
  return ["say", "ask", "text"].flatMap((field) => {
    const said = value[field]
    if (said === undefined || Array.isArray(said)) return []
    const texts: readonly (readonly [string | null, Json | undefined])[] = isMap(said)
      ? Object.entries(said)
      : [[null, said]]
    return texts.flatMap(([locale, text]) => {
      if (typeof text !== "string") return []
      const path = locale === null ? [field] : [field, locale]
      const shown = valueInWords(path, text, flow, words)
      return [
        {
          label: fieldInWords(path, words.t),
          before: change.is === "removed" ? shown : "",
          after: change.is === "added" ? shown : "",
        },
      ]
    })
  })
}

function elementTitle(change: ElementChange, flow: string, { t, names }: ReviewWords): string {
  const { kind, id } = change
  const own = change.is === "added" || change.is === "removed" ? titleIn(change.value, t) : null
  const name = id.split(" ").at(-1) ?? id
  switch (kind) {
    case "flow":
      return names.flow(id)
    case "state":
      return own ?? names.state(id)
    case "exit":
    case "on": {
      const [owner = "", exit = ""] = id.split("#")
      const isOfFlow = !owner.includes("/")
      const from = isOfFlow ? names.flow(owner) : names.state(owner)
      const label = exit === "" ? t("mainExit") : isOfFlow ? (own ?? exit) : (own ?? names.exit(id))
      return t("exitOf", { state: from, exit: label })
    }
    case "slot":
      return own ?? names.slot(name, flow)
    case "operation":
      return own ?? names.operation(id)
    case "queue":
      return own ?? names.queue(name)
    case "examples":
      return name === "zh" || name === "en" ? t(`fields.${name}`) : name
    case "version":
      return t("version", { version: id })
    default:
      return own ?? name
  }
}

function titleIn(value: Json, t: ReviewWords["t"]): string | null {
  const title = isMap(value) ? value.title : undefined
  if (typeof title === "string") return title
  if (!isMap(title)) return null
  const text = title[t("locale")] ?? Object.values(title)[0]
  return typeof text === "string" ? text : null
}

function titleOf(file: string, value: Json | undefined, { t, names }: ReviewWords): string {
  const [folder = "", name = ""] = file.split("/")
  const own = value === undefined ? null : titleIn(value, t)
  if (file.endsWith("/flow.yaml")) return own ?? names.flow(flowOf(file))
  if (folder === "wordings" || folder === "questionnaires") return t("document", { title: own ?? name })
  if (folder === "knowledge") return t("part.knowledge", { name: name.replace(/\.yaml$/, "") })
  const known = (["services", "flowset", "rules"] as const).find((each) => file === `${each}.yaml`)
  return known === undefined ? file : t(`part.${known}`)
}

function flowOf(file: string): string {
  return file.endsWith("/flow.yaml") ? (file.split("/").at(-2) ?? "") : ""
}
