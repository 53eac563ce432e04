import type { Recognition, RecognizeOptions } from "../slots/recognition.ts"
import { recognizeAllIn, recognizeIn } from "../slots/recognize.ts"
import { toUtterance, type Utterance } from "../slots/utterance.ts"
import type { SlotView, UnderstandContext } from "../types.ts"
import { type Clause, toClauses } from "./clauses.ts"
import type { Span } from "./phrase-book.ts"

/** A customer's message as the readers of understanding see it. */
export type Message = {
  readonly utterance: Utterance
  readonly lower: string
  readonly context: UnderstandContext
  readonly clauses: readonly Clause[]
  /** Returns the one value of a slot in a part of the message, spans counted in the whole. */
  readonly value: (view: SlotView, part?: Span) => Recognition | null
  /** Returns all values of a slot in the message. */
  readonly values: (view: SlotView) => readonly Recognition[]
}

/** Returns the message made of a text; what stands past 2,000 characters is not read. */
export function createMessage(text: string, context: UnderstandContext): Message {
  const utterance = toUtterance(text)
  const found = createFindings<readonly Recognition[]>()
  const single = createFindings<Recognition | null>()
  return {
    utterance,
    lower: utterance.lower,
    context,
    clauses: toClauses(utterance.lower, utterance.text),
    value(view, part = { start: 0, end: utterance.text.length }) {
      return single(view, `${part.start}-${part.end}`, () => {
        const said = utterance.text.slice(part.start, part.end)
        if (said.trim() === "") return null
        const read = said === utterance.text ? utterance : toUtterance(said)
        const recognition = recognizeIn(view.type, read, optionsOf(view, context))
        return recognition === null ? null : shift(recognition, part.start)
      })
    },
    values(view) {
      return found(view, "", () => recognizeAllIn(view.type, utterance, optionsOf(view, context)))
    },
  }
}

/** What was found in one message for slots that are read alike, so that it is looked for once. */
function createFindings<T>() {
  const byOptions = new Map<SlotView["options"], Map<string, T>>()
  return ({ type, pattern = "", prefer, options }: SlotView, part: string, find: () => T): T => {
    let known = byOptions.get(options)
    if (known === undefined) {
      known = new Map()
      byOptions.set(options, known)
    }
    const key = `${type} ${prefer ?? ""} ${part} ${pattern}`
    let result = known.get(key)
    if (result === undefined) {
      result = find()
      known.set(key, result)
    }
    return result
  }
}

function optionsOf(view: SlotView, context: UnderstandContext): RecognizeOptions {
  return {
    now: context.now,
    locale: context.locale,
    ...(view.prefer === undefined ? {} : { prefer: view.prefer }),
    ...(view.options === undefined ? {} : { options: view.options }),
    ...(view.pattern === undefined ? {} : { pattern: view.pattern }),
  }
}

function shift(recognition: Recognition, by: number): Recognition {
  return { ...recognition, start: recognition.start + by, end: recognition.end + by }
}
