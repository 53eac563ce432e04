import { allMatches } from "./all-matches.ts"

/**
 * Returns where the last words of self-correction end (不对, 改成, "no wait", "I mean"), 0 when there are none.
 */
export function correctionEnd(lower: string): number {
  let end = 0
  for (const match of allMatches(lower, CORRECTION)) end = match.index + match[0].length
  return end
}
const CORRECTION =
  /不对|说错|讲错|写错|打错|搞错|弄错|记错|更正|改成|改为|换成|应该是|而是|(?<![a-z])(?:no,? wait|(?<=[a-z0-9], )no,|(?<=^|, )not [^,]+,|wait,? no|actually|i mean(?:t)?|sorry,|correction|make (?:it|that)|rather)(?![a-z])/g
