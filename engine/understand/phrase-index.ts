import { type Features, toFeatures } from "./features.ts"

export type Phrase = { readonly of: string; readonly text: string }
export type PhraseIndex = {
  /** Returns how near each `of` is by its nearest phrase, 0 to 1, the nearest first. */
  readonly nearest: (features: Features) => readonly Nearest[]
  /** Returns how alike two texts are by the rarity of what they share, 0 to 1. */
  readonly similarity: (one: Features, other: Features) => number
  /** Returns which part of the features' weight any phrase has, 0 to 1. */
  readonly known: (features: Features) => number
}
export type Nearest = { readonly of: string; readonly similarity: number }

/** Indexes short phrases by the cosine of their TF-IDF vectors; `others` only count for how rare a feature is. */
export function createPhraseIndex(phrases: readonly Phrase[], others: readonly string[] = []): PhraseIndex {
  const vectors = phrases.map(({ text }) => toFeatures(text))
  const counts = new Map<string, number>()
  const total = phrases.length + others.length
  for (const vector of [...vectors, ...others.map(toFeatures)])
    for (const feature of vector.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const rarity = (feature: string) => Math.log(1 + (total + 1) / (counts.get(feature) ?? 0.7)) / 2
  const lengths = vectors.map((vector) => lengthOf(vector, rarity))
  const postings = new Map<string, { readonly phrase: number; readonly weight: number }[]>()
  vectors.forEach((vector, phrase) => {
    for (const [feature, weight] of vector) {
      const posting = { phrase, weight: (weight * rarity(feature)) / (lengths[phrase] || 1) }
      const found = postings.get(feature)
      if (found === undefined) postings.set(feature, [posting])
      else found.push(posting)
    }
  })

  return {
    nearest(features) {
      const sums = new Float64Array(phrases.length)
      const length = lengthOf(features, rarity) || 1
      for (const [feature, weight] of features) {
        const own = (weight * rarity(feature)) / length
        for (const posting of postings.get(feature) ?? []) {
          sums[posting.phrase] = (sums[posting.phrase] ?? 0) + own * posting.weight
        }
      }
      return best(phrases, sums)
    },
    similarity(one, other) {
      let shared = 0
      for (const [feature, weight] of one) shared += weight * (other.get(feature) ?? 0) * rarity(feature) ** 2
      return shared / (lengthOf(one, rarity) * lengthOf(other, rarity) || 1)
    },
    known(features) {
      let all = 0
      let known = 0
      for (const [feature, weight] of features) {
        const own = (weight * rarity(feature)) ** 2
        all += own
        if (counts.has(feature)) known += own
      }
      return all === 0 ? 0 : known / all
    },
  }
}

function best(phrases: readonly Phrase[], sums: Float64Array): readonly Nearest[] {
  const nearest = new Map<string, number>()
  sums.forEach((similarity, at) => {
    const of = phrases[at]?.of
    if (of !== undefined && similarity > (nearest.get(of) ?? 0)) nearest.set(of, similarity)
  })
  return [...nearest]
    .map(([of, similarity]) => ({ of, similarity: Math.min(1, similarity) }))
    .sort((a, b) => b.similarity - a.similarity)
}

function lengthOf(features: Features, rarity: (feature: string) => number): number {
  let square = 0
  for (const [feature, weight] of features) square += (weight * rarity(feature)) ** 2
  return Math.sqrt(square)
}
