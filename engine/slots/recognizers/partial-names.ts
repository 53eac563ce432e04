import type { Utterance } from "../utterance.ts"
import type { OptionMention } from "./option-mentions.ts"

/** One of the names of an option, in the form in which texts are compared. */
export type OptionName = { readonly key: string; readonly name: string }

/**
 * Returns the one option of whose names the whole answer is a part: 意外 of 意外医疗, 招行那张 of 招商银行, the last digits
 * of a number. Certain when the answer points at it (那张, "the … one") or abbreviates the name from its first to its
 * last character; a bare part is worth confirming.
 */
export function partialName(utterance: Utterance, names: readonly OptionName[]): readonly OptionMention[] {
  const { lower } = utterance
  const match = answerIn(utterance)
  const { said, ending, pointed, order } = match?.groups ?? {}
  if (match === null || said === undefined || !/[^\s]/.test(said)) return []
  const fits = names.filter(({ name }) => holds(name, said) || isAbbreviated(name, said))
  const keys = new Set(fits.map(({ key }) => key))
  const only = fits[0]
  if (keys.size !== 1 || only === undefined) return []
  const start = lower.indexOf(said, (order ?? "").length + (ending ?? "").length)
  const isPointed = (pointed ?? "") !== "" || (ending ?? "") !== ""
  const certain = isPointed || fits.some(({ name }) => isAbbreviated(name, said))
  return [{ key: only.key, start, end: start + said.length, certain, negated: false }]
}

const answers = new WeakMap<Utterance, RegExpExecArray | null>()

/** The same message is read for one choice after another: what of it may be a name is found once. */
function answerIn(utterance: Utterance): RegExpExecArray | null {
  let answer = answers.get(utterance)
  if (answer === undefined) {
    answer = ANSWER.exec(utterance.lower)
    answers.set(utterance, answer)
  }
  return answer
}

const ANSWER =
  /^[\s,.!?、。]*(?<order>(?:(?:嗯+|哦+|噢+)[,，]?|(?:um+|uh+|oh|ok(?:ay)?|well|hmm+),? |我?(?:选择?|要|是|想要?|办|买)|我?(?:退|打|转|付|收|存|放)(?:款|钱)?(?:到|进|给)?|用|就|那|to |use |take |choose |the |a |an |my |i want |i'll take |it's )*)(?<ending>(?:(?:我的|它?的)?(?:卡号|号码?|保单号?)?(?:尾号|末尾|最后|后)(?:[三四]位)?(?:数字?)?(?:是|为)?|(?:ending|ends)(?: (?:in|with|on))? |last (?:three|four|3|4)(?: digits)?(?: are)? )?)(?<said>.{2,20}?)(?<pointed>(?:的?(?:那|这)一?[个张份种家条款](?:银行)?(?:卡|账户|保单|保险)?|的?(?:卡|账户|保单)| one| card| account| policy)?)(?:的|吧|啊|呢|了|就行|就好|可以| (?:please|obviously|of course|then|thanks|i (?:think|guess|mean)))*[\s,.!?、。]*$/

function holds(name: string, said: string): boolean {
  if (name.length <= said.length) return false
  if (/^\d{3,}$/.test(said)) return endsDigits(name, said)
  const at = name.indexOf(said)
  return at >= 0 && isBounded(name, at, at + said.length, said)
}

/** Whether a run of digits in the name ends with these. */
function endsDigits(name: string, digits: string): boolean {
  for (let at = name.indexOf(digits); at >= 0; at = name.indexOf(digits, at + 1))
    if (!/\d/.test(name.charAt(at + digits.length))) return true
  return false
}

/** 招行 of 招商银行: a few of its characters in order, the first and the last among them. */
function isAbbreviated(name: string, said: string): boolean {
  if (!/^[\u3400-\u9fff]{2,4}$/.test(said) || !/^[\u3400-\u9fff]{4,}$/.test(name)) return false
  if (name.length <= said.length || name.at(0) !== said.at(0) || name.at(-1) !== said.at(-1)) return false
  let from = 0
  return [...said].every((character) => {
    const at = name.indexOf(character, from)
    from = at + 1
    return at >= 0
  })
}

/** Latin words and figures count only as wholes: "car" is not in "card", 1 not in 12. */
export function isBounded(lower: string, start: number, end: number, name: string): boolean {
  const before = lower.charAt(start - 1)
  const after = lower.charAt(end)
  if (/^[a-z\d]/.test(name) && /[a-z\d]/.test(before) && !(/^\d/.test(name) && /[a-z]/.test(before)))
    return false
  return (
    !(/[a-z\d]$/.test(name) && /[a-z\d]/.test(after)) ||
    (/[a-z]$/.test(name) && /^s(?![a-z])/.test(lower.slice(end, end + 2)))
  )
}
