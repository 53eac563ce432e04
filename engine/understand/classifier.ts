import { type Features, toFeatures } from "./features.ts"
import { chancesOf, type Row, train } from "./softmax-regression.ts"

export type Classified = { readonly intent: string; readonly confidence: number }
export type Classifier<Input = string> = {
  /** Returns every intent with its probability, the likeliest first. */
  readonly classify: (input: Input) => readonly Classified[]
}

/**
 * Learns to tell intents apart from a few examples of each: softmax regression over TF-IDF features, trained in a
 * fixed order, so that the same examples always give the same classifier.
 */
export function createClassifier(
  examples: readonly { readonly text: string; readonly intent: string }[],
): Classifier {
  const learned = createFeatureClassifier(
    examples.map(({ text, intent }) => ({ intent, features: toFeatures(text) })),
  )
  return { classify: (text) => learned.classify(toFeatures(text)) }
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
