import { numberOf } from "../numerals/chinese-numeral.ts"
import { isWhole, type Utterance } from "../utterance.ts"

/** A place in a list named by its number; `index` counts from 0. */
export type OrdinalMention = {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly certain: boolean
}

/**
 * Returns the places that a text names in a list of `count`: 第一个, 最后一种, 倒数第二个, 前两个, 后者, 选2, 1和3, the second
 * one, option 2, last one, the first two, B. A bare number or letter counts only where the whole text is
 * such.
 */
export function ordinalMentions(utterance: Utterance, count: number): readonly OrdinalMention[] {
  if (count === 0) return []
  const found = [...chinese(utterance, count), ...english(utterance, count)].sort((a, b) => a.start - b.start)
  return found.length > 0 ? found : bare(utterance, count)
}

const NUMBER = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})"
const COUNTED = "[个种项条款份张类位件行号点]"
const CHINESE = new RegExp(
  `(倒数)?第 ?(${NUMBER})(?: ?${COUNTED})?|最后(?:那|这)?(?:一)?(?:${COUNTED}|(?=[\\s,.。]|$))|头一?${COUNTED}|(前|后|头)(${NUMBER})${COUNTED}|([前后])者|(?:选项?|选择|序号|编号|方案|[选按]) ?(${NUMBER})(?![\\d年月万千百岁天])`,
  "g",
)

function chinese({ plain }: Utterance, count: number): readonly OrdinalMention[] {
  if (!/[第最头前后选序编方按]/.test(plain)) return []
  return [...plain.matchAll(CHINESE)].flatMap((match) => {
    const [all, backwards, nth, side, several, pole, chosen] = match
    const start = match.index
    const end = start + all.length
    const at = (index: number) => mention(index, start, end, count)
    if (nth !== undefined) {
      const place = numberOf(nth) ?? 0
      return at(backwards === undefined ? place - 1 : count - place)
    }
    if (several !== undefined) {
      const size = numberOf(several) ?? 0
      if (size < 1 || size > count) return []
      const first = side === "后" ? count - size : 0
      return Array.from({ length: size }, (_, offset) => ({
        index: first + offset,
        start,
        end,
        certain: true,
      }))
    }
    if (pole !== undefined) return count === 2 ? at(pole === "前" ? 0 : 1) : []
    if (chosen !== undefined) return at((numberOf(chosen) ?? 0) - 1)
    return at(all.startsWith("头") ? 0 : count - 1)
  })
}

const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
const ORDINAL = `(?:${PLACES.join("|")}|\\d{1,2}(?:st|nd|rd|th)|last)`
const CARDINALS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const CARDINAL = `(?:\\d{1,2}|${Object.keys(CARDINALS).join("|")})`
const ENGLISH = new RegExp(
  `(?<![a-z\\d])(?:(?:the )?first (two|three|four)(?: ones| options)?|(?:(the )?(${ORDINAL})( one| option| choice| item)?)|(?:(?:option|number|choice|item|no\\.) ?(${CARDINAL})))(?![a-z\\d])`,
  "g",
)

function english(utterance: Utterance, count: number): readonly OrdinalMention[] {
  const { lower } = utterance
  if (!/[a-z]/.test(lower)) return []
  return [...lower.matchAll(ENGLISH)].flatMap((match) => {
    const [all, several, article, ordinal, noun, cardinal] = match
    const start = match.index
    const end = start + all.length
    if (several !== undefined) {
      const size = CARDINALS[several] ?? 0
      return size > count
        ? []
        : Array.from({ length: size }, (_, index) => ({ index, start, end, certain: true }))
    }
    if (cardinal !== undefined) return mention(cardinalOf(cardinal) - 1, start, end, count)
    if (ordinal === undefined) return []
    if (article === undefined && noun === undefined && !isWhole(utterance, start, end)) return []
    const place = PLACES.indexOf(ordinal)
    const index = ordinal === "last" ? count - 1 : place >= 0 ? place : Number.parseInt(ordinal, 10) - 1
    return mention(index, start, end, count)
  })
}

/** 2, 二, B, "1和3", "1,3": nothing but numbers or letters of the list, with what joins them. */
function bare(utterance: Utterance, count: number): readonly OrdinalMention[] {
  const { lower } = utterance
  const match = BARE.exec(lower)
  if (match === null) return []
  const isList = [...lower.matchAll(ITEM)]
  return isList.flatMap(({ 0: item, index: start }) => {
    const index = /^[a-z]$/.test(item)
      ? item.charCodeAt(0) - 97
      : (numberOf(item) ?? CARDINALS[item] ?? 0) - 1
    return mention(index, start, start + item.length, count, /^[\da-z]/.test(item))
  })
}
const BARE_ITEM = `(?:${NUMBER}|[a-h](?![a-z])|${Object.keys(CARDINALS).join("|")})`
const ITEM = new RegExp(BARE_ITEM, "g")
const BARE = new RegExp(
  `^[\\s(]{0,4}(?:我?[选要]|就|那就|i choose |i'll take |choose |pick )?${BARE_ITEM}[)]?(?:(?:[ ,.、;+&/]|和|跟|与|还有|以及| and | or ){1,3}${BARE_ITEM}){0,9}[\\s).。吧!,]{0,4}$`,
)

function cardinalOf(word: string): number {
  return CARDINALS[word] ?? Number.parseInt(word, 10)
}

function mention(
  index: number,
  start: number,
  end: number,
  count: number,
  certain = true,
): readonly OrdinalMention[] {
  return index >= 0 && index < count ? [{ index, start, end, certain }] : []
}
