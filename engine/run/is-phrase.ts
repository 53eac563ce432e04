import { toUtterance } from "../slots/utterance.ts"

/** Whether a message is, as a whole, one of some phrases; case, width, spaces and punctuation do not matter. */
export function isPhrase(message: string, phrases: readonly string[]): boolean {
  const said = bare(message)
  return said !== "" && phrases.some((phrase) => bare(phrase) === said)
}

function bare(text: string): string {
  return toUtterance(text).lower.replace(/[^\p{L}\p{N}]/gu, "")
}
