import { canonical } from "./canonical.ts"

/** What a text is compared by: each feature with its weight before rarity is counted. */
export type Features = ReadonlyMap<string, number>

/**
 * Returns the features of a text in any mix of Chinese and English: single characters, pairs and triples of
 * characters of Chinese; words, pairs of words and the letter triples of words of English, so that a misspelt word
 * still counts in part. Greetings and particles are left out, synonyms are one.
 */
export function toFeatures(text: string): Features {
  return featuresOf(canonical(text))
}

/** As {@link toFeatures}, of a text that is canonical already. */
export function featuresOf(read: string): Features {
  const features = new Map<string, number>()
  for (const run of read.match(RUNS) ?? []) {
    if (HAN.test(run)) addCharacters(features, run)
    else addWords(features, run)
  }
  return features
}

const RUNS = /[\u3400-\u9fff]+|[a-z0-9][a-z0-9' ]*/g
const HAN = /^[\u3400-\u9fff]/
const SINGLE = 0.45
const TRIPLE = 0.5
const WORD_PAIR = 0.5
const LETTERS = 0.9

function addCharacters(features: Map<string, number>, run: string): void {
  for (let at = 0; at < run.length; at += 1) {
    add(features, run.charAt(at), SINGLE)
    if (at + 1 < run.length) add(features, run.slice(at, at + 2), 1)
    if (at + 2 < run.length) add(features, run.slice(at, at + 3), TRIPLE)
  }
}

function addWords(features: Map<string, number>, run: string): void {
  const words = run.split(" ").filter((word) => word !== "")
  words.forEach((word, at) => {
    add(features, `w:${word}`, 1)
    const next = words[at + 1]
    if (next !== undefined) add(features, `p:${word} ${next}`, WORD_PAIR)
    addLetters(features, word)
  })
}

function addLetters(features: Map<string, number>, word: string): void {
  if (word.length < 4) return
  const framed = `^${word}$`
  const triples = framed.length - 2
  for (let at = 0; at < triples; at += 1)
    add(features, `l:${framed.slice(at, at + 3)}`, LETTERS / Math.sqrt(triples))
}

function add(features: Map<string, number>, feature: string, weight: number): void {
  features.set(feature, Math.max(features.get(feature) ?? 0, weight))
}
