import type { Terms } from "./terms.ts"

/** How much of a term's chance comes from the sentence, from its passage and from all passages. */
export type Shares = { readonly sentence: number; readonly passage: number; readonly all: number }

/** Where a term stands, in the order of the passages, and its share of the words there. */
type Postings = {
  /** Its share of all passages. */
  readonly commonness: number
  readonly passages: number[]
  readonly passageShares: number[]
  readonly sentences: number[]
  readonly sentenceShares: number[]
}

/**
 * Returns what gives, for the terms of a question, each passage's log likelihood against chance: the mean over its
 * sentences, so that a long passage is likelier for none of its sentences by being long. The mean is weighted: people
 * ask about what a clause says first, and at length.
 */
export function createSentenceModel(
  passages: readonly (readonly Terms[])[],
  { sentence, passage, all }: Shares,
): (asked: Terms) => Float64Array {
  const index = createIndex(passages)
  const first: number[] = []
  const weights = new Float64Array(passages.reduce((sum, own) => sum + own.length, 0))
  let sentences = 0
  for (const own of passages) {
    first.push(sentences)
    const asWeighty = own.map((terms, place) => Math.sqrt(sizeOf(terms)) / (place + 1))
    const all = asWeighty.reduce((sum, weight) => sum + weight, 0) || 1
    weights.set(
      asWeighty.map((weight) => weight / all),
      sentences,
    )
    sentences += own.length
  }
  first.push(sentences)
  const begin = (at: number) => first[at] ?? 0

  return (asked) => {
    // What a term adds to every sentence of a passage, and what more to those that have it.
    const shared = new Float64Array(passages.length)
    const own = new Float64Array(sentences)
    for (const [term, count] of asked) {
      const found = index.get(term)
      if (found === undefined) continue
      const chance = all * found.commonness
      let next = 0
      for (let at = 0; at < found.passages.length; at += 1) {
        const place = found.passages[at] ?? 0
        const plain = (passage * (found.passageShares[at] ?? 0)) / chance
        const rest = Math.log1p(plain)
        shared[place] = (shared[place] ?? 0) + count * rest
        const end = begin(place + 1)
        for (; next < found.sentences.length && (found.sentences[next] ?? 0) < end; next += 1) {
          const here = found.sentences[next] ?? 0
          const more = Math.log1p(plain + (sentence * (found.sentenceShares[next] ?? 0)) / chance) - rest
          own[here] = (own[here] ?? 0) + count * more
        }
      }
    }
    return shared.map((sum, at) =>
      sum === 0 ? 0 : sum + meanExponent(own, weights, begin(at), begin(at + 1)),
    )
  }
}

/** The logarithm of the weighted mean of the exponents of the numbers from `start` to before `end`. */
function meanExponent(numbers: Float64Array, weights: Float64Array, start: number, end: number): number {
  let most = 0
  for (let at = start; at < end; at += 1) most = Math.max(most, numbers[at] ?? 0)
  let sum = 0
  for (let at = start; at < end; at += 1) sum += (weights[at] ?? 0) * Math.exp((numbers[at] ?? 0) - most)
  return most + Math.log(sum)
}

function createIndex(passages: readonly (readonly Terms[])[]): ReadonlyMap<string, Postings> {
  const counts = new Map<string, number>()
  let total = 0
  for (const own of passages)
    for (const terms of own)
      for (const [term, count] of terms) {
        counts.set(term, (counts.get(term) ?? 0) + count)
        total += count
      }
  const index = new Map<string, Postings>()
  let sentence = 0
  passages.forEach((own, passage) => {
    const length = own.reduce((sum, terms) => sum + sizeOf(terms), 0) || 1
    const within = new Map<string, number>()
    for (const terms of own) {
      const size = sizeOf(terms) || 1
      for (const [term, count] of terms) {
        within.set(term, (within.get(term) ?? 0) + count)
        const commonness = ((counts.get(term) ?? 0) + 0.5) / (total + 1)
        const found = index.get(term) ?? emptyPostings(commonness)
        found.sentences.push(sentence)
        found.sentenceShares.push(count / size)
        index.set(term, found)
      }
      sentence += 1
    }
    for (const [term, count] of within) {
      const found = index.get(term)
      found?.passages.push(passage)
      found?.passageShares.push(count / length)
    }
  })
  return index
}

function emptyPostings(commonness: number): Postings {
  return { commonness, passages: [], passageShares: [], sentences: [], sentenceShares: [] }
}

function sizeOf(terms: Terms): number {
  let size = 0
  for (const count of terms.values()) size += count
  return size
}
