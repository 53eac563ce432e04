import type { Query } from "./query.ts"

/**
 * Tells how well the subjects of a text are those of a topic, 0.5 to 1: less for every subject that the text names
 * and the topic does not, a little less for every one that the topic's nearest phrase adds. 退保 and 理赔 ask for
 * papers in the same words.
 */
export type SubjectFit = (said: Query, topic: string, phrase?: string) => number

/** Learns which subjects each topic speaks of. */
export function createSubjectFit(
  phrases: readonly { readonly of: string; readonly query: Query }[],
): SubjectFit {
  const byTopic = new Map<string, Set<string>>()
  const byPhrase = new Map<string, readonly string[]>()
  for (const { of, query } of phrases) {
    const all = byTopic.get(of) ?? new Set<string>()
    for (const subject of query.subjects) all.add(subject)
    byTopic.set(of, all)
    byPhrase.set(query.text, query.subjects)
  }
  return ({ subjects }, topic, phrase = "") => {
    const missing = subjects.filter((subject) => byTopic.get(topic)?.has(subject) !== true).length
    const added = (byPhrase.get(phrase) ?? []).filter((subject) => !subjects.includes(subject)).length
    return Math.max(LOWEST, MISSING ** missing * ADDED ** added)
  }
}

const MISSING = 0.6
const ADDED = 0.88
const LOWEST = 0.5
