import type { TextDocument } from "../../engine/document/schema.ts"

/** Returns a text of a document in the reader's language, else in the flow set's own, else in any. */
export function textIn(text: TextDocument | undefined, locale: string, fallback: string): string {
  if (text === undefined) return ""
  if (typeof text === "string") return text
  return text[locale] ?? text[fallback] ?? Object.values(text)[0] ?? ""
}
