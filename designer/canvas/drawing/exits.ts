import type { OnEntryDocument, StateDocument } from "../../../engine/document/schema.ts"
import { isMap } from "../../../engine/index.ts"
import type { ExitSpec } from "../../../engine/states/kind.ts"
import { type AnyState, isStateType, kindOf } from "../../../engine/states/registry.ts"
import { conditionInWords } from "../../condition/conditionInWords.ts"
import { parsedState } from "../../model/parsedState.ts"
import { periodInWords } from "../../model/periodInWords.ts"
import { asWords, titleOfEvent } from "../../model/titleOfValue.ts"
import { type DrawContext, isStates } from "./context.ts"
import type { DrawnEntry, DrawnExit } from "./drawing.ts"

/** Returns every exit of a state, in the order in which its type names them, then those of `on`. */
export function exitsOf(state: StateDocument, context: DrawContext): readonly DrawnExit[] {
  const specs = specsOf(state, context)
  const main = specs[0]?.name ?? "next"
  const targets = targetsOf(state, main)
  const names = new Set([...specs.map(({ name }) => name), ...written(state.on).keys(), ...targets.keys()])
  const defaults = context.around.settings.defaults.to
  return [...names].flatMap((name): readonly DrawnExit[] => {
    const spec = specs.find((each) => each.name === name)
    const entry = written(state.on).get(name)
    const target = targets.get(name) ?? (spec === undefined ? undefined : defaults[name]) ?? null
    if (entry !== undefined && target === null) return []
    if (spec?.optional === true && target === null) return []
    return [
      {
        name,
        label: entry === undefined ? labelOfExit(state, name, context) : labelOfEntry(name, entry, context),
        by: entry === undefined ? "case" : "event",
        target,
        toDefault: target !== null && !context.isOwn(target),
        isMissing: target === null,
        targetTitle: target === null ? "" : context.titleOf(target),
      },
    ]
  })
}

/** Leaves out an entry of which nothing but the name is written yet. */
function written(on: StateDocument["on"]): ReadonlyMap<string, OnEntryDocument> {
  return new Map(Object.entries(on ?? {}).filter(([, entry]) => isMap(entry)))
}

/** Returns the entries of an `on` as they are listed on a group's or the flow's frame. */
export function entriesOf(
  on: Readonly<Record<string, OnEntryDocument>> | undefined,
  to: StateDocument["to"],
  context: DrawContext,
): readonly DrawnEntry[] {
  const targets = typeof to === "object" ? to : {}
  return [...written(on)].map(([name, entry]) => {
    const target = targetOf(targets[name])
    return {
      name,
      label: labelOfEntry(name, entry, context),
      how:
        entry.event !== undefined
          ? "event"
          : entry.says !== undefined
            ? "says"
            : entry.silence !== undefined
              ? "silence"
              : "timer",
      target,
      toDefault: target !== null && !context.isOwn(target),
    }
  })
}

/** The names of exits that a state gives itself, with their targets. */
export function targetsOf(state: Pick<StateDocument, "to">, main: string): ReadonlyMap<string, string> {
  if (state.to === undefined) return new Map()
  const named: readonly (readonly [string, unknown])[] =
    typeof state.to === "string" ? [[main, state.to]] : Object.entries(state.to)
  return new Map(
    named.flatMap(([name, target]) => {
      const id = targetOf(target)
      return id === null ? [] : [[name, id]]
    }),
  )
}

function targetOf(value: unknown): string | null {
  if (typeof value === "string") return value
  if (typeof value !== "object" || value === null || !("to" in value)) return null
  return typeof value.to === "string" ? value.to : null
}

