import { formatText, textIn } from "../format/index.ts"
import type { Draft } from "./draft.ts"
import { businessRun, flowTitle } from "./patterns.ts"

/** What the pattern `knowledge-answer` takes for an entry, null when there is no such entry. */
export function knowledgeTakes(draft: Draft, topic: string) {
  const { current } = draft.releases
  const entry = current.knowledge.find(({ id }) => id === topic)
  if (entry === undefined) return null
  const { locale } = draft.conversation
  const [fallback = "zh"] = current.locales
  const shape = { kind: "object", fields: { parameters: parametersShape(draft) } } as const
  const answer = formatText(entry.say, locale, { parameters: current.parameters }, shape, {
    currency: current.settings.currency,
    fallback,
  }).text
  const source = entry.source ?? sourceOf(entry.about ?? [])
  const offers = entry.offers !== undefined && current.flows[entry.offers] !== undefined ? entry.offers : ""
  const open = businessRun(draft)
  return {
    answer,
    source: typeof source === "string" ? source : textIn(source, locale, fallback),
    offers: open?.flow === offers ? "" : offers,
    offersTitle: offers === "" ? "" : flowTitle(draft, offers),
    busy: open !== null,
    matter: entry.about?.find((topic) => topic.startsWith(FLOW))?.slice(FLOW.length) ?? null,
  }
}

/** Returns the flow that tells a customer whom we know his own instead of the rule; null where something is open. */
export function personalFlow(draft: Draft, topic: string): string | null {
  const { current, customer } = { ...draft.releases, ...draft.conversation }
  const { personal } = current.knowledge.find(({ id }) => id === topic) ?? {}
  const isOwn = personal !== undefined && current.flows[personal] !== undefined && customer.level > 0
  return isOwn && businessRun(draft) === null ? personal : null
}

const FLOW = "flow:"

/** The statute or clause that an entry rests on: `statute:保险法#47` reads 保险法 47. */
function sourceOf(about: readonly string[]): string {
  const found =
    about.find((name) => name.startsWith("statute:")) ?? about.find((name) => name.startsWith("clause:"))
  return found === undefined ? "" : found.replace(/^[a-z]+:/, "").replace("#", " ")
}

function parametersShape(draft: Draft) {
  const flow = Object.values(draft.releases.current.flows)[0]
  return flow?.scope.parameters ?? ({ kind: "any" } as const)
}
