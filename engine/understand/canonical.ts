import { toUtterance } from "../slots/utterance.ts"
import { fillers, synonyms, vocatives } from "./words/synonyms.ts"

/**
 * Returns a text as it is compared: simplified, lower case, without greetings, politeness, particles and long
 * numbers, English words without endings, synonyms as one word. Not for spans: positions are lost.
 */
export function canonical(text: string): string {
  let read = ` ${toUtterance(text).lower.replace(PUNCTUATION, " ").replace(NUMBER, " ")} `
  read = read.replace(POLICY_NUMBER, HAN.test(read) ? "保单" : "policy")
  if (HAN.test(read)) {
    read = read.replace(REPEATED, "$1")
    for (const { pattern, word } of CHINESE) read = read.replace(pattern, word)
  }
  if (LATIN.test(read)) {
    for (const { pattern, word } of ENGLISH) read = read.replace(pattern, word)
    read = read.replace(/[a-z']+/g, toStem)
  }
  return read.replace(/\s+/g, " ").trim()
}

const HAN = /[\u3400-\u9fff]/
const LATIN = /[a-z]/
const PUNCTUATION = /[^\u3400-\u9fffa-z0-9' ]+/g

/** A number says nothing about what is wanted, but that of a policy stands for the policy. */
const NUMBER = /(?<![a-z\d])\d{7,}(?![a-z\d])/g
const POLICY_NUMBER = /(?<![a-z\d])p\d{11}(?!\d)/g

/** 退保退保退保 says 退保. */
const REPEATED = /([\u3400-\u9fff]{2,4}?)\1+/g

type Rule = { readonly pattern: RegExp; readonly word: string }

const CHINESE: readonly Rule[] = [
  ...vocatives.zh.map((said) => ({ pattern: new RegExp(`^ (?:${said}) *`), word: " " })),
  ...synonyms.zh.map(([word, said]) => ({ pattern: new RegExp(said, "g"), word })),
  { pattern: new RegExp(fillers.zh.join("|"), "g"), word: "" },
]
const ENGLISH: readonly Rule[] = [
  { pattern: new RegExp(`(?<![a-z'])(?:${fillers.en.join("|")})(?![a-z'])`, "g"), word: " " },
  ...synonyms.en.map(([word, said]) => ({
    pattern: new RegExp(`(?<![a-z'])(?:${said})(?![a-z'])`, "g"),
    word,
  })),
]

/** A light stemmer: plural, past and progressive endings, possessives. */
function toStem(word: string): string {
  const bare = word.replace(/'(?:s|re|ve|ll|d|m)?$/, "").replace(/'/g, "")
  if (bare.length < 4) return bare
  const stem = bare
    .replace(/ies$/, "y")
    .replace(/(?<=ss|x|ch|sh)es$/, "")
    .replace(/(?<![su])s$/, "")
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, "")
    .replace(/([bdgmnprt])\1$/, "$1")
  return stem.replace(/(?<=[a-z]{3})e$/, "")
}
