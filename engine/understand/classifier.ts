import { toFeatures } from "./features.ts"

export type Classified = { readonly intent: string; readonly confidence: number }
export type Classifier = {
  /** Returns every intent with its probability, the likeliest first. */
  readonly classify: (text: string) => readonly Classified[]
}

/**
 * Learns to tell intents apart from a few examples of each: softmax regression over TF-IDF features, trained by
 * plain gradient steps in a fixed order, so that the same examples always give the same classifier.
 */
export function createClassifier(
  examples: readonly { readonly text: string; readonly intent: string }[],
): Classifier {
  const intents = [...new Set(examples.map(({ intent }) => intent))]
  const vocabulary = createVocabulary(examples.map(({ text }) => text))
  const rows = examples.map(({ text, intent }) => ({
    vector: vocabulary.vector(text),
    intent: intents.indexOf(intent),
  }))
  const model = train(rows, intents.length, vocabulary.size)
  return {
    classify(text) {
      const chances = softmax(scores(model, vocabulary.vector(text), intents.length))
      return intents
        .map((intent, at) => ({ intent, confidence: chances[at] ?? 0 }))
        .sort((a, b) => b.confidence - a.confidence)
    },
  }
}

/** A sparse vector of length one: places and weights. */
type Vector = { readonly places: readonly number[]; readonly weights: readonly number[] }
type Row = { readonly vector: Vector; readonly intent: number }
type Vocabulary = { readonly size: number; readonly vector: (text: string) => Vector }

const STEPS = 60_000
const LEAST_ROUNDS = 12
const MOST_ROUNDS = 60
const RATE = 4
const SHRINK = 2e-5
const STRIDE = 7_919

function createVocabulary(texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const feature of toFeatures(text).keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const places = new Map([...counts.keys()].map((feature, at) => [feature, at]))
  const rarity = [...counts.values()].map((count) => Math.log(1 + texts.length / count))
  const unknown = Math.log(1 + texts.length)
  return {
    size: places.size,
    vector(text) {
      const vector = { places: [] as number[], weights: [] as number[] }
      let square = 0
      for (const [feature, weight] of toFeatures(text)) {
        const place = places.get(feature)
        const value = weight * (place === undefined ? 0 : (rarity[place] ?? unknown))
        square += value * value
        if (place === undefined) continue
        vector.places.push(place)
        vector.weights.push(value)
      }
      const length = Math.sqrt(square) || 1
      return { places: vector.places, weights: vector.weights.map((weight) => weight / length) }
    },
  }
}

function train(rows: readonly Row[], intents: number, size: number): Float64Array {
  const model = new Float64Array(intents * (size + 1))
  if (rows.length === 0) return model
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.round(STEPS / rows.length)))
  for (let round = 0; round < rounds; round += 1) {
    const rate = RATE / (1 + round / 8)
    for (let step = 0; step < rows.length; step += 1) {
      const row = rows[(step * STRIDE + round) % rows.length]
      if (row !== undefined) learn(model, row, intents, rate)
    }
    for (let at = 0; at < model.length; at += 1)
      model[at] = (model[at] ?? 0) * (1 - SHRINK * rows.length * rate)
  }
  return model
}

function learn(model: Float64Array, { vector, intent }: Row, intents: number, rate: number): void {
  const chances = softmax(scores(model, vector, intents))
  for (let other = 0; other < intents; other += 1) {
    const wrong = (chances[other] ?? 0) - (other === intent ? 1 : 0)
    if (Math.abs(wrong) < 1e-3) continue
    vector.places.forEach((place, at) => {
      const cell = (place + 1) * intents + other
      model[cell] = (model[cell] ?? 0) - rate * wrong * (vector.weights[at] ?? 0)
    })
    model[other] = (model[other] ?? 0) - rate * wrong * 0.05
  }
}

function scores(model: Float64Array, vector: Vector, intents: number): Float64Array {
  const sums = model.slice(0, intents)
  vector.places.forEach((place, at) => {
    const weight = vector.weights[at] ?? 0
    const first = (place + 1) * intents
    for (let intent = 0; intent < intents; intent += 1) {
      sums[intent] = (sums[intent] ?? 0) + weight * (model[first + intent] ?? 0)
    }
  })
  return sums
}

function softmax(sums: Float64Array): Float64Array {
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
