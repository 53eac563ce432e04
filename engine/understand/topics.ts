import { toUtterance } from "../slots/utterance.ts"
import type { UnderstandContext } from "../types.ts"
import {
  asksForFact,
  isHowTo,
  isNotWished,
  isPersonal,
  isPoliteWish,
  isQuestion,
  isWish,
  otherBusiness,
} from "./cues.ts"
import { type Features, toFeatures } from "./features.ts"
import type { Nearest } from "./phrase-index.ts"
import { type Query, toQuery } from "./query.ts"
import { remembered } from "./remembered.ts"
import { createSpeller } from "./spelling.ts"
import { createTopicIndex, type FlowMatch, type TopicIndex } from "./topic-index.ts"
import type { UnderstandingSource } from "./understanding-source.ts"

/** What a piece of text is about, with how sure that is. */
export type Topic =
  | {
      readonly is: "flow" | "knowledge" | "intent"
      readonly id: string
      readonly confidence: number
      /** The text is, but for politeness, one of the phrases that the flow set gives for the topic. */
      readonly isVerbatim?: true
    }
  | { readonly is: "clarify"; readonly options: readonly Topic[]; readonly confidence: number }
  | { readonly is: "out-of-scope"; readonly confidence: number }

export type Topics = TopicIndex & {
  /** Returns the topic of a text, or null where nothing is near enough: never the neighbouring one. */
  readonly topicOf: (text: string, about: TopicContext) => Topic | null
  /** Returns whether a text says an entry of `on` in the author's words: then that is its topic, whatever else is near. */
  readonly saysIntent: (text: string, about: TopicContext) => boolean
  /** Returns the same for one message: several readers ask what its words are about, and it is found once. */
  readonly forMessage: () => Topics
}
/** The flow that the talk is about, and the entries of `on` in scope with what customers say for them. */
export type TopicContext = {
  readonly flow?: string
  readonly intents: readonly { readonly intent: string; readonly says: readonly string[] }[]
}

/** Returns what matters of a conversation for the topic of a text. */
export function about({ flow, matter, intents }: UnderstandContext): TopicContext {
  const topic = flow ?? matter
  return { ...(topic === undefined ? {} : { flow: topic }), intents }
}

/**
 * Learns the topics of one language. A question goes to the knowledge, a wish to a flow; a question starts a flow
 * only where it asks how to do the thing, or is one of the flow's own examples.
 */
export function createTopics(source: UnderstandingSource, locale: string): Topics {
  const index = createTopicIndex(source, locale)
  const flowsOf = new Map(source.knowledge.map(({ id, about: topics }) => [id, flowsAmong(topics)]))
  const titles = new Map(source.flows.map(({ flow, title }) => [flow, title[locale] ?? ""]))
  const own = ownWords(source, locale)
  const written = new Map(
    source.flows.flatMap(({ flow, examples }) =>
      (examples[locale] ?? []).map((phrase) => [toUtterance(phrase).lower, flow]),
    ),
  )
  const titleOf = (flow: string | undefined) => titles.get(flow ?? "") ?? ""
  const nearness = (flow: string | undefined) => (entry: string) => {
    const flows = flowsOf.get(entry)
    if (flows === undefined || flows.size === 0) return 1
    return flows.has(flow ?? "") ? IN_CONTEXT : OUT_OF_CONTEXT
  }
  const spell = createSpeller(said(source, locale))
  const intentOf = intentFinder(index)
  const topicsOf = (queryOf: (text: string) => Query): Topics => ({
    ...index,
    forMessage: () => remembering(topicsOf(once(toQuery))),
    saysIntent(text, { intents }) {
      const query = queryOf(text)
      return query.features.size > 0 && (intentOf(query, intents)?.confidence ?? 0) >= SAME
    },
    topicOf(text, { flow: open, intents }) {
      const query = queryOf(spell(text))
      if (query.features.size === 0) return null
      const isAskedFor = isPoliteWish(text)
      const cues = { asks: isQuestion(text) && !isAskedFor, wants: isWish(text) || isAskedFor }
      const { flows, answers: plain } = index.match(query)
      const answers = cues.asks ? inContext(index, query, plain, titleOf(open), nearness(open)) : plain
      const intent = intentOf(query, intents)
      const verbatim = verbatimOf(intent, flows, plain, cues, { text, flow: written.get(text) })
      if (verbatim !== null) return verbatim
      const rival = Math.max(answers[0]?.similarity ?? 0, flows[0]?.similarity ?? 0)
      if (intent !== null && intent.confidence + 0.1 >= rival) {
        return { ...intent, confidence: Math.max(0.75, intent.confidence) }
      }
      const known = answerTopic(answers, cues.asks ? LEAST_ASKED : cues.wants ? LEAST_WISHED : LEAST_UNASKED)
      const started = flowTopic(flows, text, cues)
      const topic = choose(known, started, cues, text)
      return (topic?.confidence ?? 0) < SURE && isForeign(text, own) ? OUT_OF_SCOPE : topic
    },
  })
  return topicsOf(toQuery)
}

