import { barePhrase } from "../slots/phrase.ts"
import { toUtterance } from "../slots/utterance.ts"
import { phraseFinder } from "./phrase-book.ts"
import { courtesiesOf } from "./readings/courtesies.ts"

/** How a customer sounds, and the words that say so; no words: calm. */
export type Mood = { readonly mood: "calm" | "upset" | "distressed"; readonly because: readonly string[] }

/**
 * Returns the mood of a message, of what was written before it too: who has to say a thing again is not calm. Grief and
 * fear outweigh anger: who has lost somebody is not spoken to as angry.
 */
export function mood(text: string, before = ""): Mood {
  const { text: read, lower } = toUtterance(text)
  const words = (spans: ReturnType<typeof findUpset>) => spans.map(({ start, end }) => read.slice(start, end))
  const distressed = findDistressed(lower)
  if (distressed.length > 0) return { mood: "distressed", because: words(distressed) }
  const upset = [...words(findUpset(lower)), ...repeated(lower), ...(isSaidAgain(text, before) ? [text] : [])]
  return upset.length > 0 ? { mood: "upset", because: upset } : { mood: "calm", because: [] }
}

const findUpset = phraseFinder((words) => words.mood.upset)
const findDistressed = phraseFinder((words) => words.mood.distressed)

/** 退保退保退保, "refund refund refund". */
function repeated(lower: string): readonly string[] {
  const found = REPEATED.exec(lower)?.[0].trim()
  return found === undefined || isLaughter(found) || courtesiesOf(found) !== null ? [] : [found]
}

function isLaughter(text: string): boolean {
  return new Set(text).size < 3 && !/[a-z]/.test(text) && text.charAt(0) === text.charAt(1)
}

const REPEATED =
  /([\u3400-\u9fff]{2,6})(?:[\s,.!。]*\1){2,}|(?<![a-z])([a-z]{4,15}(?: [a-z]{2,15})?)(?:[\s,.!]+\2){2,}(?![a-z])/

/** The same again, in so many words; a short answer or a number may well be given twice. */
function isSaidAgain(text: string, before: string): boolean {
  const said = barePhrase(text)
  const isLong = /[\u3400-\u9fff]/.test(said) ? said.length >= 5 : text.trim().split(/\s+/).length >= 3
  if (!isLong || /\d{4}/.test(said) || said !== barePhrase(before)) return false
  return courtesiesOf(toUtterance(text).lower) === null
}
