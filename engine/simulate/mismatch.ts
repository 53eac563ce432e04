import type { Json } from "../types.ts"

/** What is not as a step of a scenario says: what it expected, and what came. */
export type Mismatch =
  | { readonly is: "place"; readonly expected: string }
  | { readonly is: "wording" | "unsaid" | "said"; readonly expected: string; readonly came: string }
  | { readonly is: "slot"; readonly slot: string; readonly expected: Json; readonly came?: Json }
  | { readonly is: "evidence"; readonly expected: string; readonly came: readonly string[] }
  | { readonly is: "no-evidence"; readonly expected: string }
  | { readonly is: "holder" | "waiting"; readonly expected: string; readonly came: string }
  | { readonly is: "turns"; readonly expected: number; readonly came: number }
  | {
      readonly is: "outcome"
      readonly expected: string
      readonly came: readonly { readonly flow: string; readonly outcome: string }[]
    }
  /** An answer for a call that nobody made; `came` are the operations that wait. */
  | { readonly is: "not-waiting"; readonly operation: string; readonly came: readonly string[] }
  | { readonly is: "input"; readonly operation: string; readonly expected: Json; readonly came: Json }
  | {
      readonly is: "not-called"
      readonly operation: string
      readonly expected: Json
      readonly came: readonly Json[]
    }
  | { readonly is: "calls"; readonly operation: string; readonly expected: number; readonly came: number }
  /** The step could not be done at all. */
  | { readonly is: "undone"; readonly why: string }

/** Returns a mismatch as a sentence; `stood` tells where the conversation stands. */
export function mismatchInWords(mismatch: Mismatch, stood: string): string {
  switch (mismatch.is) {
    case "place":
      return `It does not stand at "${mismatch.expected}".${stood}`
    case "wording":
      return `The wording "${mismatch.expected}" was not shown. The bot said:\n${mismatch.came}`
    case "unsaid":
      return `The bot did not say "${mismatch.expected}". It said:\n${mismatch.came}`
    case "said":
      return `The bot said "${mismatch.expected}". It said:\n${mismatch.came}`
    case "slot": {
      const { slot, expected, came } = mismatch
      return `The slot "${slot}" is ${JSON.stringify(came)}, not ${JSON.stringify(expected)}.`
    }
    case "evidence":
      return `There is no evidence of "${mismatch.expected}". There is: ${listed(mismatch.came)}.`
    case "no-evidence":
      return `There is evidence of "${mismatch.expected}".`
    case "holder":
      return `The conversation is held by "${mismatch.came}", not "${mismatch.expected}".${stood}`
    case "waiting":
      return `It waits for "${mismatch.came}", not "${mismatch.expected}".${stood}`
    case "turns":
      return `It took ${mismatch.came} turns, at most ${mismatch.expected} are allowed.`
    case "outcome": {
      const ended = mismatch.came.map(({ flow, outcome }) => `${flow}: ${outcome}`)
      return `No run ended "${mismatch.expected}". Ended: ${listed(ended)}.${stood}`
    }
    case "not-waiting":
      return `No call of "${mismatch.operation}" waits for an answer. Waiting: ${listed(mismatch.came)}.${stood}`
    case "input": {
      const { operation, expected, came } = mismatch
      return `"${operation}" was called with ${JSON.stringify(came)}, not with ${JSON.stringify(expected)}.`
    }
    case "not-called": {
      const { operation, expected, came } = mismatch
      const others = came.map((input) => JSON.stringify(input)).join("; ")
      return `"${operation}" was not called with ${JSON.stringify(expected)}. It was called with: ${others || "nothing"}.`
    }
    case "calls":
      return `"${mismatch.operation}" was called ${mismatch.came} times, not ${mismatch.expected}.`
    case "undone":
      return mismatch.why
  }
}

function listed(names: readonly string[]): string {
  return names.join(", ") || "none"
}
