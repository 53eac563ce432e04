import { allMatches } from "../slots/all-matches.ts"
import { en } from "./words/en.ts"
import type { Words } from "./words/words.ts"
import { zh } from "./words/zh.ts"

/** A part of a message; `end` is exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** The languages that are understood. */
export const LANGUAGES: readonly { readonly words: Words; readonly isLatin: boolean }[] = [
  { words: zh, isLatin: false },
  { words: en, isLatin: true },
]
const NEGATION = LANGUAGES.map(({ words, isLatin }) => bounded(words.negations, isLatin, "$"))
const BREAK = /[,.;!?。…]/
const NEGATION_REACH = 30

/** Returns where phrases of a `within` list stand in the text without being taken back (不用转人工). */
export function phraseFinder(list: (words: Words) => readonly string[]): (lower: string) => readonly Span[] {
  const patternsFor = byScript((words, isLatin) => bounded(list(words), isLatin, "", "g"))
  return (lower) =>
    patternsFor(lower).flatMap((pattern) =>
      allMatches(lower, pattern)
        .map(({ 0: said, index }) => ({ start: index, end: index + said.length }))
        .filter(({ start }) => !isTakenBack(lower, start)),
    )
}

/** Returns where phrases of a `within` list stand in the text only to be taken back, with the words that do so. */
export function refusedPhraseFinder(
  list: (words: Words) => readonly string[],
): (lower: string) => readonly Span[] {
  const patternsFor = byScript((words, isLatin) => bounded(list(words), isLatin, "", "g"))
  return (lower) =>
    patternsFor(lower).flatMap((pattern) =>
      allMatches(lower, pattern).flatMap(({ 0: said, index }) => {
        const start = takenBackFrom(lower, index)
        return start === null ? [] : [{ start, end: index + said.length }]
      }),
    )
}

/** Returns whether a clause says what a `whole` list says, politeness aside, and nothing else. */
export function clauseTest(list: (words: Words) => readonly string[]): (clause: string) => boolean {
  const patternsFor = byScript((words, isLatin) => {
    const edge = isLatin ? "(?![a-z'])" : ""
    const gap = isLatin ? "[ ,]+" : "[ ,]*"
    const before = `(?:(?:${words.before.join("|")})${edge}[ ,]*){0,4}`
    const after = `(?:${gap}(?:${words.after.join("|")})${edge}){0,4}`
    return new RegExp(`^${before}(?:${list(words).join("|")})${edge}${after}[ .!?~…。]*$`)
  })
  return (clause) =>
    clause.length <= LONGEST_CLAUSE && patternsFor(clause).some((pattern) => pattern.test(clause))
}

/** Returns whether a text has one of the phrases anywhere. */
export function textTest(list: (words: Words) => readonly string[]): (lower: string) => boolean {
  const patternsFor = byScript((words, isLatin) => bounded(list(words), isLatin))
  return (lower) => patternsFor(lower).some((pattern) => pattern.test(lower))
}

/** Returns the patterns of a list, one for each phrase, to match with their groups. */
export function phrasePatterns(
  list: (words: Words) => readonly string[],
  prefix = "",
  suffix = "",
): readonly RegExp[] {
  return LANGUAGES.flatMap(({ words, isLatin }) =>
    list(words).map((phrase) =>
      isLatin
        ? new RegExp(`${prefix}(?<![a-z'])(?:${phrase})(?![a-z])${suffix}`, "g")
        : new RegExp(`${prefix}(?:${phrase})${suffix}`, "g"),
    ),
  )
}

const LONGEST_CLAUSE = 60

/** Returns the patterns that a text may match: those of English words only where it has Latin letters. */
function byScript(
  toPattern: (words: Words, isLatin: boolean) => RegExp,
): (text: string) => readonly RegExp[] {
  const all = LANGUAGES.map(({ words, isLatin }) => toPattern(words, isLatin))
  const others = all.filter((_, at) => LANGUAGES[at]?.isLatin === false)
  return (text) => (/[a-z]/.test(text) ? all : others)
}

function bounded(phrases: readonly string[], isLatin: boolean, end = "", flags = ""): RegExp {
  const union = phrases.join("|")
  if (!isLatin) return new RegExp(`(?:${union})${end}`, flags)
  return new RegExp(`(?<![a-z'])(?:${union})${end === "" ? "(?![a-z])" : end}`, flags)
}

function isTakenBack(lower: string, start: number): boolean {
  return takenBackFrom(lower, start) !== null
}

/** Where the words begin that take back the phrase at `start`, null where nothing does. */
function takenBackFrom(lower: string, start: number): number | null {
  let from = start
  while (from > 0 && start - from < NEGATION_REACH && !BREAK.test(lower.charAt(from - 1))) from -= 1
  const before = lower.slice(from, start)
  if (before === "") return null
  for (const negation of NEGATION) {
    const found = negation.exec(before)
    if (found !== null) return from + found.index
  }
  return null
}
