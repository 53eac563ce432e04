import { questionnairesOf } from "../states/checkpoint.ts"
import type { CheckContext } from "./context.ts"

/** The kinds of things that a rule of `rules.yaml` may speak of, with the attributes that select among them. */
export const selectorKinds = {
  state: ["type"],
  checkpoint: ["kind", "level", "evidence", "scope"],
  show: [],
  ask: ["sensitive", "type"],
  fill: ["sensitive", "type"],
  service: ["effect"],
  outcome: [],
  handoff: ["queue"],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type SelectorKind = keyof typeof selectorKinds

type Comparison = "=" | "!=" | ">=" | "<=" | ">" | "<"

/** A name as a rule writes it: `checkpoint:*[kind=identity,level>=3]`. In `name` a `*` stands for any letters. */
export type Selector = {
  readonly kind: SelectorKind
  readonly name: string
  readonly attributes: readonly { readonly name: string; readonly is: Comparison; readonly value: string }[]
}

/** Returns a selector, `null` when it is not written like one. */
export function parseSelector(text: string): Selector | null {
  const match = /^([a-z]+)(?::([^[\]]+))?(?:\[([^[\]]*)\])?$/.exec(text.trim())
  const [, kind, name, inBrackets] = match ?? []
  if (kind === undefined || !isKind(kind)) return null
  if ((name === undefined) !== (kind === "handoff")) return null
  const attributes = (inBrackets ?? "").split(",").flatMap((part) => {
    const [, attribute, is, value] = /^\s*(\w+)\s*(!=|>=|<=|=|>|<)\s*(.+?)\s*$/.exec(part) ?? []
    return attribute === undefined || value === undefined
      ? []
      : [{ name: attribute, is: is as Comparison, value }]
  })
  const written = inBrackets === undefined ? 0 : inBrackets.split(",").length
  return attributes.length === written ? { kind, name: name?.trim() ?? "", attributes } : null
}

function isKind(kind: string): kind is SelectorKind {
  return Object.hasOwn(selectorKinds, kind)
}

/** A thing of a flow that selectors may name. */
export type SelectorTarget = {
  readonly kind: SelectorKind
  readonly name: string
  readonly flow: string
  readonly attributes: Readonly<Record<string, string | number | undefined>>
}

/** Whether a selector means this thing; an attribute that the thing lacks is never met, except by `!=`. */
export function selects(selector: Selector, target: SelectorTarget): boolean {
  if (selector.kind !== target.kind || !matchesName(selector.name, target.name)) return false
  return selector.attributes.every(({ name, is, value }) => compares(target.attributes[name], is, value))
}

function matchesName(pattern: string, name: string): boolean {
  if (!pattern.includes("*")) return pattern === name
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return new RegExp(`^${parts.join(".*")}$`).test(name)
}

function compares(actual: string | number | undefined, is: Comparison, value: string): boolean {
  if (is === "!=") return String(actual) !== value
  if (actual === undefined) return false
  if (is === "=") return String(actual) === value
  const [left, right] = [Number(actual), Number(value)]
  if (is === ">=") return left >= right
  if (is === "<=") return left <= right
  return is === ">" ? left > right : left < right
}

/** Returns everything in the flows that a rule may name. */
export function selectorTargets({ flows, shown, operations }: CheckContext): readonly SelectorTarget[] {
  const targets: SelectorTarget[] = shown.map(({ id, flow }) => ({
    kind: "show",
    name: id,
    flow,
    attributes: {},
  }))
  for (const { flow } of flows) {
    const add = (kind: SelectorKind, name: string, attributes: SelectorTarget["attributes"] = {}) =>
      targets.push({ kind, name, flow: flow.id, attributes })
    const called = (operation: string | undefined) => {
      if (operation !== undefined) add("service", operation, { effect: operations[operation]?.effect })
    }
    for (const name of flow.document.outcomes) add("outcome", `${flow.id}/${name}`)
    for (const [name, { sensitive, type, check }] of Object.entries(flow.slots)) {
      add("fill", name, { sensitive, type })
      called(check?.service)
    }
    for (const { id, document } of Object.values(flow.states)) {
      add("state", `${flow.id}/${id}`, { type: document.type })
      switch (document.type) {
        case "collect":
          for (const name of document.slots) {
            const slot = flow.slots[name]
            add("ask", name, { sensitive: slot?.sensitive, type: slot?.type })
            for (const [field, { sensitive, type }] of Object.entries(slot?.of ?? {}))
              add("ask", `${name}.${field}`, { sensitive, type })
          }
          break
        case "checkpoint": {
          const { kind, level, evidence, scope } = document
          const texts = document.wording === undefined ? questionnairesOf(document) : [document.wording]
          for (const text of texts.length === 0 ? [id] : texts)
            add("checkpoint", text, { kind, level, evidence, scope })
          break
        }
        case "service":
          called(document.service)
          called(document.amend)
          break
        case "handoff":
          add("handoff", "", { queue: document.queue })
          break
        default:
      }
    }
  }
  return targets
}
