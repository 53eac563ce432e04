import type { ChoiceOption, Recognizer } from "../recognition.ts"
import { recognition } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"
import { type OptionMention, optionMentions } from "./option-mentions.ts"

/**
 * Several of the options; the value is their keys in the order of the options. 全部 and 都要 mean all, 都不要 none
 * (`[]`), 除了第一个 all but those.
 */
export const choices: Recognizer = {
  find(utterance, { options = [] }) {
    if (options.length === 0) return []
    const mentions = optionMentions(utterance, options)
    const exception = EXCEPT.exec(utterance.lower)
    const span = spanOf(utterance, mentions, exception)
    const answer =
      exception === null
        ? chosen(utterance, options, mentions)
        : allBut(utterance, options, mentions, exception)
    if (answer === null || span === null) return []
    return [recognition(utterance, span.start, span.end, answer.keys, answer.certain)]
  },
}

const EXCEPT = /除了|除去|除开|除|except(?: for)?|apart from|all but|everything but/
const NONE =
  /都不(?:要|是|选|需要|用|想要)|都没有?|全都?不|一[个种项样](?:也|都)(?:不要|不选|不是|没有|不|没)|以上(?:都|皆)?(?:不|没|无|非)|(?<![a-z])(?:none(?: of (?:them|these|the above))?|neither|nothing)(?![a-z])/
const ALL =
  /全部|全都|全要|全选|所有|都要|都选|都有|都是|都可以|都行|都需要|都想|都办|通通|统统|(?<![a-z])(?:all(?: of (?:them|these|the above))?|both|everything|every one)(?![a-z])/

type Answer = { readonly keys: readonly string[]; readonly certain: boolean }

function chosen(
  { lower }: Utterance,
  options: readonly ChoiceOption[],
  mentions: readonly OptionMention[],
): Answer | null {
  const wanted = mentions.filter(({ negated }) => !negated)
  const refused = new Set(mentions.filter(({ negated }) => negated).map(({ key }) => key))
  const isAll = ALL.test(lower)
  if (wanted.length > 0)
    return { keys: inOrder(options, wanted), certain: wanted.every(({ certain }) => certain) }
  if (NONE.test(lower) && mentions.length === 0) return { keys: [], certain: true }
  if (isAll) {
    const keys = options.map(({ key }) => key).filter((key) => !refused.has(key))
    return { keys, certain: true }
  }
  return null
}

/** 除了第一个都要: the others; 除了第一个都不要: only it. */
function allBut(
  { lower }: Utterance,
  options: readonly ChoiceOption[],
  mentions: readonly OptionMention[],
  exception: RegExpExecArray,
): Answer | null {
  const left = new Set(mentions.filter(({ start }) => start > exception.index).map(({ key }) => key))
  if (left.size === 0) return null
  const keepsNone = NONE.test(lower)
  const keys = options.map(({ key }) => key).filter((key) => left.has(key) === keepsNone)
  return { keys, certain: mentions.every(({ certain }) => certain) }
}

function inOrder(options: readonly ChoiceOption[], mentions: readonly OptionMention[]): readonly string[] {
  const keys = new Set(mentions.map(({ key }) => key))
  return options.map(({ key }) => key).filter((key) => keys.has(key))
}

function spanOf({ lower }: Utterance, mentions: readonly OptionMention[], exception: RegExpExecArray | null) {
  const words = [ALL.exec(lower), NONE.exec(lower), exception].flatMap((match) =>
    match === null ? [] : [{ start: match.index, end: match.index + match[0].length }],
  )
  const wanted = mentions.filter(({ negated }) => !negated)
  const spans = exception === null && wanted.length > 0 ? wanted : [...words, ...mentions]
  if (spans.length === 0) return null
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}
