import { createFeatureClassifier } from "./classifier.ts"
import { type Features, toFeatures } from "./features.ts"
import { createPhraseIndex, type Nearest } from "./phrase-index.ts"
import { type Query, toQuery } from "./query.ts"
import { remembered } from "./remembered.ts"
import { createSubjectFit } from "./subjects.ts"
import type { UnderstandingSource } from "./understanding-source.ts"

/**
 * How near a text is to a flow. `confidence`: that it starts the flow; `wished`: the same when it is known to be a
 * wish, no question; `phrase`: the likest example.
 */
export type FlowMatch = {
  readonly flow: string
  readonly confidence: number
  readonly wished: number
  readonly similarity: number
  readonly phrase: string
}

/** What one language of a flow set teaches about topics. */
export type TopicIndex = {
  /** Returns every flow and the nearest knowledge entries, each likeliest first. */
  readonly match: (query: Query) => {
    readonly flows: readonly FlowMatch[]
    readonly answers: readonly Nearest[]
  }
  /** Returns how alike two texts are, 0 to 1. */
  readonly similarity: (one: Query, other: Query) => number
  /** Returns how alike a text is to each of some others. */
  readonly similarities: (one: Query, others: readonly Features[]) => readonly number[]
  /** Returns which part of a text's weight the flow set has words for, 0 to 1. */
  readonly known: (query: Query) => number
  /** Returns whether the flow set has an English word. */
  readonly hasWord: (word: string) => boolean
}

/** Learns the flows from their examples and titles, the knowledge from its questions. */
export function createTopicIndex({ flows, knowledge }: UnderstandingSource, locale: string): TopicIndex {
  const examples = flows.flatMap(({ flow, title, examples: said }) =>
    [...(said[locale] ?? []), ...(title[locale] === undefined ? [] : [title[locale]])].map((text) => ({
      of: `${FLOW}${flow}`,
      query: toQuery(text),
    })),
  )
  const asks = knowledge.flatMap(({ id, ask }) =>
    (ask[locale] ?? []).map((text) => ({ of: `${ENTRY}${id}`, query: toQuery(text) })),
  )
  const phrases = [...examples, ...asks]
  const index = createPhraseIndex(phrases)
  const englishWords = new Set(
    phrases.flatMap(({ query }) => query.text.toLowerCase().match(/[a-z]+/g) ?? []),
  )
  const subjectFit = createSubjectFit(phrases)
  const words = wordsOfEntries(knowledge, asks, locale)
  const spoken = new Set([...words.values()].flatMap((all) => [...all]))
  const elsewhere = (features: Features, own: ReadonlySet<string>) =>
    index.share(features, (feature) => spoken.has(feature) && !own.has(feature))
  const classifier = createFeatureClassifier([
    ...examples.map(({ of, query }) => ({ intent: of, features: query.features })),
    ...asks.map(({ query }) => ({ intent: ENTRY, features: query.features })),
  ])

  const titles = new Map(flows.map(({ flow, title }) => [flow, toQuery(title[locale] ?? "").subjects]))

  const matchFlow = (
    query: Query,
    flow: string,
    nearest: Nearest | undefined,
    chances: ReadonlyMap<string, number>,
  ): FlowMatch => {
    const { similarity, phrase } = nearest ?? { similarity: 0, phrase: "" }
    const chance = chances.get(`${FLOW}${flow}`) ?? 0
    const amongFlows = chance / (1 - (chances.get(ENTRY) ?? 0) + NEITHER)
    const support = (0.5 + 0.5 * Math.min(1, similarity / ENOUGH)) * subjectFit(query, `${FLOW}${flow}`)
    const same = similarity > SAME ? similarity : 0
    const isNamed = query.subjects.some((subject) => titles.get(flow)?.includes(subject) === true)
    const near = similarity + (isNamed ? NAMED : UNNAMED)
    return {
      flow,
      confidence: Math.max(chance * support, same),
      wished: Math.max(chance * support, Math.min(amongFlows * support, near), same),
      similarity,
      phrase,
    }
  }

  const match = remembered((query: Query): ReturnType<TopicIndex["match"]> => {
    const near = index.nearest(query.features)
    const nearFlows = new Map(near.map((one) => [one.of, one]))
    const chances = new Map(
      classifier.classify(query.features).map(({ intent, confidence }) => [intent, confidence]),
    )
    const entries = near.filter(({ of }) => of.startsWith(ENTRY)).slice(0, CONSIDERED)
    return {
      flows: flows
        .map(({ flow }) => {
          const name = `${FLOW}${flow}`
          return matchFlow(query, flow, nearFlows.get(name), chances)
        })
        .sort((a, b) => b.confidence - a.confidence),
      answers: entries
        .map(({ of, similarity, phrase }) => ({
          of: of.slice(ENTRY.length),
          similarity:
            similarity *
            (1 - ELSEWHERE * elsewhere(query.features, words.get(of) ?? NO_WORDS)) *
            subjectFit(query, of, phrase),
          phrase,
        }))
        .sort((a, b) => b.similarity - a.similarity),
    }
  })

  return {
    match,
    similarity: (one, other) => index.similarities(one.features, [other.features])[0] ?? 0,
    similarities: (one, others) => index.similarities(one.features, others),
    known: ({ features }) => index.share(features, index.has),
    hasWord: (word) => englishWords.has(word),
  }
}

/** All that an entry speaks of, in its questions and its answer. */
function wordsOfEntries(
  knowledge: UnderstandingSource["knowledge"],
  asks: readonly { readonly of: string; readonly query: Query }[],
  locale: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>()
  const add = (of: string, features: Features) => {
    const all = words.get(of) ?? new Set<string>()
    for (const feature of features.keys()) all.add(feature)
    words.set(of, all)
  }
  for (const { id, say } of knowledge)
    add(`${ENTRY}${id}`, toFeatures((say[locale] ?? "").replace(/\{[^}]*\}/g, " ")))
  for (const { of, query } of asks) add(of, query.features)
  return words
}

/** How much it counts against an entry that other entries speak of what is asked, and it does not. */
const ELSEWHERE = 0.3
const NO_WORDS: ReadonlySet<string> = new Set()
const FLOW = "flow:"
const ENTRY = "knowledge:"
const CONSIDERED = 12
/** From this likeness to an example on, what the classifier says is taken in full. */
const ENOUGH = 0.4
/** A wish is likelier than its nearest example is like it by so much; more when it names the flow's own subject. */
const UNNAMED = 0.1
const NAMED = 0.4
/** Stands for what is neither a flow nor known. */
const NEITHER = 0.005
/** From this likeness on, a text is one of the examples. */
const SAME = 0.9
