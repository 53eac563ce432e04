import type { CompiledOn } from "../compile/model.ts"
import type { SayDocument } from "../document/schema.ts"
import type { Content, Entry } from "../types.ts"
import { type Draft, log, type Place, stateName } from "./draft.ts"
import { sentWording } from "./evidence.ts"
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

/** Says a regulated text outside any checkpoint; it counts as shown. False, and a problem, when none is in force. */
export function sayWording(draft: Draft, place: Place, wording: string): boolean {
  const sent = sentWording(place.release, renderingOf(draft, place), wording, draft.today)
  if (sent === null) {
    const message = `No version of "${wording}" is in force.`
    log(
      draft,
      { kind: "problem", open: { code: "no-wording-in-force", message } },
      { run: place.run.id, state: stateName(place) },
    )
    return false
  }
  const { index } = show(draft, place, sent.content, wording)
  const { conversation } = draft
  draft.conversation = { ...conversation, shown: { ...conversation.shown, [sent.shown]: index } }
  return true
}

/** Says what an entry of `on` has to say. */
export function sayEntry(draft: Draft, place: Place, { document }: CompiledOn): void {
  if (document.say !== undefined) say(draft, place, document.say)
  if (document.wording !== undefined) sayWording(draft, place, document.wording)
}

export function sayText(draft: Draft, place: Place, text: string): Entry {
  return show(draft, place, { is: "text", text })
}