/** The exits that follow from the type; those of a state that cannot be read are what it names itself. */
export function specsOf(state: StateDocument, { around }: Pick<DrawContext, "around">): readonly ExitSpec[] {
  const parsed = parsedState(state) ?? unfinishedState(state)
  if (parsed === null) return []
  return kindOf(parsed).exits(parsed, {
    operation(id) {
      const operation = around.operations[id]
      if (operation === undefined) return null
      return { effect: operation.effect, errors: Object.keys(operation.errors ?? {}) }
    },
    outcomes: (flow) => around.flows[flow]?.outcomes ?? null,
  })
}

/** A state that is not filled in yet has its exits all the same, when the few fields that decide them are sound. */
function unfinishedState(state: StateDocument): AnyState | null {
  const { type, cases, returns, states } = state
  if (!isStateType(type)) return null
  const isSound =
    (type !== "decision" || isStates(cases)) &&
    (type !== "group" || isStates(states)) &&
    (returns === undefined || Array.isArray(returns))
  return isSound ? (state as unknown as AnyState) : null
}

export function labelOfExit(state: StateDocument, name: string, context: DrawContext): string {
  const parsed = parsedState(state)
  if (parsed?.type === "decision") {
    const named = parsed.cases[name]
    if (named?.title !== undefined) return context.text(named.title)
    if (named !== undefined) return conditionInWords(named.when, context)
  }
  if (parsed?.type === "service") {
    const error = context.around.operations[parsed.service]?.errors?.[name]
    if (error?.title !== undefined) return context.text(error.title)
  }
  const titled =
    parsed?.type === "subflow"
      ? outcomeTitle(parsed.flow, name, context)
      : parsed?.type === "group"
        ? finalTitle(parsed.states, name, context)
        : null
  if (titled !== null) return titled
  const own = ownLabels.find((each) => each === `${state.type}.${name}`)
  if (own !== undefined) return context.t(`exitOf.${own}`)
  const standard = standardLabel(name, context)
  if (standard !== null) return standard
  // What has no title of its own is told by where it leads.
  const target = targetsOf(state, "").get(name)
  return target === undefined ? asWords(name) : context.titleOf(target)
}

/** Exits whose common name says too little for their type. */
const ownLabels = ["checkpoint.declined", "checkpoint.failed", "collect.failed", "service.failed"] as const

function standardLabel(name: string, { t }: DrawContext): string | null {
  switch (name) {
    case "next":
    case "filled":
    case "declined":
    case "accepted":
    case "else":
    case "done":
    case "failed":
    case "unknown":
    case "returned":
    case "unavailable":
    case "timeout":
    case "resolvedByPerson":
      return t(`exit.${name}`)
  }
  return null
}

/** Returns what a transition by event is called: its title, what is said, or when it comes. */
export function labelOfEntry(name: string, entry: OnEntryDocument, context: DrawContext): string {
  const { t } = context
  if (entry.title !== undefined) return context.text(entry.title)
  const [said] = entry.says?.[context.locale] ?? Object.values(entry.says ?? {})[0] ?? []
  if (said !== undefined) return t("entry.says", { text: said })
  if (entry.silence !== undefined) return t("entry.silence", { period: periodInWords(entry.silence, t) })
  if (entry.after !== undefined) return t("entry.after", { period: periodInWords(entry.after, t) })
  if (entry.at !== undefined) return t("entry.at")
  if (entry.event !== undefined && entry.event !== "")
    return context.text(titleOfEvent(entry.event, context.around))
  return asWords(name)
}

/** An outcome is named by the title of the final that gives it. */
function outcomeTitle(flow: string, outcome: string, context: DrawContext): string | null {
  const document = context.around.flows[flow]
  if (document === undefined) return null
  return (
    finalTitle(document.states, outcome, context) ??
    finalTitle(context.around.settings.defaults.states, outcome, context)
  )
}

function finalTitle(
  states: Readonly<Record<string, StateDocument>>,
  outcome: string,
  context: DrawContext,
): string | null {
  const final = Object.values(states).find((each) => each.type === "final" && each.outcome === outcome)
  return final?.title === undefined ? null : context.text(final.title)
}
