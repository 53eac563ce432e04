import { toUtterance } from "../slots/utterance.ts"
import { createClassifier } from "./classifier.ts"
import { isHowTo, isNotWished, isQuestion, isWish, otherBusiness } from "./cues.ts"
import { type Features, toFeatures } from "./features.ts"
import { createPhraseIndex, type Nearest } from "./phrase-index.ts"
import { createSubjects } from "./subjects.ts"
import type { UnderstandingSource } from "./understanding-source.ts"

/** What a piece of text is about, with how sure that is. */
export type Topic =
  | { readonly is: "flow" | "knowledge" | "intent"; readonly id: string; readonly confidence: number }
  | { readonly is: "clarify"; readonly options: readonly Topic[]; readonly confidence: number }
  | { readonly is: "out-of-scope"; readonly confidence: number }

export type Topics = {
  /** Returns the topic of a text, or null where nothing is near enough: never the neighbouring one. */
  readonly topicOf: (text: string, about: TopicContext) => Topic | null
  /** Returns the flows by how likely a text starts them, the likeliest first. */
  readonly classify: (text: string) => readonly { readonly intent: string; readonly confidence: number }[]
  /** Returns knowledge entries by how near they answer, the nearest first. */
  readonly answers: (text: string) => readonly Nearest[]
}
export type TopicContext = {
  readonly flow?: string
  readonly intents: readonly { readonly intent: string; readonly says: readonly string[] }[]
}

const KNOWLEDGE = "knowledge"

/** Learns the topics of one language from a flow set: flows from their examples, knowledge from its questions. */
export function createTopics(source: UnderstandingSource, locale: string): Topics {
  const flows = source.flows.flatMap(({ flow, title, examples }) =>
    [...(examples[locale] ?? []), ...(title[locale] === undefined ? [] : [title[locale]])].map((text) => ({
      flow,
      text,
    })),
  )
  const asks = source.knowledge.flatMap(({ id, ask }) => (ask[locale] ?? []).map((text) => ({ id, text })))
  const flowIndex = createPhraseIndex(
    flows.map(({ flow, text }) => ({ of: flow, text })),
    asks.map(({ text }) => text),
  )
  const askIndex = createPhraseIndex(
    asks.map(({ id, text }) => ({ of: id, text })),
    flows.map(({ text }) => text),
  )
  const classifier = createClassifier([
    ...flows.map(({ flow, text }) => ({ text, intent: `flow:${flow}` })),
    ...asks.map(({ text }) => ({ text, intent: KNOWLEDGE })),
  ])
  const subjects = createSubjects([
    ...flows.map(({ flow, text }) => ({ of: `flow:${flow}`, text })),
    ...asks.map(({ id, text }) => ({ of: id, text })),
  ])
  const titles = new Map(source.flows.map(({ flow, title }) => [flow, title[locale] ?? ""]))
  const own = [...flows, ...asks].map(({ text }) => toUtterance(text).lower).join(" ")

  const answers = (text: string, features: Features = toFeatures(text)): readonly Nearest[] =>
    askIndex
      .nearest(features)
      .slice(0, CONSIDERED)
      .map(({ of, similarity }) => ({ of, similarity: similarity * subjects.fit(text, of) }))
      .sort((a, b) => b.similarity - a.similarity)

  const classify = (text: string, features: Features = toFeatures(text)) => {
    const chances = new Map(classifier.classify(text).map(({ intent, confidence }) => [intent, confidence]))
    const near = new Map(flowIndex.nearest(features).map(({ of, similarity }) => [of, similarity]))
    return source.flows
      .map(({ flow }) => {
        const similarity = near.get(flow) ?? 0
        const chance = chances.get(`flow:${flow}`) ?? 0
        const grounded = chance * (0.5 + 0.5 * Math.min(1, similarity / ENOUGH))
        const fits = subjects.fit(text, `flow:${flow}`)
        return {
          intent: flow,
          confidence: Math.max(grounded * fits, similarity > SAME ? similarity : 0),
          similarity,
          chance,
        }
      })
      .sort((a, b) => b.confidence - a.confidence)
  }

  const intentOf = (features: Features, intents: TopicContext["intents"]) => {
    const near = intents.map(({ intent, says }) => ({
      of: intent,
      similarity: Math.max(0, ...says.map((phrase) => askIndex.similarity(features, toFeatures(phrase)))),
    }))
    return near.sort((a, b) => b.similarity - a.similarity)[0] ?? { of: "", similarity: 0 }
  }

  return {
    classify: (text) => classify(text).map(({ intent, confidence }) => ({ intent, confidence })),
    answers: (text) => answers(text),
    topicOf(text, { flow: open, intents }) {
      const features = toFeatures(text)
      if (features.size === 0) return null
      const asks = isQuestion(text)
      const wants = isWish(text)
      const [flow, otherFlow] = classify(text, features)
      const ranked = inContext(text, features, open)
      const [answer, otherAnswer] = ranked
      const nearness = answer?.similarity ?? 0
      const intent = intentOf(features, intents)
      if (
        intent.similarity >= INTENT_FROM &&
        intent.similarity + 0.1 >= Math.max(nearness, flow?.similarity ?? 0)
      ) {
        return { is: "intent", id: intent.of, confidence: Math.max(0.75, intent.similarity) }
      }
      const knows = answer === undefined ? 0 : answerConfidence(answer, otherAnswer, asks)
      const starts = flow === undefined ? 0 : flowConfidence(flow, { asks, wants, nearness, text })
      if (Math.max(knows, starts) < LEAST) return isForeign(text) ? OUT_OF_SCOPE : null
      if (isForeign(text) && Math.max(knows, starts) < 0.8) return OUT_OF_SCOPE
      const known: Topic | null =
        answer === undefined || knows < LEAST ? null : { is: "knowledge", id: answer.of, confidence: knows }
      const started: Topic | null =
        flow === undefined || starts < LEAST ? null : { is: "flow", id: flow.intent, confidence: starts }
      const prefersAnswer =
        asks && !(wants && !asksForFact(text))
          ? knows + (knows >= LEAST ? 0.2 : 0) >= starts
          : knows > starts + 0.15
      if (
        known !== null &&
        started !== null &&
        !asks &&
        !wants &&
        Math.abs(knows - starts) < CLOSE &&
        knows < 0.9
      ) {
        return { is: "clarify", options: [started, known], confidence: 0.6 }
      }
      if (known !== null && (prefersAnswer || started === null))
        return orClarify(known, otherAnswer, nearness)
      if (started === null || flow === undefined) return known
      if (otherFlow !== undefined && starts < 0.85 && isClose(flow, otherFlow)) {
        const other: Topic = { is: "flow", id: otherFlow.intent, confidence: otherFlow.confidence }
        return { is: "clarify", options: [started, other], confidence: 0.6 }
      }
      return started
    },
  }

  /** 多久到账 asked within a surrender is asked about the surrender. */
  function inContext(text: string, features: Features, open: string | undefined): readonly Nearest[] {
    const plain = answers(text, features)
    const title = open === undefined ? "" : (titles.get(open) ?? "")
    if (title === "" || !isQuestion(text) || subjects.has(text) || askIndex.known(features) < 0.5)
      return plain
    const asked = answers(`${title} ${text}`)
    return (asked[0]?.similarity ?? 0) > (plain[0]?.similarity ?? 0) ? asked : plain
  }

  /** Clearly other business, unless the flow set itself speaks of it. */
  function isForeign(text: string): boolean {
    const said = otherBusiness(text)
    return said.length > 0 && said.every((word) => !own.includes(word))
  }
}

