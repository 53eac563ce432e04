import { formatValue, textIn, type ValueShape } from "../../engine/format/index.ts"
import type { CompiledFlow, Conversation, Json, Locale, Provenance, Release } from "../../engine/index.ts"

/** What a conversation knows and rests on, in words: of each run, the one on top first. */
export type RunFacts = {
  readonly id: string
  readonly title: string
  /** Titles of the states in which it stands, the outermost flow's first. */
  readonly places: readonly string[]
  readonly isParked: boolean
  readonly slots: readonly SlotFact[]
  readonly data: readonly { readonly name: string; readonly value: Json }[]
  readonly evidence: readonly {
    readonly id: string
    readonly title: string
    readonly version: string
    readonly words: string
    readonly at: string
  }[]
  readonly timers: readonly { readonly id: string; readonly name: string; readonly due: string }[]
}
export type SlotFact = {
  readonly key: string
  readonly title: string
  readonly value: string
  readonly status: "filled" | "checking" | "offered" | "refused"
  readonly from?: Provenance
}

/** Returns the facts of all runs; patterns are left out, they know nothing of their own. */
export function factsOf(
  release: Release,
  { runs, stack }: Conversation,
  locale: Locale,
): readonly RunFacts[] {
  const order = [...[...stack].reverse(), ...Object.keys(runs).filter((id) => !stack.includes(id))]
  const title = (text: Parameters<typeof textIn>[0] | undefined, id: string) =>
    text === undefined ? id : textIn(text, locale, release.locales[0])
  return order.flatMap((id): readonly RunFacts[] => {
    const run = runs[id]
    if (run === undefined || run.pattern !== undefined) return []
    const scopes = Object.entries(run.scopes)
    return [
      {
        id,
        title: title(release.flows[run.flow]?.document.title, run.flow),
        places: run.position.map(({ flow, visits }) => {
          const leaf = Object.keys(visits).find((state) => isLeaf(release.flows[flow], state)) ?? ""
          return title(release.flows[flow]?.states[leaf]?.document.title, leaf)
        }),
        isParked: !stack.includes(id),
        slots: scopes.flatMap(([path, scope]) => {
          const flow = release.flows[scope.flow]
          return Object.entries(scope.slots).flatMap(
            ([slot, { status, value, from }]): readonly SlotFact[] => {
              if (status === "empty") return []
              return [
                {
                  key: `${path}/${slot}`,
                  title: title(flow?.slots[slot]?.title, slot),
                  value:
                    value === undefined
                      ? ""
                      : formatValue(value, shapeOf(flow, slot), locale, settings(release)),
                  status,
                  ...(from === undefined ? {} : { from }),
                },
              ]
            },
          )
        }),
        data: scopes.flatMap(([path, scope]) =>
          Object.entries(scope.data).map(([name, value]) => ({
            name: path === "" ? name : `${path}/${name}`,
            value: value ?? null,
          })),
        ),
        evidence: run.evidence.map(({ id, wording, version, words, at }) => ({
          ...{ id, version, words, at },
          title: title(release.wordings[wording]?.title ?? release.questionnaires[wording]?.title, wording),
        })),
        timers: run.timers.map(({ id, name, due }) => ({ id, name, due })),
      },
    ]
  })
}

function settings(release: Release) {
  return { currency: release.settings.currency, timeZone: release.settings.timeZone, reveal: true }
}

function isLeaf(flow: CompiledFlow | undefined, state: string): boolean {
  const type = flow?.states[state]?.document.type
  return type !== undefined && type !== "group"
}

function shapeOf(flow: CompiledFlow | undefined, slot: string): ValueShape {
  const shape = flow?.shape.kind === "object" ? flow.shape.fields.slots : undefined
  return (shape?.kind === "object" ? shape.fields[slot] : undefined) ?? { kind: "any" }
}
