import type { Logger } from "pino"
import type { Command, Json, UnderstandContext } from "../../engine/types.ts"
import type { Proposal, Understanding } from "../conversation/engine.ts"
import type { Metrics } from "../metrics.ts"
import type { LanguageModel } from "./language-model.ts"
import { toPrompt } from "./prompt.ts"

/** What a message was read as. `refused`: what a model proposed in vain. */
export type Read = {
  readonly commands: readonly Command[]
  readonly refused?: readonly { readonly proposal: Json; readonly why: string }[]
}

/** Reads a message a second time where the first reading was sure of nothing; never rejects. */
export type SecondReading = (
  understanding: Understanding,
  context: UnderstandContext,
  text: string,
  first: readonly Command[],
) => Promise<Read>

export type SecondReadingDeps = {
  readonly model: LanguageModel
  readonly metrics: Metrics
  readonly log: Logger
  readonly nowMs?: () => number
}

/** After so many failures in a row the model rests, so that an outage slows few customers. */
const FAILURES = 3
const REST_MS = 30_000

/**
 * Returns second readings by a language model. It may only propose; the engine checks each proposal, and what passes
 * takes the place of a first reading that was sure of nothing. When it is late, down or talks nonsense, the first stands.
 */
export function createSecondReading({
  model,
  metrics,
  log,
  nowMs = Date.now,
}: SecondReadingDeps): SecondReading {
  let failures = 0
  let restUntil = 0

  return async (understanding, context, text, first) => {
    if (first.some(({ certain }) => certain) || nowMs() < restUntil) return { commands: first }
    const masked = mask(text)
    try {
      const prompt = toPrompt(context, understanding.vocabulary(context, text), masked)
      const proposals = (await model.propose(prompt)).map((proposal) => unmask(proposal, masked, text))
      failures = 0
      const { accepted, refused } = understanding.check(context, text, proposals)
      metrics.count("colloquy_model_readings_total", accepted.length > 0 ? "accepted" : "refused")
      return {
        commands: accepted.length > 0 ? accepted : first,
        ...(refused.length > 0 ? { refused: refused.map(toKept) } : {}),
      }
    } catch (error) {
      failures += 1
      if (failures >= FAILURES) restUntil = nowMs() + REST_MS
      metrics.count("colloquy_model_readings_total", "failed")
      // The message of the error may quote the customer.
      log.warn(
        { error: error instanceof Error ? error.name : typeof error, failures },
        "the language model failed",
      )
      return { commands: first }
    }
  }
}

const NUMBER = /\d(?:[ -]?\d){5,}[xX]?/g

/** Numbers of cards, phones and policies stay here: their digits are sent as zeros, so that places stay the same. */
function mask(text: string): string {
  return text.replace(NUMBER, (digits) => digits.replace(/[\dxX]/g, "0"))
}

function unmask(proposal: Proposal, masked: string, text: string): Proposal {
  const start = masked.indexOf(proposal.text)
  return start < 0 ? proposal : { ...proposal, text: text.slice(start, start + proposal.text.length) }
}

function toKept({ proposal, why }: { readonly proposal: Proposal; readonly why: string }) {
  return { proposal: { ...proposal } as Json, why }
}