const OUT_OF_SCOPE: Topic = { is: "out-of-scope", confidence: 0.75 }
const CONSIDERED = 12
const ENOUGH = 0.4
const SAME = 0.9
const LEAST = 0.5
const LEAST_UNASKED = 0.65
const LEAST_ALONE = 0.25
const CLOSE = 0.08
const INTENT_FROM = 0.6

type Flow = {
  readonly intent: string
  readonly confidence: number
  readonly similarity: number
  readonly chance: number
}
type Cues = {
  readonly asks: boolean
  readonly wants: boolean
  readonly nearness: number
  readonly text: string
}

/** How sure an answer is: how near, and how far the next is behind. */
function answerConfidence({ similarity }: Nearest, next: Nearest | undefined, asks: boolean): number {
  const lead = (similarity - (next?.similarity ?? 0)) / (similarity || 1)
  const confidence = Math.min(0.98, (0.25 + 0.95 * similarity) * (0.82 + 0.18 * Math.min(1, lead / 0.3)))
  return asks || confidence >= LEAST_UNASKED ? confidence : 0
}

/** How sure a flow is: a question only starts it when it asks how to do the thing, or is one of its examples. */
function flowConfidence({ confidence, similarity }: Flow, { asks, wants, text }: Cues): number {
  if (similarity < SAME && isNotWished(text)) return 0
  if (similarity >= SAME) return Math.min(0.98, similarity)
  if (wants && !asks) return Math.min(0.97, confidence * 1.05)
  if (!asks) return confidence
  return similarity >= 0.6 || isHowTo(text) || wants ? confidence * 0.9 : confidence * 0.75
}

/** How much, how long, which, why: a fact is wanted, even where it is asked for politely. */
function asksForFact(text: string): boolean {
  return /多少|多久|几[天年个时次号点]|什么|为什么|哪|怎么|如何|(?<![a-z])(?:how|what|when|why|which|where)(?![a-z])/.test(
    text,
  )
}

function isClose(one: Flow, other: Flow): boolean {
  return other.confidence >= 0.35 && one.confidence - other.confidence < 0.12
}

function orClarify(known: Topic, other: Nearest | undefined, nearness: number): Topic {
  if (other === undefined || nearness >= 0.8 || nearness - other.similarity >= 0.05 || other.similarity < 0.3)
    return known
  return {
    is: "clarify",
    options: [known, { is: "knowledge", id: other.of, confidence: 0.5 }],
    confidence: 0.6,
  }
}
