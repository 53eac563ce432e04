import type { Command, KnowledgeAnswer, Locale, UnderstandContext } from "../types.ts"
import type { Classified } from "./classifier.ts"
import { createMessage } from "./message.ts"
import { type Checked, checkProposals, type Proposal } from "./proposals.ts"
import { toQuery } from "./query.ts"
import { readMessage } from "./read-message.ts"
import { createTopics, type Topics } from "./topics.ts"
import type { UnderstandingSource } from "./understanding-source.ts"

/** Reads customers' words. Pure: the same source, context and text give the same commands. */
export type Understanding = {
  /**
   * Returns what a message means, as commands in the order in which they should be done, by the precedence of the
   * flow language; never empty. Spans count UTF-16 units of the text; past 2,000 characters nothing is read.
   */
  readonly understand: (context: UnderstandContext, text: string) => readonly Command[]
  /** Returns the knowledge entries that may answer, best first, at most `limit` (5); texts keep their braces. */
  readonly knowledge: (question: string, locale: Locale, limit?: number) => readonly KnowledgeAnswer[]
  /** Checks what a language model holds a message to mean, as if the customer had said it in plain words. */
  readonly check: (context: UnderstandContext, text: string, proposals: readonly Proposal[]) => Checked
  /** Returns what a message may mean in this flow set, as a language model is told: flows, and the entries near to it. */
  readonly vocabulary: (context: UnderstandContext, text: string) => Vocabulary
  /** Returns every flow with how likely the text starts it, likeliest first. */
  readonly classify: (text: string, locale: Locale) => readonly Classified[]
}

export type Vocabulary = {
  readonly flows: readonly {
    readonly flow: string
    readonly title: string
    readonly examples: readonly string[]
  }[]
  readonly entries: readonly { readonly topic: string; readonly ask: string }[]
}

/** Learns a flow set's examples and knowledge and returns what understands its customers. */
export function createUnderstanding(source: UnderstandingSource): Understanding {
  const topics = new Map(source.locales.map((locale) => [locale, createTopics(source, locale)]))
  const first = source.locales[0] ?? ""
  const nothing = createTopics({ locales: [], flows: [], knowledge: [] }, first)
  const spoken = (text: string, locale: Locale) => spokenLocale(source.locales, text, locale)
  const topicsFor = (text: string, locale: Locale): Topics => topics.get(spoken(text, locale)) ?? nothing

  const offers = new Map(source.knowledge.map(({ id, offers: flow }) => [id, flow]))
  const own = new Map(source.knowledge.map(({ id, personal }) => [id, personal]))
  const slotsOf = (flow: string, locale: Locale) => {
    const slots = source.flows.find((other) => other.flow === flow)?.slots
    return slots?.[locale] ?? slots?.[first] ?? {}
  }
  const entriesNear = (text: string, locale: Locale): readonly string[] =>
    topicsFor(text, locale)
      .match(toQuery(text))
      .answers.slice(0, NEAR)
      .map(({ of }) => of)

  const understand: Understanding["understand"] = (context, text) =>
    readMessage(createMessage(text, context), topicsFor(text, context.locale), {
      slotsOf: (flow) => slotsOf(flow, context.locale),
      offeredBy: (topic) => offers.get(topic),
      personalOf: (topic) => own.get(topic),
    })
  rehearse(source, understand)

  return {
    understand,
    check: (context, text, proposals) =>
      checkProposals(context, text, proposals, {
        hasFlow: (flow) => source.flows.some((one) => one.flow === flow),
        slotsOf: (flow) => slotsOf(flow, context.locale),
        entriesNear: (words) => entriesNear(words, context.locale),
      }),
    vocabulary: ({ locale }, text) => ({
      flows: source.flows.map(({ flow, title, examples }) => ({
        flow,
        title: title[locale] ?? title[first] ?? flow,
        examples: (examples[locale] ?? []).slice(0, EXAMPLES),
      })),
      entries: entriesNear(text, locale).map((topic) => {
        const entry = source.knowledge.find(({ id }) => id === topic)
        return { topic, ask: entry?.ask[locale]?.[0] ?? topic }
      }),
    }),
    knowledge(question, locale, limit = 5) {
      const texts = new Map(source.knowledge.map(({ id, say }) => [id, say[locale] ?? say[first] ?? ""]))
      return topicsFor(question, locale)
        .match(toQuery(question))
        .answers.slice(0, limit)
        .map(({ of, similarity }) => ({
          id: of,
          text: texts.get(of) ?? "",
          score: Math.round(similarity * 1000) / 1000,
        }))
    },
    classify: (text, locale) =>
      topicsFor(text, locale)
        .match(toQuery(text))
        .flows.map(({ flow, confidence }) => ({ intent: flow, confidence })),
  }
}

/**
 * Reads some of the flow set's own phrases, for nothing: patterns are compiled at their first use, and the first
 * customer after a start should not wait for all of them.
 */
function rehearse(
  { locales, flows, knowledge }: UnderstandingSource,
  understand: Understanding["understand"],
) {
  for (const locale of locales) {
    for (const { flow, slots, examples } of flows) {
      const context = { locale, now: REHEARSED, flow, slots: slots[locale] ?? {}, filled: {}, intents: [] }
      const isDated = Object.values(context.slots).some(({ type }) => type === "date")
      const facts = isDated ? [FACTS[locale] ?? ""] : []
      for (const phrase of [...(examples[locale] ?? []).slice(0, PHRASES), ...facts])
        understand(context, phrase)
    }
    for (const { ask } of knowledge.slice(0, PHRASES * PHRASES))
      understand({ locale, now: REHEARSED, slots: {}, filled: {}, intents: [] }, ask[locale]?.[0] ?? "")
  }
}

/** Days, times and amounts are read by patterns of their own, which examples alone do not reach. */
const FACTS: Readonly<Record<Locale, string>> = {
  zh: "上周三下午三点住的院，25号出院，一共花了两千三",
  en: "last Wednesday at 3 pm I was admitted, discharged on the 25th, it cost 2,300 in all",
}
const REHEARSED = "2026-01-05T09:00:00+08:00"
const PHRASES = 3
const EXAMPLES = 4
/** How many entries may be what a proposal means. */
const NEAR = 8

/** The locale whose script the text is in: an English sentence in a Chinese conversation is read as English. */
function spokenLocale(locales: readonly Locale[], text: string, locale: Locale): Locale {
  const chinese = (text.match(/[\u3400-\u9fff]/g) ?? []).length
  const latin = (text.match(/[A-Za-z]{2,}/g) ?? []).length
  if (chinese === 0 && latin === 0) return locale
  const isChinese = chinese >= latin
  if (locale.startsWith("zh") === isChinese) return locales.includes(locale) ? locale : (locales[0] ?? locale)
  return locales.find((other) => other.startsWith("zh") === isChinese) ?? locale
}
