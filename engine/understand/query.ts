import { canonical } from "./canonical.ts"
import { type Features, featuresOf } from "./features.ts"
import { subjects as words } from "./words/synonyms.ts"

/** A text made ready for comparing, once. `subjects`: what it names of the things that questions are about. */
export type Query = {
  readonly text: string
  readonly features: Features
  readonly subjects: readonly string[]
}

/** Returns the query of a text. */
export function toQuery(text: string): Query {
  const read = canonical(text)
  return { text, features: featuresOf(read), subjects: subjectsIn(read) }
}

function subjectsIn(read: string): readonly string[] {
  const chinese = words.zh.filter((word) => read.includes(word))
  if (!/[a-z]/.test(read)) return chinese
  const spoken = new Set(read.split(" "))
  return [...chinese, ...words.en.filter((word) => spoken.has(word))]
}