function remembering(topics: Topics): Topics {
  const found = new Map<string, ReturnType<Topics["topicOf"]>>()
  return {
    ...topics,
    topicOf(text, context) {
      const key = `${context.flow ?? ""}\n${text}`
      const before = found.get(key)
      if (before !== undefined) return before
      const topic = topics.topicOf(text, context)
      found.set(key, topic)
      return topic
    },
  }
}

/** Returns what makes each query once. */
function once(make: (text: string) => Query): (text: string) => Query {
  const made = new Map<string, Query>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    const query = make(text)
    made.set(text, query)
    return query
  }
}

const OUT_OF_SCOPE: Topic = { is: "out-of-scope", confidence: 0.75 }
const LEAST = 0.5
/** A question is answered from here on; certain only from `CERTAIN_FROM`. Below, it is better not to know. */
const LEAST_ASKED = 0.6
/** What is not asked as a question is answered only when it is very near. */
const LEAST_UNASKED = 0.72
/** A wish is no question at all: only what was written for it answers it. */
const LEAST_WISHED = 0.85
const NEAR_WISHED = 0.85
const LEAST_IN_CONTEXT = 0.25
/** How much nearer an entry is that is about what the talk is about, and how much less one about another flow. */
const IN_CONTEXT = 1.15
const OUT_OF_CONTEXT = 0.7
const LEAST_INTENT = 0.6
/** What is so many times likelier than the next is taken from `LEAST_AHEAD` on when wished, `LEAST_TOLD` when only told. */
const AHEAD = 2.5
const LEAST_AHEAD = 0.33
const LEAST_TOLD = 0.4
const LEAST_DOUBTED = 0.2
const LEAST_SECOND = 0.05
const SURE = 0.8
const SAME = 0.9
/** Two likenesses that differ by less are the same, summed up in another order. */
const ROUNDING = 1e-9
const DOUBT = 0.6
/** From here on it is worth asking whether the likeliest entry or the next is meant. */
const DOUBTFUL = 0.42

/** What the flow set says in these very words: an entry of `on`, a trigger, a question. */
function verbatimOf(
  intent: (Topic & { readonly is: "intent" | "flow" | "knowledge" }) | null,
  flows: readonly FlowMatch[],
  [answer]: readonly Nearest[],
  { asks, wants }: Cues,
  said: { readonly text: string; readonly flow: string | undefined },
): Topic | null {
  if (intent !== null && intent.confidence >= SAME) return { ...intent, confidence: 0.98, isVerbatim: true }
  const written = flows.find((one) => one.flow === said.flow && one.similarity >= SAME)
  const flow = written ?? [...flows].sort((a, b) => b.similarity - a.similarity)[0]
  const started = flow?.similarity ?? 0
  const known = answer?.similarity ?? 0
  const isAlike = Math.abs(known - started) < ROUNDING
  const isKnown = isAlike ? asks && !isPersonal(said.text) && said.flow === undefined : known > started
  if (answer !== undefined && isKnown && known >= SAME && (asks || !wants))
    return { is: "knowledge", id: answer.of, confidence: 0.98, isVerbatim: true }
  const isAsOne = flow !== undefined && (!asks || said.flow === flow.flow || isQuestion(flow.phrase))
  if (flow === undefined || started < SAME || !isAsOne) return null
  return { is: "flow", id: flow.flow, confidence: 0.98, isVerbatim: true }
}

