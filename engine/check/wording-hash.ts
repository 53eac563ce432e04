import type { QuestionnaireDocument, WordingDocument } from "../document/schema.ts"
import { hashJson } from "../format/index.ts"

export type WordingVersion = WordingDocument["versions"][number]
export type QuestionnaireVersion = QuestionnaireDocument["versions"][number]

/**
 * Returns the SHA-256 that an approval of a version must carry: over the canonical JSON of a wording's
 * `{ text, accept, decline }`, of a questionnaire's `{ intro, questions }`. What is absent is left out; a text given
 * as a plain string counts as it stands.
 */
export function wordingHash(version: WordingVersion | QuestionnaireVersion): string {
  if ("questions" in version) return hashJson({ intro: version.intro, questions: version.questions })
  const { text, accept, decline } = version
  return hashJson({ text, accept, decline })
}
