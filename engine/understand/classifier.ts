import { toUtterance } from "../slots/utterance.ts"
import { fitConfidence } from "./calibration.ts"
import { toClauses } from "./clauses.ts"
import type { Features } from "./features.ts"
import { createPhraseIndex, type PhraseIndex } from "./phrase-index.ts"
import { type Query, toQuery } from "./query.ts"
import { chancesOf, type Row, train } from "./softmax-regression.ts"
import { createSpeller } from "./spelling.ts"

export type Classified = { readonly intent: string; readonly confidence: number }
export type Classifier<Input = string> = {
  /** Returns every intent with its probability, the likeliest first. */
  readonly classify: (input: Input) => readonly Classified[]
}

/**
 * Learns to tell intents apart from a few examples of each: softmax regression over TF-IDF features, trained in a
 * fixed order, so that the same examples always give the same classifier. A message is read as a whole and clause by
 * clause, since callers wrap a wish in who they are and how their day was. An intent is as likely as the regression says
 * and as the nearest of its examples is near: what is like no example is nothing that was learned. Confidence is
 * how often such a reading was right for examples that were held out.
 */
export function createClassifier(
  examples: readonly { readonly text: string; readonly intent: string }[],
): Classifier {
  const spell = createSpeller(examples.map(({ text }) => text))
  const read = (text: string): readonly Query[] => {
    const { lower, text: said } = toUtterance(text)
    const clauses = toClauses(lower, said)
    const parts = clauses.length > 1 ? clauses.map((clause) => clause.text) : []
    return [lower, ...parts].map((part) => toQuery(spell(part)))
  }
  const rows = examples.map(({ text, intent }) => ({
    intent,
    query: toQuery(spell(text.toLowerCase())),
    text,
  }))
  const model = learn(rows)
  const confidence = calibrate(rows, (text, known) => support(known, read(text)))
  return {
    classify: (text) =>
      support(model, read(text)).map(({ intent, confidence: likely }) => ({
        intent,
        confidence: confidence(likely),
      })),
  }
}

type LearnedRow = { readonly intent: string; readonly query: Query; readonly text: string }
type Learned = { readonly chances: Classifier<Features>; readonly index: PhraseIndex }

function learn(rows: readonly LearnedRow[]): Learned {
  return {
    chances: createFeatureClassifier(rows.map(({ intent, query }) => ({ intent, features: query.features }))),
    index: createPhraseIndex(rows.map(({ intent, query }) => ({ of: intent, query }))),
  }
}

/** Every intent with the best that one part of the message says for it, the likeliest first. */
function support({ chances, index }: Learned, parts: readonly Query[]): readonly Classified[] {
  const best = new Map<string, number>()
  for (const { features } of parts) {
    const near = new Map(index.nearest(features).map(({ of, similarity }) => [of, similarity]))
    for (const { intent, confidence } of chances.classify(features))
      best.set(intent, Math.max(best.get(intent) ?? 0, confidence * (near.get(intent) ?? 0)))
  }
  return [...best]
    .map(([intent, confidence]) => ({ intent, confidence }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** As {@link createClassifier}, from features made before. */
export function createFeatureClassifier(
  examples: readonly { readonly features: Features; readonly intent: string }[],
): Classifier<Features> {
  const intents = [...new Set(examples.map(({ intent }) => intent))]
  const vocabulary = createVocabulary(examples.map(({ features }) => features))
  const rows = examples.map(({ features, intent }) => ({
    ...vocabulary.vector(features),
    outcome: intents.indexOf(intent),
  }))
  const model = train(rows, intents.length, vocabulary.size)
  return {
    classify(features) {
      const chances = chancesOf(model, vocabulary.vector(features))
      return intents
        .map((intent, at) => ({ intent, confidence: chances[at] ?? 0 }))
        .sort((a, b) => b.confidence - a.confidence)
    },
  }
}

/** Learns, from examples that were held out, how often a reading with such support is right. */
function calibrate(
  rows: readonly LearnedRow[],
  read: (text: string, known: Learned) => readonly Classified[],
): (support: number) => number {
  const held = Array.from({ length: FOLDS }, (_, fold) => {
    const known = learn(rows.filter((_row, at) => at % FOLDS !== fold))
    return rows
      .filter((_row, at) => at % FOLDS === fold)
      .map(({ text, intent }) => {
        const [best] = read(text, known)
        return { support: best?.confidence ?? 0, isRight: best?.intent === intent }
      })
  }).flat()
  return fitConfidence(held)
}

const FOLDS = 3

type Vocabulary = { readonly size: number; readonly vector: (features: Features) => Omit<Row, "outcome"> }

/** With many examples, what only one of them has teaches nothing. */
const MANY_EXAMPLES = 600

function createVocabulary(examples: readonly Features[]): Vocabulary {
  const counts = new Map<string, number>()
  for (const features of examples) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const least = examples.length > MANY_EXAMPLES ? 2 : 1
  const kept = [...counts].filter(([, count]) => count >= least)
  const places = new Map(kept.map(([feature], at) => [feature, at]))
  const rarity = kept.map(([, count]) => Math.log(1 + examples.length / count))
  return {
    size: places.size,
    vector(features) {
      const found: number[] = []
      const weights: number[] = []
      let square = 0
      for (const [feature, weight] of features) {
        const place = places.get(feature)
        if (place === undefined) continue
        const value = weight * (rarity[place] ?? 0)
        square += value * value
        found.push(place)
        weights.push(value)
      }
      const length = Math.sqrt(square) || 1
      return {
        places: Int32Array.from(found),
        weights: Float64Array.from(weights, (weight) => weight / length),
      }
    },
  }
}
