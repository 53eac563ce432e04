import type { SayDocument } from "../document/schema.ts"
import type { Content, Entry } from "../types.ts"
import { type Draft, log, type Place, stateName } from "./draft.ts"
import { type Rendering, renderSay } from "./render.ts"
import { valuesOf } from "./values.ts"

/** Returns where a place's texts are rendered. */
export function renderingOf(draft: Draft, place: Place): Rendering {
  return {
    release: place.release,
    flow: place.flow,
    values: valuesOf(draft, place.run, place.scope),
    locale: draft.conversation.locale,
  }
}

/** Shows one bubble to the customer. */
export function show(draft: Draft, place: Place, content: Content, about?: string): Entry {
  const entry = log(
    draft,
    { kind: "bot.said", open: about === undefined ? {} : { about }, personal: { content } },
    { run: place.run.id, state: stateName(place) },
  )
  draft.lastSaid = entry.index
  return entry
}

/** Says the texts of an author at a place. */
export function say(draft: Draft, place: Place, document: SayDocument): void {
  for (const content of renderSay(document, renderingOf(draft, place))) show(draft, place, content)
}

export function sayText(draft: Draft, place: Place, text: string): Entry {
  return show(draft, place, { is: "text", text })
}