type Cues = { readonly asks: boolean; readonly wants: boolean }

function choose(
  known: Topic | null,
  started: Topic | null,
  { asks, wants }: Cues,
  text: string,
): Topic | null {
  if (known === null || started === null) return known ?? started
  const lead = known.confidence - started.confidence
  if (!asks && !wants && Math.abs(lead) < 0.08 && known.confidence < SAME && known.is !== "clarify") {
    return started.is === "clarify"
      ? started
      : { is: "clarify", options: [started, known], confidence: DOUBT }
  }
  const isAsked = asks && (!wants || asksForFact(text))
  if (!isAsked) return !wants && lead > 0.15 ? known : started
  const least = isPersonal(text) ? 0.25 : asksForFact(text) ? -0.2 : 0
  return lead >= least ? known : started
}

/**
 * The entry that answers, by how near it is and how far the next is behind; of two alike the customer chooses. The
 * weights are fitted to how often the nearest entry is the right one for questions that were held out.
 */
function answerTopic([first, second]: readonly Nearest[], least: number): Topic | null {
  if (first === undefined) return null
  const behind = second?.similarity ?? 0
  const lead = Math.min(0.5, (first.similarity - behind) / (first.similarity || 1))
  const confidence = Math.max(0, Math.min(0.98, 0.05 + 0.75 * first.similarity + 0.6 * lead))
  const known: Topic = { is: "knowledge", id: first.of, confidence }
  const isMeant = least < LEAST_WISHED || first.similarity >= NEAR_WISHED
  const isAlike = behind >= 0.3 && first.similarity - behind < 0.05 && first.similarity < SURE
  const isDoubtful = confidence >= DOUBTFUL && confidence < least && first.similarity >= 0.4 && behind >= 0.3
  if (second !== undefined && least < LEAST_UNASKED && (isAlike || isDoubtful)) {
    const other: Topic = { is: "knowledge", id: second.of, confidence: LEAST }
    return { is: "clarify", options: [known, other], confidence: DOUBT }
  }
  return confidence < least || !isMeant ? null : known
}

function flowTopic(flows: readonly FlowMatch[], text: string, cues: Cues): Topic | null {
  // Who does not ask tells what he wants or what has happened to him, and either begins something.
  const [first, second] = cues.asks ? flows : [...flows].sort((a, b) => b.wished - a.wished)
  if (first === undefined) return null
  const confidence = flowConfidence(first, text, cues)
  const isAhead = second === undefined || first.wished >= AHEAD * second.wished
  if (confidence < (isAhead && !cues.asks ? (cues.wants ? LEAST_AHEAD : LEAST_TOLD) : LEAST))
    return doubtfulFlow(first, second, text, cues)
  const started: Topic = { is: "flow", id: first.flow, confidence: Math.max(LEAST, confidence) }
  const isClose =
    second !== undefined && second.confidence >= 0.35 && first.confidence - second.confidence < 0.12
  if (second === undefined || !isClose || confidence >= 0.85) return started
  const other: Topic = { is: "flow", id: second.flow, confidence: second.confidence }
  return { is: "clarify", options: [started, other], confidence: DOUBT }
}

/** A wish that is like little of what flows begin with: the customer is asked which of the two likeliest he means. */
function doubtfulFlow(
  first: FlowMatch,
  second: FlowMatch | undefined,
  text: string,
  { asks, wants }: Cues,
): Topic | null {
  if (asks || !wants || isNotWished(text) || first.wished < LEAST_DOUBTED) return null
  const options = [first, ...(second === undefined || second.wished < LEAST_SECOND ? [] : [second])]
  return {
    is: "clarify",
    options: options.map(({ flow, wished }) => ({ is: "flow", id: flow, confidence: wished })),
    confidence: LEAST,
  }
}

