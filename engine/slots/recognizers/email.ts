import { type Recognizer, recognition } from "../recognition.ts"

/**
 * An e-mail address (RFC 5321 as people write it: dot-atom before the @, host names after it), in lower case.
 */
export const email: Recognizer = {
  find(utterance) {
    if (!utterance.plain.includes("@")) return []
    return [...utterance.lower.matchAll(ADDRESS)].flatMap((match) => {
      const address = match[0]
      const at = address.indexOf("@")
      if (at > 64 || /^\.|\.\.|\.@/.test(address)) return []
      return [recognition(utterance, match.index, match.index + address.length, address, true)]
    })
  },
}

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
const ADDRESS = new RegExp(
  `(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,80}@(?:${LABEL}\\.){1,5}[a-z]{2,24}(?![a-z0-9_@-]|\\.[a-z0-9])`,
  "g",
)
