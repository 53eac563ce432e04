import type { Sentence, SentenceValue } from "../../engine/index.ts"
import type { UiLocale } from "../i18n/locale.ts"
import { contentSentencesZh } from "./sentences/contents.zh.ts"
import { expressionSentencesZh } from "./sentences/expressions.zh.ts"
import { flowSentencesZh } from "./sentences/flows.zh.ts"

/** Returns what something of a kind, named by its id, is called by the reader. */
export type NameOf = (kind: string, id: string) => string

/** The sentences of the engine in Chinese, by what they are in English. */
export const sentencesZh: Readonly<Record<string, string>> = {
  ...flowSentencesZh,
  ...contentSentencesZh,
  ...expressionSentencesZh,
}

const hole = /\{(?:([a-z]+):)?(\d+)\}/g

/**
 * Returns a sentence of the engine in the reader's language, what it names by its titles. In English a name that stands
 * in quotes is called as the Chinese sentence says of which kind it is.
 */
export function sentenceInWords(sentence: Sentence, locale: UiLocale, nameOf: NameOf): string {
  const chinese = sentencesZh[sentence.id]
  const kinds = new Map([...(chinese ?? "").matchAll(hole)].map(([, kind, index]) => [index, kind]))
  const isChinese = locale === "zh" && chinese !== undefined
  const template = isChinese
    ? chinese
    : sentence.id.replaceAll(/"([^"]*\{\d+\}[^"]*)"/g, "“$1”").replaceAll("`", "")
  return template.replaceAll(hole, (_, named: string | undefined, index: string) => {
    const kind = named ?? kinds.get(index)
    return valueInWords(sentence.values[Number(index)] ?? "", kind, locale, nameOf)
  })
}

function valueInWords(
  value: SentenceValue,
  kind: string | undefined,
  locale: UiLocale,
  nameOf: NameOf,
): string {
  if (typeof value === "number") return String(value)
  if (typeof value === "string") return kind === undefined ? value : nameOf(kind, value)
  if (isSentence(value)) return sentenceInWords(value, locale, nameOf)
  return value.map((each) => valueInWords(each, kind, locale, nameOf)).join(locale === "zh" ? "、" : ", ")
}

function isSentence(value: readonly string[] | Sentence): value is Sentence {
  return !Array.isArray(value)
}
