import { type Recognition, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"

/**
 * An e-mail address (RFC 5321 as people write it: dot-atom before the @, host names after it), in lower case. Spoken or
 * mistyped ones are uncertain: zhangsan艾特163点com, "john dot smith at gmail dot com", 12345@qq。com.
 */
export const email: Recognizer = {
  find(utterance) {
    return withoutOverlaps([...written(utterance), ...spoken(utterance)])
  },
}

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
const ADDRESS = new RegExp(
  `(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,80}@(?:${LABEL}\\.){1,5}[a-z]{2,24}(?![a-z0-9_@-]|\\.[a-z0-9])`,
  "g",
)

function written(utterance: Utterance): readonly Recognition[] {
  if (!utterance.plain.includes("@")) return []
  return [...utterance.lower.matchAll(ADDRESS)].flatMap((match) =>
    isAddress(match[0])
      ? [recognition(utterance, match.index, match.index + match[0].length, match[0], true)]
      : [],
  )
}

function isAddress(address: string): boolean {
  return address.indexOf("@") <= 64 && !/^\.|\.\.|\.@/.test(address)
}

const AT = " {0,2}(?:@|艾特|圈a|小老鼠) {0,2}| at "
const DOT = " {0,2}(?:点|[。,]) {0,2}| dot |\\."
const JOINT = "下划线|中划线|减号| underscore | dash | hyphen | dot |点|[._-]"
const DIGIT = "[零幺一二三四五六七八九]"
const WORD = `[a-z0-9]{1,40}|${DIGIT}{4,20}`
/** The last part of a host, as it is heard too. */
const TOP = "com|cn|net|org|edu|gov|io|co|uk|me|hk|tw|康姆|康母|西恩"
const SPOKEN = new RegExp(
  `(?<![a-z0-9._%+-])(?<name>(?:${WORD})(?:(?:${JOINT})(?:${WORD})){0,4})(?:${AT})(?<host>[a-z0-9-]{1,40}(?:(?:${DOT})[a-z0-9-]{1,40}){0,2}?)(?:${DOT})(?<top>(?:${TOP})(?:(?:${DOT})(?:cn|hk|tw|uk|au))?)(?![a-z0-9])`,
  "g",
)

function spoken(utterance: Utterance): readonly Recognition[] {
  if (!/@|艾特|圈a|小老鼠| at /.test(utterance.lower)) return []
  return [...utterance.lower.matchAll(SPOKEN)].flatMap((match) => {
    const { name = "", host = "", top = "" } = match.groups ?? {}
    const address = `${toSigns(name)}@${toSigns(host)}.${toSigns(top)}`
    return isAddress(address)
      ? [recognition(utterance, match.index, match.index + match[0].length, address, false)]
      : []
  })
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/ {0,2}点 {0,2}| dot |[。,] {0,2}/g, "."],
  [/下划线| underscore /g, "_"],
  [/中划线|减号| dash | hyphen /g, "-"],
  [/康姆|康母/g, "com"],
  [/西恩/g, "cn"],
]
const DIGITS = "零一二三四五六七八九"

function toSigns(said: string): string {
  const signed = SIGNS.reduce((text, [pattern, sign]) => text.replace(pattern, sign), said)
  return signed.replace(/[零幺一二三四五六七八九]/g, (digit) =>
    digit === "幺" ? "1" : String(DIGITS.indexOf(digit)),
  )
}
