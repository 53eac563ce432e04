import type { CompiledOn } from "../compile/model.ts"
import { textIn } from "../format/index.ts"
import type { Command } from "../types.ts"
import type { Draft } from "./draft.ts"
import { findSlot, labelOf, valueText } from "./fill.ts"
import { openIntents } from "./intents.ts"
import { businessRun, flowTitle } from "./patterns.ts"
import { phrases } from "./phrases.ts"

/** Returns what a command means, in words that a customer can choose by. */
export function commandLabel(draft: Draft, command: Command): string {
  const { current } = draft.releases
  const { locale } = draft.conversation
  switch (command.command) {
    case "start-flow":
      return flowTitle(draft, command.flow)
    case "ask-knowledge":
      return capitalised(
        current.knowledge.find(({ id }) => id === command.topic)?.ask[locale]?.[0] ?? command.topic,
      )
    case "set-slot":
    case "correct-slot": {
      const run = businessRun(draft)
      const at = run === null ? null : findSlot(draft, run, command.slot)
      if (run === null || at === null) return command.slot
      return `${labelOf(draft, run, at)} ${valueText(draft, run, at, command.value)}`
    }
    case "intent": {
      const open = openIntents(draft.releases, draft.conversation)
      const found = open.find((entry) => entry.intent === command.intent)
      return found === undefined ? command.intent : entryLabel(draft, found.entry)
    }
    default:
      return phrases(locale).command[command.command] ?? command.text ?? command.command
  }
}

/** Customers write as they like; a button begins with a capital. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Returns an entry of `on` in the customer's words: its title, else the first of what may be said for it. */
export function entryLabel(draft: Draft, { name, document: { title, says } }: CompiledOn): string {
  const { locale } = draft.conversation
  const [fallback = "zh"] = draft.releases.current.locales
  return title === undefined ? (says?.[locale]?.[0] ?? name) : textIn(title, locale, fallback)
}
