import { textIn } from "../../engine/format/index.ts"
import {
  type Entry,
  exitTaken,
  type Json,
  type Locale,
  type RehearsalAct,
  type Release,
} from "../../engine/index.ts"

/** One act of a rehearsal and what it led to, with names in words. `act` is null for what came before the first. */
export type TraceStep = {
  readonly act: RehearsalAct | null
  readonly lines: readonly TraceLine[]
}
/** Why the conversation went as it went, a line each. */
export type TraceLine =
  | {
      readonly is: "entered"
      readonly state: string
      readonly title: string
      /** The exit by which it was entered, as `flow/state#exit`. */
      readonly exit?: string
      readonly isRemembered: boolean
      readonly because: readonly { readonly path: string; readonly value: Json }[]
    }
  | {
      readonly is: "slot"
      readonly change: "filled" | "offered" | "corrected" | "cleared" | "refused"
      readonly title: string
      readonly value: Json | undefined
    }
  | {
      readonly is: "understood"
      readonly command: string
      readonly about: string
      readonly isDone: boolean
      readonly why?: string
      readonly confidence?: number
    }
  | {
      readonly is: "service"
      readonly what: "called" | "returned" | "failed" | "unknown"
      readonly operation: string
      readonly error?: string
    }
  | {
      readonly is: "run"
      readonly what: "started" | "parked" | "resumed" | "ended"
      readonly flow: string
      readonly title: string
      readonly outcome?: string
    }
  | {
      readonly is: "timer"
      readonly what: "set" | "fired" | "cancelled"
      /** What it is set for, as `flow/state#exit`, or its name. */
      readonly name: string
      readonly due?: string
    }
  | {
      readonly is: "checkpoint"
      readonly what: "shown" | "accepted" | "declined"
      readonly title: string
      readonly version: string
    }
  | { readonly is: "problem"; readonly message: string }

/** Returns what each act led to; `marks` tells how many entries there were before the first act and after each. */
export function traceOf(
  release: Release,
  {
    acts,
    marks,
    entries,
  }: {
    readonly acts: readonly RehearsalAct[]
    readonly marks: readonly number[]
    readonly entries: readonly Entry[]
  },
  locale: Locale,
): readonly TraceStep[] {
  const steps: readonly (RehearsalAct | null)[] = [null, ...acts]
  const timers = new Map(
    entries.flatMap((entry) =>
      entry.kind === "timer.set" && entry.state !== undefined
        ? [[entry.open.timer, `${entry.state}#${entry.open.name}`] as const]
        : [],
    ),
  )
  return steps.map((act, index) => ({
    act,
    lines: entries
      .slice(marks[index - 1] ?? 0, marks[index] ?? entries.length)
      .flatMap((entry) => lineOf(release, entry, timers, locale)),
  }))
}

function lineOf(
  release: Release,
  entry: Entry,
  timers: ReadonlyMap<string, string>,
  locale: Locale,
): readonly TraceLine[] {
  const words = (text: Parameters<typeof textIn>[0] | undefined, id: string) =>
    text === undefined ? id : textIn(text, locale, release.locales[0])
  const [flowId = ""] = entry.state?.split("/") ?? []
  switch (entry.kind) {
    case "state.entered": {
      const exit = exitTaken(entry)
      const state = entry.state ?? ""
      const title = words(stateOf(release, state)?.document.title, state)
      return [
        {
          is: "entered",
          ...{ state, title },
          ...(exit === null ? {} : { exit }),
          isRemembered: entry.open.remembered === true,
          because: entry.personal?.because ?? [],
        },
      ]
    }
    case "slot.filled":
    case "slot.offered":
    case "slot.corrected":
    case "slot.cleared":
    case "slot.refused": {
      const [slot = ""] = entry.open.slot.split(".")
      const title = words(slotTitle(release, flowId, slot), entry.open.slot)
      return [{ is: "slot", change: afterDot(entry.kind), title, value: entry.personal?.value }]
    }
    case "command": {
      const { command, slot, flow, done, why } = entry.open
      const about =
        flow !== undefined
          ? words(release.flows[flow]?.document.title, flow)
          : words(slotTitle(release, flowId, slot ?? ""), slot ?? "")
      const { confidence } = entry.personal
      return [
        {
          is: "understood",
          ...{ command, about, isDone: done },
          ...(why === undefined ? {} : { why }),
          ...(confidence === undefined ? {} : { confidence }),
        },
      ]
    }
    case "service.called":
    case "service.returned":
    case "service.failed":
    case "service.unknown": {
      const { operation, error } = entry.open
      return [
        { is: "service", what: afterDot(entry.kind), operation, ...(error === undefined ? {} : { error }) },
      ]
    }
    case "run.started":
    case "run.parked":
    case "run.resumed":
    case "run.ended": {
      const { flow, outcome } = entry.open
      const title = words(release.flows[flow]?.document.title, flow)
      return [
        { is: "run", what: afterDot(entry.kind), flow, title, ...(outcome === undefined ? {} : { outcome }) },
      ]
    }
    case "timer.set":
    case "timer.fired":
    case "timer.cancelled": {
      const { timer, due } = entry.open
      const name = timers.get(timer) ?? entry.open.name
      return [{ is: "timer", what: afterDot(entry.kind), name, ...(due === undefined ? {} : { due }) }]
    }
    case "checkpoint.shown":
    case "checkpoint.accepted":
    case "checkpoint.declined": {
      const { checkpoint, version } = entry.open
      const title = words(
        release.wordings[checkpoint]?.title ?? release.questionnaires[checkpoint]?.title,
        checkpoint,
      )
      return [{ is: "checkpoint", what: afterDot(entry.kind), title, version }]
    }
    case "problem":
      return [{ is: "problem", message: entry.open.message }]
    default:
      return []
  }
}

type AfterDot<Kind extends string> = Kind extends `${string}.${infer Rest}` ? Rest : never

function afterDot<Kind extends string>(kind: Kind): AfterDot<Kind> {
  return kind.slice(kind.indexOf(".") + 1) as AfterDot<Kind>
}

function stateOf(release: Release, place: string) {
  const [flow = "", state = ""] = place.split("/")
  return release.flows[flow]?.states[state]
}

/** A slot's title in the flow where it was meant, else in any that has a slot of that name. */
function slotTitle(release: Release, flow: string, slot: string) {
  const own = release.flows[flow]?.slots[slot]?.title
  return (
    own ??
    Object.values(release.flows).find(({ slots }) => slots[slot]?.title !== undefined)?.slots[slot]?.title
  )
}
