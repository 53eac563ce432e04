import { type Recognizer, recognition } from "../recognition.ts"
import { optionMentions } from "./option-mentions.ts"

/**
 * One of the options; the value is its key. Named by label, synonym or ordinal; 不是A, 是B means B. Where two
 * different options stand unrefused (A还是B) nothing is chosen, unless the later one corrects the earlier.
 */
export const choice: Recognizer = {
  find(utterance, { options = [], unseen = false }) {
    const mentions = optionMentions(utterance, options, unseen ? 0 : options.length)
    const single = mentions.filter(
      ({ key, start, negated }) =>
        !negated && mentions.every((other) => other.start !== start || other.key === key),
    )
    return single.map(({ key, start, end, certain }) => recognition(utterance, start, end, key, certain))
  },
  pick(found) {
    const isOne = new Set(found.map(({ value }) => value)).size === 1
    return isOne ? (found.find(({ certain }) => certain) ?? found[0] ?? null) : null
  },
}
