import { comparable, comparableNames } from "../option-names.ts"
import type { ChoiceOption } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"
import { ordinalMentions } from "./ordinals.ts"
import { isBounded, type OptionName, partialName } from "./partial-names.ts"

/**
 * Where a text names an option: by label, by what it may be called, by key, by ordinal, or by a part that
 * only one option has. `negated`: 不是意外. `certain`: named in full and unmistakably.
 */
export type OptionMention = {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly certain: boolean
  readonly negated: boolean
}

/**
 * Returns the options that a text names, in order, without overlaps; names in full win over ordinals and
 * parts. `seen`: how many of them, from the first, an ordinal can mean.
 */
export function optionMentions(
  utterance: Utterance,
  options: readonly ChoiceOption[],
  seen = options.length,
): readonly OptionMention[] {
  const named = fullNames(utterance, options)
  const ordinals = ordinalMentions(utterance, seen)
    .filter(({ start, end }) => !named.some((mention) => start < mention.end && end > mention.start))
    .flatMap(({ index, start, end, certain }) => {
      const key = options[index]?.key
      return key === undefined
        ? []
        : [{ key, start, end, certain, negated: isNegated(utterance.lower, start) }]
    })
  const mentions = [...named, ...ordinals].sort((a, b) => a.start - b.start)
  return mentions.length > 0 ? mentions : partialName(utterance, namesOf(options))
}

/**
 * Of names that share characters the longest counts; of equal ones the later, 我妈 in 是我妈. The same name of two options
 * names both.
 */
function fullNames({ lower }: Utterance, options: readonly ChoiceOption[]): readonly OptionMention[] {
  const places: { readonly key: string; readonly name: string; readonly start: number }[] = []
  for (const { key, name } of namesOf(options)) {
    for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length))
      if (isBounded(lower, at, at + name.length, name)) places.push({ key, name, start: at })
  }
  places.sort((a, b) => b.name.length - a.name.length || b.start - a.start)
  const found: OptionMention[] = []
  for (const { key, name, start } of places) {
    const end = start + name.length
    const isTaken = (other: OptionMention) =>
      start < other.end &&
      end > other.start &&
      (start !== other.start || end !== other.end || key === other.key)
    if (found.some(isTaken)) continue
    const certain = name.length > 1 || lower.trim() === name
    found.push({ key, start, end, certain, negated: isNegated(lower, start) || isDenied(lower, end) })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The same options are looked for in many messages: their names are made comparable once. */
const namesByOptions = new WeakMap<readonly ChoiceOption[], readonly OptionName[]>()

function namesOf(options: readonly ChoiceOption[]): readonly OptionName[] {
  let names = namesByOptions.get(options)
  if (names === undefined) {
    names = options.flatMap(namesOfOption)
    namesByOptions.set(options, names)
  }
  return names
}

function namesOfOption(option: ChoiceOption): readonly OptionName[] {
  const { key } = option
  return [...comparableNames(option), comparable(key)]
    .filter((name) => name !== "")
    .map((name) => ({ key, name }))
}

/** 癌症没有, 高血压不是: the no may stand behind the name, where the clause ends with it. */
function isDenied(lower: string, end: number): boolean {
  return /^(?:倒|就|是|的话|这个|我)?(?:没有?(?:过|得过)?|不是|不要|不选)(?:的|了|啊|吧)?(?=$|[\s,.;!?、。])/.test(
    lower.slice(end, end + 10),
  )
}

function isNegated(lower: string, start: number): boolean {
  return /(?:不是|不要|不选|不用|不想要?|并非|别选|不买|不|没有?|非|not|no|isn't|don't want|without|除了|except|but not)(?: the| a| an)? ?$/.test(
    lower.slice(Math.max(0, start - 16), start),
  )
}
