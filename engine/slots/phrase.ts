import { toUtterance } from "./utterance.ts"

/** Whether a message is, as a whole, one of some phrases; case, width, spaces and punctuation do not matter. */
export function isPhrase(message: string, phrases: readonly string[]): boolean {
  const said = barePhrase(message)
  return said !== "" && phrases.some((phrase) => barePhrase(phrase) === said)
}

/** Returns a phrase without what does not matter. */
export function barePhrase(text: string): string {
  return toUtterance(text).lower.replace(/[^\p{L}\p{N}]/gu, "")
}
