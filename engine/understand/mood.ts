import { toUtterance } from "../slots/utterance.ts"
import { phraseFinder } from "./phrase-book.ts"

/** How a customer sounds, and the words that say so; no words: calm. */
export type Mood = { readonly mood: "calm" | "upset" | "distressed"; readonly because: readonly string[] }

/** Returns the mood of a message. Grief and fear outweigh anger: who has lost somebody is not spoken to as angry. */
export function mood(text: string): Mood {
  const { text: read, lower } = toUtterance(text)
  const words = (spans: ReturnType<typeof findUpset>) => spans.map(({ start, end }) => read.slice(start, end))
  const distressed = findDistressed(lower)
  if (distressed.length > 0) return { mood: "distressed", because: words(distressed) }
  const upset = findUpset(lower)
  return upset.length > 0 ? { mood: "upset", because: words(upset) } : { mood: "calm", because: [] }
}

const findUpset = phraseFinder((words) => words.mood.upset)
const findDistressed = phraseFinder((words) => words.mood.distressed)
