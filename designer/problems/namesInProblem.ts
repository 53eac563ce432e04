import type { TFunction } from "i18next"
import { fieldInWords, localeInWords } from "../../engine/edit/field-words.ts"
import { type Diagnostic, isBuiltInType } from "../../engine/index.ts"
import type { UiLocale } from "../i18n/locale.ts"
import type { Names } from "../model/names.ts"
import type { Surroundings } from "../model/surroundings.ts"
import { textIn } from "../model/textIn.ts"
import { titleOfField } from "../model/titleOfValue.ts"
import type { NameOf } from "./sentenceInWords.ts"
import { stateOf } from "./useProblems.ts"

export type ProblemReader = {
  readonly locale: UiLocale
  readonly names: Names
  readonly around: Surroundings
  readonly canvas: TFunction<"canvas">
  readonly inspector: TFunction<"inspector">
}

/** Returns what the things that a problem names are called, each by its kind, where the problem stands. */
export function namesInProblem({ at, file }: Diagnostic, reader: ProblemReader): NameOf {
  const { locale, names, around, canvas, inspector } = reader
  const flow = flowOf(at, file, around)
  const state = stateOf(at)
  const fallback = around.settings.locales[0] ?? "zh"
  const words = (text: Parameters<typeof textIn>[0], id: string) => textIn(text, locale, fallback) || id
  const exit = (id: string) => names.exit(state === null ? `${flow}#${id}` : `${flow}/${state}#${id}`)
  const place = (id: string): string => {
    const [where = "", by] = id.split("#")
    const named = where.includes("/") ? names.state(where) : any(where)
    return by === undefined ? named : `${named} · ${names.exit(id)}`
  }
  const type = (id: string): string =>
    isBuiltInType(id) ? inspector(`slotType.${id}`) : words(around.settings.types?.[id]?.title, id)
  const value = (path: string): string => {
    const plain = path.replaceAll(/[{}]/g, "")
    const root = rootNames.find((each) => each === plain)
    return root === undefined ? names.value(plain, flow) : inspector(`root.${root}`)
  }
  const any = (id: string): string => {
    if (/^(?:slots|data|derived|parameters)\./.test(id)) return value(id)
    const known = [
      ...[
        names.state(id, flow),
        names.slot(id, flow),
        names.flow(id),
        names.operation(id),
        names.wording(id),
      ],
      ...[names.queue(id), type(id), exit(id)],
      ...(around.settings.events?.[id] === undefined ? [] : [names.event(id)]),
    ]
    return known.find((name) => name !== id) ?? id
  }
  const by: Readonly<Record<string, NameOf>> = {
    ...{ flow: (_, id) => names.flow(id), exit: (_, id) => exit(id), place: (_, id) => place(id) },
    ...{ state: (_, id) => names.state(id, flow), slot: (_, id) => names.slot(id, flow) },
    ...{ data: (_, id) => value(`data.${id}`), derived: (_, id) => value(`derived.${id}`) },
    ...{ path: (_, id) => value(id), outcome: (_, id) => names.outcome(id, flow) },
    ...{ wording: (_, id) => names.wording(id), operation: (_, id) => names.operation(id) },
    ...{ queue: (_, id) => names.queue(id), event: (_, id) => names.event(id) },
    parameter: (_, id) => words(around.settings.parameters[id]?.title, id),
    input: (_, id) => words(titleOfField(undefined, id, around), id),
    ...{ type: (_, id) => type(id), any: (_, id) => any(id) },
    checkpoint: (_, id) => canvas(`checkpoint.${id}` as "checkpoint.consent", { defaultValue: id }),
    locale: (_, id) => localeInWords(id)[locale] ?? id,
    field: (_, id) => (locale === "zh" ? fieldInWords(id.split(".").at(-1) ?? id).zh : id),
  }
  // A cycle is told as one text of places that follow one another.
  return (kind, id) =>
    kind === "place" ? id.split(" → ").map(place).join(" → ") : (by[kind]?.(kind, id) ?? id)
}

const rootNames = ["slots", "data", "derived", "parameters"] as const

function flowOf(at: string | undefined, file: string, { flows, flowFiles }: Surroundings): string {
  const [named = ""] = at?.split(/[/#]/) ?? []
  if (flows[named] !== undefined) return named
  return Object.entries(flowFiles).find(([, each]) => each === file)?.[0] ?? ""
}
