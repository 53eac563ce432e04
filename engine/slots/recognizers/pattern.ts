import { allMatches } from "../all-matches.ts"
import { type RecognizeOptions, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"

/**
 * A declared type with a pattern: what matches it in the plain text, not cut out of a longer word or number.
 * Anchors at its ends are dropped. Letters match in either case; the value is in the case that the pattern
 * asks for, else as said. A pattern that is no regular expression finds nothing (`check` reports it).
 */
export const pattern: Recognizer = {
  find(utterance, options) {
    const search = toSearch(options)
    if (search === null) return []
    const found = [utterance.plain, utterance.plain.toUpperCase(), utterance.lower].flatMap((text) =>
      text.length === utterance.plain.length
        ? allMatches(text, search).flatMap(({ 0: value, index }) =>
            value === "" ? [] : [recognition(utterance, index, index + value.length, value, true)],
          )
        : [],
    )
    return withoutOverlaps(found)
  },
}

/** By its source; declared types are few, and every message is searched for them. */
const searches = new Map<string, RegExp | null>()
const MOST_SEARCHES = 1_000

function toSearch({ pattern: source }: RecognizeOptions): RegExp | null {
  if (source === undefined || source === "") return null
  const known = searches.get(source)
  if (known !== undefined) return known
  if (searches.size >= MOST_SEARCHES) searches.clear()
  const search = makeSearch(source)
  searches.set(source, search)
  return search
}

function makeSearch(source: string): RegExp | null {
  const inner = source.replace(/^\^/, "").replace(/(?<!\\)\$$/, "")
  try {
    new RegExp(inner, "u")
    return new RegExp(`(?<![A-Za-z0-9])(?:${inner})(?![A-Za-z0-9])`, "gu")
  } catch {
    return null
  }
}
