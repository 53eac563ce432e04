import { barePhrase } from "../slots/phrase.ts"
import { askedView } from "./asked.ts"
import type { Clause } from "./clauses.ts"
import type { Message } from "./message.ts"
import type { Span } from "./phrase-book.ts"
import { isSkip } from "./readings/control.ts"
import { isVerbatim } from "./readings/topic.ts"
import { about, type Topics } from "./topics.ts"

/** The entries of `on` in scope that the message names in their own words, as a whole or in a clause. */
export function verbatimIntents(message: Message, topics: Topics): readonly Span[] {
  if (message.context.intents.length === 0) return []
  const whole = { start: 0, end: message.lower.length, text: message.lower }
  const context = about(message.context)
  const said = new Map<string, boolean>()
  return [whole, ...message.clauses].filter(({ text }) => {
    if (isPassedOver(message, text)) return false
    const known = said.get(text) ?? topics.saysIntent(text, context)
    said.set(text, known)
    return known
  })
}

/** The clause names a topic in the very words of an example. */
export function isVerbatimClause(message: Message, topics: Topics, clause: Clause): boolean {
  return (
    !isPassedOver(message, clause.text) && isVerbatim(topics.topicOf(clause.text, about(message.context)))
  )
}

/** 不想说 while a value is asked means that question, however near it comes to 不说行不行. */
function isPassedOver({ context }: Message, text: string): boolean {
  if (askedView(context) === undefined || !isSkip(text)) return false
  const bare = barePhrase(text)
  return !context.intents.some(({ says }) => says.some((phrase) => barePhrase(phrase) === bare))
}
