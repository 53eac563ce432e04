import { LANGUAGES } from "../phrase-book.ts"
import type { Words } from "../words/words.ts"

/** What small words of a conversation say. */
export type Courtesy = "greeting" | "thanks" | "acknowledgement" | "praise" | "end" | "farewell"

/**
 * Returns what a clause says that is made of courtesies alone, one after the other, also run together and with a name
 * after them ("hi Sam", "ok thanks bye", "higood morning", 好的谢谢再见); null when it says anything else. `isWord`
 * tells words of the business from names.
 */
export function courtesiesOf(
  clause: string,
  isWord: (word: string) => boolean = () => true,
): ReadonlySet<Courtesy> | null {
  if (clause.length > LONGEST) return null
  for (const language of COURTESIES) {
    const said = readAll(language, clause, isWord)
    if (said !== null && said.size > 0) return said
  }
  return null
}

/** Returns whether a message is made of courtesies alone and takes leave with one of them: 好的，谢谢，再见. */
export function isGoodbye(clauses: readonly { readonly text: string }[]): boolean {
  const said = clauses.map(({ text }) => courtesiesOf(text))
  return said.every((one) => one !== null) && said.some((one) => one?.has("farewell") === true)
}

const LONGEST = 80
const GAP = /[\s,.!~?'。]*/y
/** Who is greeted or thanked, at the very end. */
const NAME = /^[a-z]{2,12}$/
const TO_SOMEBODY: ReadonlySet<Courtesy> = new Set(["greeting", "thanks", "end", "farewell"])

type Patterns = {
  readonly topics: readonly (readonly [Courtesy, RegExp])[]
  readonly beside: RegExp
  readonly isLatin: boolean
}

const LISTS: Readonly<Record<Courtesy, (words: Words) => readonly string[]>> = {
  end: ({ whole }) => whole.end,
  farewell: ({ whole }) => whole.farewell,
  thanks: ({ whole }) => whole.thanks,
  greeting: ({ whole }) => whole.greeting,
  acknowledgement: ({ whole }) => whole.acknowledgement,
  praise: ({ whole }) => whole.praise,
}

const COURTESIES: readonly Patterns[] = LANGUAGES.map(({ words, isLatin }) => ({
  isLatin,
  topics: (Object.keys(LISTS) as Courtesy[]).map(
    (topic) => [topic, new RegExp(`(?:${LISTS[topic](words).join("|")})`, "y")] as const,
  ),
  beside: new RegExp(`(?:${words.beside.join("|")})${isLatin ? "(?![a-z])" : ""}`, "y"),
}))

function readAll(
  { topics, beside, isLatin }: Patterns,
  clause: string,
  isWord: (word: string) => boolean,
): ReadonlySet<Courtesy> | null {
  const said = new Set<Courtesy>()
  let at = skip(GAP, clause, 0)
  let last: Courtesy | null = null
  while (at < clause.length) {
    const [topic, end] = longest(topics, clause, at)
    const aside = skip(beside, clause, at)
    if (topic !== null && end >= aside) {
      said.add(topic)
      last = topic
      at = skip(GAP, clause, end)
    } else if (aside > at) {
      at = skip(GAP, clause, aside)
    } else {
      const name = clause.slice(at)
      const isNamed = last !== null && TO_SOMEBODY.has(last) && clause.charAt(at - 1) === " "
      return isLatin && isNamed && NAME.test(name) && !isWord(name) ? said : null
    }
  }
  return said
}

function longest(topics: Patterns["topics"], clause: string, at: number): readonly [Courtesy | null, number] {
  let best: Courtesy | null = null
  let end = at
  for (const [topic, pattern] of topics) {
    const to = skip(pattern, clause, at)
    if (to > end) {
      best = topic
      end = to
    }
  }
  return [best, end]
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
