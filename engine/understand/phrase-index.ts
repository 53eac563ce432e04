import type { Features } from "./features.ts"
import type { Query } from "./query.ts"
import { remembered } from "./remembered.ts"

export type Phrase = { readonly of: string; readonly query: Query }
export type PhraseIndex = {
  /** Returns how near each `of` is by its nearest phrase, 0 to 1, the nearest first. */
  readonly nearest: (features: Features) => readonly Nearest[]
  /** Returns how alike a text is to each of some others by the rarity of what they share, 0 to 1. */
  readonly similarities: (one: Features, others: readonly Features[]) => readonly number[]
  /** Returns which part of the features' weight passes the test, 0 to 1. */
  readonly share: (features: Features, test: (feature: string) => boolean) => number
  /** Returns whether any phrase has the feature. */
  readonly has: (feature: string) => boolean
}
/** `phrase`: the nearest of its phrases. */
export type Nearest = { readonly of: string; readonly similarity: number; readonly phrase: string }

/** Indexes short phrases by the cosine of their TF-IDF vectors. */
export function createPhraseIndex(phrases: readonly Phrase[]): PhraseIndex {
  const counts = new Map<string, number>()
  for (const { query } of phrases) {
    for (const feature of query.features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const rarities = new Map([...counts].map(([feature, count]) => [feature, rarityOf(count, phrases.length)]))
  const unknown = rarityOf(UNSEEN, phrases.length)
  const rarity = (feature: string) => rarities.get(feature) ?? unknown
  const postings = createPostings(phrases, rarity)
  const length = remembered((features: Features) => lengthOf(features, rarity))
  const sums = new Float64Array(phrases.length)

  return {
    nearest(features) {
      sums.fill(0)
      const whole = length(features) || 1
      for (const [feature, weight] of features) {
        const found = postings.get(feature)
        if (found === undefined) continue
        const own = (weight * rarity(feature)) / whole
        for (let at = 0; at < found.places.length; at += 1) {
          const place = found.places[at] ?? 0
          sums[place] = (sums[place] ?? 0) + own * (found.weights[at] ?? 0)
        }
      }
      return best(phrases, sums)
    },
    similarities(one, others) {
      const shared = others.map(() => 0)
      const having = havingOf(others)
      for (const [feature, weight] of one) {
        const found = having.get(feature)
        if (found === undefined) continue
        const square = rarity(feature) ** 2
        for (const [place, own] of found) shared[place] = (shared[place] ?? 0) + weight * own * square
      }
      return shared.map((sum, place) => {
        const other = others[place]
        return sum === 0 || other === undefined ? 0 : sum / (length(one) * length(other) || 1)
      })
    },
    share: (features, test) => {
      let all = 0
      let shared = 0
      for (const [feature, weight] of features) {
        const own = (weight * rarity(feature)) ** 2
        all += own
        if (test(feature)) shared += own
      }
      return all === 0 ? 0 : shared / all
    },
    has: (feature) => counts.has(feature),
  }
}

/** A feature that no phrase has counts as a little rarer than one that a single phrase has. */
const UNSEEN = 0.7
const LEAST_SIMILARITY = 0.02

function rarityOf(count: number, phrases: number): number {
  return Math.log(1 + (phrases + 1) / count)
}

type Postings = { readonly places: number[]; readonly weights: number[] }

function createPostings(
  phrases: readonly Phrase[],
  rarity: (feature: string) => number,
): ReadonlyMap<string, Postings> {
  const postings = new Map<string, Postings>()
  phrases.forEach(({ query }, place) => {
    const length = lengthOf(query.features, rarity) || 1
    for (const [feature, weight] of query.features) {
      const found = postings.get(feature) ?? { places: [], weights: [] }
      found.places.push(place)
      found.weights.push((weight * rarity(feature)) / length)
      postings.set(feature, found)
    }
  })
  return postings
}

type Having = ReadonlyMap<string, readonly (readonly [place: number, weight: number])[]>

/** Which of some texts have a feature; lists that are compared again and again are gone through once. */
const havingOf = remembered((texts: readonly Features[]): Having => {
  const having = new Map<string, [number, number][]>()
  texts.forEach((features, place) => {
    for (const [feature, weight] of features) {
      const found = having.get(feature)
      if (found === undefined) having.set(feature, [[place, weight]])
      else found.push([place, weight])
    }
  })
  return having
})

function best(phrases: readonly Phrase[], sums: Float64Array): readonly Nearest[] {
  const nearest = new Map<string, Nearest>()
  for (let at = 0; at < sums.length; at += 1) {
    const similarity = sums[at] ?? 0
    if (similarity < LEAST_SIMILARITY) continue
    const phrase = phrases[at]
    if (phrase === undefined || similarity <= (nearest.get(phrase.of)?.similarity ?? 0)) continue
    nearest.set(phrase.of, { of: phrase.of, similarity: Math.min(1, similarity), phrase: phrase.query.text })
  }
  return [...nearest.values()].sort((a, b) => b.similarity - a.similarity)
}

function lengthOf(features: Features, rarity: (feature: string) => number): number {
  let square = 0
  for (const [feature, weight] of features) square += (weight * rarity(feature)) ** 2
  return Math.sqrt(square)
}
