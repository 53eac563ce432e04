import { toTerms } from "./terms.ts"

export type Retrieved = { readonly id: string; readonly score: number }
export type Retriever = {
  /** Returns the documents that share terms with the question, best first, at most `limit` (10). */
  readonly retrieve: (question: string, limit?: number) => readonly Retrieved[]
}

/**
 * Indexes documents for retrieval by BM25 (Robertson and Zaragoza 2009) over pairs of Chinese characters and English
 * word stems: no dictionary is needed. A document's score is its share of the highest that the question could reach,
 * 0 to 1.
 */
export function createRetriever(
  documents: readonly { readonly id: string; readonly text: string }[],
): Retriever {
  const index = new Map<string, { readonly document: number; readonly count: number }[]>()
  const lengths = documents.map(({ text }, document) => {
    const counts = toTerms(text)
    let length = 0
    for (const [term, count] of counts) {
      length += count
      const postings = index.get(term)
      if (postings === undefined) index.set(term, [{ document, count }])
      else postings.push({ document, count })
    }
    return length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const rarity = (found: number) => Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))

  return {
    retrieve(question, limit = 10) {
      const sums = new Float64Array(documents.length)
      let highest = 0
      for (const [term, asked] of toTerms(question)) {
        const postings = index.get(term) ?? []
        const weight = rarity(postings.length) * termWeight(term) * Math.min(asked, 2)
        highest += weight * (SATURATION + 1)
        for (const { document, count } of postings) {
          const long = 1 - LENGTH + (LENGTH * (lengths[document] ?? 0)) / average
          const share = (count * (SATURATION + 1)) / (count + SATURATION * long)
          sums[document] = (sums[document] ?? 0) + weight * share
        }
      }
      return documents
        .map(({ id }, document) => ({ id, score: (sums[document] ?? 0) / (highest || 1) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
    },
  }
}

const SATURATION = 1.2
const LENGTH = 0.6

/** A single Chinese character says less than a pair. */
function termWeight(term: string): number {
  return term.length === 1 ? 0.3 : 1
}
