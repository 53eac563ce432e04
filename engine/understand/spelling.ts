/** Mends misspelt English words; returns the text as it is where nothing is to mend. */
export type Speller = (lower: string) => string

/**
 * Learns the words of some texts and returns what mends a word that is one slip away from one of them: a letter too
 * many, one missing, a wrong one, or two that changed places (surender, insurnace). A word that is much rarer than the
 * one it resembles counts as a slip too, since examples have slips of their own. Short words are left alone.
 */
export function createSpeller(texts: readonly string[]): Speller {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const word of text.toLowerCase().match(WORD) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  const shortened = new Map<string, string[]>()
  for (const word of counts.keys())
    for (const form of withoutOneLetter(word)) {
      const words = shortened.get(form)
      if (words === undefined) shortened.set(form, [word])
      else words.push(word)
    }
  const found = new Map<string, string>()

  const nearest = (word: string): string => {
    if (RIGHT.has(word)) return word
    const known = counts.get(word) ?? 0
    let best = word
    let most = known * MUCH_RARER
    for (const form of withoutOneLetter(word)) {
      for (const other of shortened.get(form) ?? []) {
        const count = counts.get(other) ?? 0
        if (count > most && isOneSlip(word, other)) {
          best = other
          most = count
        }
      }
    }
    return best
  }

  return (lower) =>
    lower.replace(WORD, (word) => {
      const before = found.get(word)
      if (before !== undefined) return before
      const mended = nearest(word)
      if (found.size < MOST_REMEMBERED) found.set(word, mended)
      return mended
    })
}

const WORD = /[a-z]{5,24}/g
const MUCH_RARER = 8
/** Words of their own, however near to a commoner one of the business: the police gave no policy. */
const RIGHT: ReadonlySet<string> = new Set(["police"])
const MOST_REMEMBERED = 5000

/** The word itself, and it without each of its letters: two words one slip apart share one of these. */
function withoutOneLetter(word: string): ReadonlySet<string> {
  const forms = new Set([word])
  for (let at = 0; at < word.length; at += 1) forms.add(word.slice(0, at) + word.slice(at + 1))
  return forms
}

/** Whether one insertion, deletion, replacement or exchange of neighbours makes one word of the other. */
function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1 || one.charAt(0) !== other.charAt(0))
    return false
  let from = 0
  while (from < one.length && one.charAt(from) === other.charAt(from)) from += 1
  const restOne = one.slice(from)
  const restOther = other.slice(from)
  return (
    restOne.slice(1) === restOther ||
    restOne === restOther.slice(1) ||
    restOne.slice(1) === restOther.slice(1) ||
    (restOne.charAt(0) === restOther.charAt(1) &&
      restOne.charAt(1) === restOther.charAt(0) &&
      restOne.slice(2) === restOther.slice(2))
  )
}
