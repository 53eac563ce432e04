import { z } from "zod"
import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { Refusal } from "../core/refusal.ts"

/** What an operation may touch while it answers. Everything it does is one transaction. */
export type Call = {
  readonly db: InsurerDatabase
  readonly clock: Clock
  /** The idempotency key; empty for a read, and for a notification that came without one. */
  readonly key: string
  /** Where customers reach this core system's own pages, without a slash at the end. */
  readonly publicUrl: string
}

export type Effect = "read" | "write" | "notify"

/** One operation of the core system, as `flows/services.yaml` names it. `path` is Hono's. */
export type Operation = {
  readonly id: string
  readonly effect: Effect
  readonly method: "GET" | "POST"
  readonly path: string
  /** Answers raw input. Throws a `Refusal`; what it wrote before that stays (misses are counted so). */
  readonly answer: (input: unknown, call: Call) => object
}

/** Returns an operation whose input is parsed by `input` first; what does not fit is refused with INVALID_INPUT. */
export function operation<S extends z.ZodType>(
  id: string,
  effect: Effect,
  [method, path]: readonly ["GET" | "POST", string],
  input: S,
  answer: (input: z.infer<S>, call: Call) => object,
): Operation {
  return {
    id,
    effect,
    method,
    path,
    answer(raw, call) {
      const parsed = input.safeParse(raw)
      if (!parsed.success) throw new Refusal("INVALID_INPUT", 400)
      return answer(parsed.data, call)
    },
  }
}

/** A text that is not empty, trimmed. */
export const someText = z.string().trim().min(1).max(2000)
