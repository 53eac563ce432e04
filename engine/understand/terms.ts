import { toUtterance } from "../slots/utterance.ts"

/** Returns the terms of a text for retrieval with their counts: Chinese characters and their pairs, English stems. */
export function toTerms(text: string): ReadonlyMap<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1)
  for (let from = 0; from < text.length; from += PIECE) {
    const read = toUtterance(text.slice(from, from + PIECE)).lower
    for (const run of read.match(RUNS) ?? []) {
      if (/^[a-z0-9]/.test(run)) add(run.replace(/(?<=[a-z]{3})(?:ies|es|s|ing|ed)$/, ""))
      else {
        for (let at = 0; at < run.length; at += 1) {
          if (!STOP.has(run.charAt(at))) add(run.charAt(at))
          if (at + 1 < run.length) add(run.slice(at, at + 2))
        }
      }
    }
  }
  return terms
}

const PIECE = 2000
const RUNS = /[\u3400-\u9fff]+|[a-z0-9]+/g
const STOP: ReadonlySet<string> = new Set("的了是我你您吗呢吧啊在有和与或及")
