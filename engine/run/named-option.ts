import type { ChoiceOption, Recognition, RecognizeOptions } from "../slots/recognition.ts"
import { recognize, recognizeAll } from "../slots/recognize.ts"
import { provenance, type Told } from "./answers.ts"
import { type CommandResult, done, notDone } from "./command-result.ts"
import { type Draft, type Place, setRun } from "./draft.ts"
import { fillSlot, slotIn, stateOfSlot } from "./fill.ts"
import { businessRun } from "./patterns.ts"
import { fromData, optionsOf } from "./render.ts"
import { renderingOf } from "./speak.ts"

/** Keeps the words that point at an option which is not known yet, for the flow that is talked about. */
export function keepName(draft: Draft, text: string, told: Told): CommandResult {
  const run = businessRun(draft)
  if (run === null) return notDone("no flow is open that could offer it")
  setRun(draft, run.id, {
    named: [{ text, from: { ...provenance(draft, told), text } }, ...(run.named ?? [])],
  })
  return done
}

/**
 * Fills a choice of what the data offers from what was said before that was known, the last words first, when they
 * name exactly one option. Words serve once. Returns whether it did; else the customer is asked.
 */
export function fillNamed(draft: Draft, place: Place, slot: string): boolean {
  const { named = [] } = place.run
  const at = named.length === 0 ? null : slotIn(draft, place.run, place.scope, slot)
  if (at === null || at.document.type !== "choice" || at.document.options === undefined) return false
  if ((stateOfSlot(place.run, at)?.misses ?? 0) > 0) return false
  const offered = fromData(at.document.options, optionsOf(at.document, renderingOf(draft, place)) ?? [])
  const said = named.find(({ text }) => optionsNamed(draft, text, offered).length > 0)
  const found = said === undefined ? null : optionNamed(draft, said.text, offered)
  if (said === undefined || found === null) return false
  setRun(draft, place.run.id, {
    named: named.filter(({ text }) => optionsNamed(draft, text, offered).length === 0),
  })
  return fillSlot(draft, place.run.id, at, found.value, said.from, found.certain) !== "refused"
}

/** The one option that words name; null where they name several. */
function optionNamed(draft: Draft, text: string, options: readonly ChoiceOption[]): Recognition | null {
  return recognize("choice", partThatNames(draft, text, options), known(draft, options))
}

function optionsNamed(draft: Draft, text: string, options: readonly ChoiceOption[]): readonly Recognition[] {
  return recognizeAll("choice", partThatNames(draft, text, options), known(draft, options))
}

/** Part of a name is known by what stands around it, which must not be more than the first clause. */
function partThatNames(draft: Draft, text: string, options: readonly ChoiceOption[]): string {
  if (recognizeAll("choice", text, known(draft, options)).length > 0) return text
  return text.split(/[,，;；。.!！]/)[0] ?? text
}

function known({ now, conversation }: Draft, options: readonly ChoiceOption[]): RecognizeOptions {
  return { now, locale: conversation.locale, options, unseen: true }
}
