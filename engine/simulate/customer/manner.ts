import type { Random } from "./random.ts"

/** How one customer talks; drawn once for a conversation. All but `style` are probabilities for each occasion. */
export type Manner = {
  readonly style: "plain" | "polite" | "terse" | "chatty"
  /** Answers in words where a button would do. */
  readonly words: number
  /** Tells what was not asked yet. */
  readonly tellsAhead: number
  /** Says something beside the matter instead of an answer. */
  readonly chatter: number
  /** Wants something else in between. */
  readonly asides: number
  /** Says a slip first and corrects it. */
  readonly slips: number
  /** Writes again before he answers: 喂, 快点. */
  readonly impatience: number
}

/** Returns the manner of a customer. */
export function drawManner(random: Random): Manner {
  const style = random.pick(["plain", "polite", "terse", "chatty"] as const)
  const often = (probability: number) => (random.chance(0.5) ? probability : 0)
  return {
    style,
    words: random.pick([0, 0.5, 1]),
    tellsAhead: often(0.7),
    chatter: style === "chatty" ? 0.25 : often(0.08),
    asides: often(0.15),
    slips: often(0.5),
    impatience: often(0.08),
  }
}