function flowConfidence(
  { confidence, wished, similarity, phrase }: FlowMatch,
  text: string,
  { asks, wants }: Cues,
): number {
  if (isNotWished(text)) return 0
  if (!asks) return wants ? Math.min(0.97, wished) : Math.max(confidence, 0.95 * wished)
  if (isPersonal(text) && isQuestion(phrase))
    return Math.max(confidence, Math.min(wished, similarity + 0.2)) * 0.95
  if (wants || isQuestion(phrase)) return confidence * 0.95
  return isHowTo(text) ? Math.min(0.68, confidence * 0.9) : Math.min(0.6, confidence * 0.75)
}

type Intent = (Topic & { readonly is: "intent" | "flow" | "knowledge" }) | null

/** Returns what finds the entry of `on` that is nearest to a query, null where none is near; asked twice it finds once. */
function intentFinder(index: TopicIndex): (query: Query, intents: TopicContext["intents"]) => Intent {
  const foundIn = remembered((_: Query) => new Map<TopicContext["intents"], Intent>())
  return (query, intents) => {
    const found = foundIn(query)
    const known = found.get(intents)
    if (known !== undefined) return known
    const intent = nearestIntent(index, query, intents)
    found.set(intents, intent)
    return intent
  }
}

function nearestIntent(index: TopicIndex, query: Query, intents: TopicContext["intents"]): Intent {
  let nearest = ""
  let most = 0
  for (const { intent, says } of intents) {
    for (const similarity of index.similarities(query, featuresOf(says))) {
      if (similarity <= most) continue
      nearest = intent
      most = similarity
    }
  }
  return most < LEAST_INTENT ? null : { is: "intent", id: nearest, confidence: Math.min(0.98, most) }
}

/** What customers say for an entry is an author's list: it is made ready for comparing once. */
const featuresOf = remembered((says: readonly string[]): readonly Features[] => says.map(toFeatures))

/**
 * Returns the entries near to a question that names no subject of its own, by what the talk is about: 多久到账 asked
 * within a surrender is asked about the surrender, and sooner answered by what is about it than by another entry.
 */
function inContext(
  index: TopicIndex,
  query: Query,
  plain: readonly Nearest[],
  title: string,
  nearness: (entry: string) => number,
): readonly Nearest[] {
  const near = plain[0]?.similarity ?? 0
  const isOpen = query.subjects.length === 0 && near >= LEAST_IN_CONTEXT && index.known(query) >= 0.5
  if (title === "" || !isOpen) return plain
  const best = new Map<string, Nearest>()
  for (const one of [...plain, ...index.match(toQuery(`${title} ${query.text}`)).answers]) {
    const similarity = Math.min(1, one.similarity * nearness(one.of))
    if (similarity > (best.get(one.of)?.similarity ?? 0)) best.set(one.of, { ...one, similarity })
  }
  return [...best.values()].sort((a, b) => b.similarity - a.similarity)
}

/** The flows that an entry is about. */
function flowsAmong(about: readonly string[]): ReadonlySet<string> {
  return new Set(about.flatMap((topic) => (topic.startsWith(FLOW) ? [topic.slice(FLOW.length)] : [])))
}

const FLOW = "flow:"

/** Clearly other business, unless the flow set itself speaks of it. */
function isForeign(text: string, own: string): boolean {
  const said = otherBusiness(text)
  return said.length > 0 && said.every((word) => !own.includes(word))
}

function ownWords(source: UnderstandingSource, locale: string): string {
  return said(source, locale)
    .map((phrase) => toUtterance(phrase).lower)
    .join(" ")
}

/** What the flow set's authors expect customers to say. */
function said({ flows, knowledge }: UnderstandingSource, locale: string): readonly string[] {
  const phrases = [...flows.map(({ examples }) => examples), ...knowledge.map(({ ask }) => ask)]
  return phrases.flatMap((own) => own[locale] ?? [])
}
