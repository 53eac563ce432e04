import { questionViews } from "./question.ts"
import { createSentenceModel } from "./sentence-model.ts"
import { comparable, toViews } from "./terms.ts"
import { voiceFit, voiceOf } from "./voice.ts"

export type Retrieved = { readonly id: string; readonly score: number }
export type Retriever = {
  /** Returns the documents that share terms with the question, best first, at most `limit` (10). */
  readonly retrieve: (question: string, limit?: number) => readonly Retrieved[]
}

/**
 * Indexes passages for retrieval by question likelihood (Ponte and Croft 1998): a document is as likely as its sentences
 * would have made somebody ask so. No dictionary is needed. Scores are the chance that a document is the one that answers,
 * given that one of them does; the weights were fitted to that on questions about clauses.
 */
export function createRetriever(
  documents: readonly { readonly id: string; readonly text: string }[],
): Retriever {
  const passages = documents.map(({ text }) =>
    toSentences(text).map((sentence) => toViews(comparable(sentence))),
  )
  const characters = createSentenceModel(
    passages.map((sentences) => sentences.map((views) => views.characters)),
    CHARACTER_SHARES,
  )
  const pairs = createSentenceModel(
    passages.map((sentences) => sentences.map((views) => views.pairs)),
    PAIR_SHARES,
  )
  const voices = documents.map(({ text }) => voiceOf(text))
  const lengths = documents.map(({ text }) => Math.log(Math.max(1, text.length)))

  return {
    retrieve(question, limit = 10) {
      const asked = questionViews(question)
      const likely = { characters: characters(asked.characters), pairs: pairs(asked.pairs) }
      const likeness = voiceFit(question)
      const scores = documents.map(
        (_, at) =>
          CHARACTERS * (likely.characters[at] ?? 0) +
          PAIRS * (likely.pairs[at] ?? 0) +
          VOICE * likeness(voices[at] ?? NO_VOICE) -
          LENGTH * (lengths[at] ?? 0),
      )
      const highest = Math.max(...scores)
      const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0)
      return documents
        .map(({ id }, at) => ({ id, at, score: Math.exp((scores[at] ?? 0) - highest) / total }))
        .filter(({ at }) => (likely.characters[at] ?? 0) > SHARES_NOTHING)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ id, score }) => ({ id, score }))
    },
  }
}

const CHARACTER_SHARES = { sentence: 0.3, passage: 0.4, all: 0.3 }
const PAIR_SHARES = { sentence: 0.1, passage: 0.4, all: 0.5 }
const CHARACTERS = 0.25
const PAIRS = 0.24
const VOICE = 0.95
const LENGTH = 0.1
const SHARES_NOTHING = 1e-9
const NO_VOICE = { insurer: null, customer: null }

function toSentences(text: string): readonly string[] {
  const found = text.split(BREAK).filter((sentence) => sentence.trim().length > SHORTEST)
  return found.length > 0 ? found : [text]
}

/** Sentences, and the items of a list. */
const BREAK = /[。；;\n]|(?<=[a-z)])\.\s|(?=[（(](?:[一二三四五六七八九十]+|\d+)[)）])/
const SHORTEST = 3
