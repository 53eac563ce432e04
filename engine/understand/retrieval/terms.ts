import { numberOf } from "../../slots/numerals/chinese-numeral.ts"
import { toUtterance } from "../../slots/utterance.ts"

/** Terms with their counts. */
export type Terms = ReadonlyMap<string, number>
/** The two views that a text is compared in. English words and numbers stand in both. */
export type Views = { readonly characters: Terms; readonly pairs: Terms }

/**
 * Returns a text as passages are compared: simplified, half-width, lower case, without spaces between Chinese
 * characters (print puts them anywhere), numerals as digits, 天 for 日.
 */
export function comparable(text: string): string {
  let read = ""
  for (let from = 0; from < text.length; from += PIECE)
    read += toUtterance(text.slice(from, from + PIECE)).lower
  return read
    .replace(/(?<=[\u3400-\u9fff\d])\s+(?=[\u3400-\u9fff\d])/g, "")
    .replace(/[零〇一二两三四五六七八九十百千万]+/g, (said) => String(numberOf(said) ?? said))
    .replace(/(?<=\d)日/g, "天")
    .replace(/周岁/g, "岁")
}

/** Returns the terms of a comparable text in both views. */
export function toViews(read: string): Views {
  const characters = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const run of read.match(RUNS) ?? []) {
    if (!HAN.test(run)) {
      const word = /^\d/.test(run) ? run : stem(run)
      add(characters, word)
      add(pairs, word)
      continue
    }
    for (let at = 0; at < run.length; at += 1) {
      add(characters, run.charAt(at))
      if (at + 1 < run.length) add(pairs, run.slice(at, at + 2))
    }
  }
  return { characters, pairs }
}

/** `toUtterance` reads no more than a page at once. */
const PIECE = 2000
const RUNS = /[\u3400-\u9fff]+|[a-z]+|\d+(?:\.\d+)?%?/g
const HAN = /^[\u3400-\u9fff]/

function stem(word: string): string {
  return word.replace(/(?<=[a-z]{3})(?:ies|es|s|ing|ed)$/, "")
}

function add(terms: Map<string, number>, term: string): void {
  terms.set(term, (terms.get(term) ?? 0) + 1)
}
