import { canonical } from "./canonical.ts"
import { subjects as words } from "./words/synonyms.ts"

export type Subjects = {
  /** Returns a factor that falls with every subject that the text names and the topic does not, 0.5 to 1. */
  readonly fit: (text: string, topic: string) => number
  /** Returns whether a text names any subject. */
  readonly has: (text: string) => boolean
}

/** Knows which subjects each topic speaks of: 退保 and 理赔 ask for papers in the same words. */
export function createSubjects(phrases: readonly { readonly of: string; readonly text: string }[]): Subjects {
  const known = new Map<string, Set<string>>()
  for (const { of, text } of phrases) {
    const all = known.get(of) ?? new Set<string>()
    for (const subject of subjectsIn(text)) all.add(subject)
    known.set(of, all)
  }
  return {
    fit(text, topic) {
      const missing = subjectsIn(text).filter((subject) => known.get(topic)?.has(subject) !== true).length
      return Math.max(LOWEST, MISSING ** missing)
    },
    has: (text) => subjectsIn(text).length > 0,
  }
}

const MISSING = 0.6
const LOWEST = 0.5

function subjectsIn(text: string): readonly string[] {
  const read = canonical(text)
  const chinese = words.zh.filter((word) => read.includes(word))
  if (!/[a-z]/.test(read)) return chinese
  const spoken = new Set(read.split(" "))
  return [...chinese, ...words.en.filter((word) => spoken.has(word))]
}
