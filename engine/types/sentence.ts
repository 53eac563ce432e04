/**
 * A sentence that a reader may get in another language: in English, with `{0}` for the first thing that it names, by
 * which a catalogue of another language finds it, and the things named. JSON-safe.
 */
export type Sentence = { readonly id: string; readonly values: readonly SentenceValue[] }
/** An id or a word, a number, several of them, or a sentence within. */
export type SentenceValue = string | number | readonly string[] | Sentence

/** Returns the sentence of a template: what stands in `${ }` is what it names. */
export function sentence(parts: TemplateStringsArray, ...values: readonly SentenceValue[]): Sentence {
  return { id: parts.reduce((id, part, index) => `${id}{${index - 1}}${part}`), values }
}

/** Returns a sentence in English, what it names by their ids. */
export function textOfSentence({ id, values }: Sentence): string {
  return id.replaceAll(/\{(\d+)\}/g, (_, index: string) => textOfValue(values[Number(index)] ?? ""))
}

/** Returns what a diagnostic says, in English and for other languages. */
export function told(message: Sentence, help: Sentence) {
  return { message: textOfSentence(message), help: textOfSentence(help), says: { message, help } }
}

function textOfValue(value: SentenceValue): string {
  if (typeof value === "string" || typeof value === "number") return String(value)
  return isList(value) ? value.join(", ") : textOfSentence(value)
}

function isList(value: Exclude<SentenceValue, string | number>): value is readonly string[] {
  return Array.isArray(value)
}
