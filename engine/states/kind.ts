import type { z } from "zod"
import type { SayDocument, SlotDocument, TextDocument } from "../document/schema.ts"
import type { Evaluation, ExpressionValues } from "../expression/index.ts"
import type { Evidence, Json, OpenQuestion, SlotState, Values } from "../types.ts"

/** A CEL expression of a state, where it stands in the state's own fields, and the result that it must give. */
export type StateExpression = {
  readonly path: readonly (string | number)[]
  readonly source: string
  readonly expects?: "bool"
  /** `item` stands for the elements of the list that this expression gives, or is one of them. */
  readonly itemsOf?: string
}
/** A text of a state and where it stands; in lists the CEL whose elements are `item`. */
export type StateText = {
  readonly path: readonly (string | number)[]
  readonly text: TextDocument
  readonly itemsOf?: string
}

/** What exits there are depends on the declared errors of a service, the outcomes of a flow, and so on. */
export type ExitEnvironment = {
  operation(
    id: string,
  ): { readonly effect: "read" | "write" | "notify"; readonly errors: readonly string[] } | null
  outcomes(flow: string): readonly string[] | null
}
export type ExitSpec = {
  readonly name: string
  /** An optional exit may stay without a target: the collect's `declined` acts as `cancel`. */
  readonly optional?: boolean
}

/** Who somebody is and to which level it is proven; `by`: the agent who made sure. */
export type IdentityProof = { readonly id: string; readonly level: number; readonly by?: string }

/** What a state may ask of the run while it decides what to do; reading only. */
export type ActContext = {
  readonly values: ExpressionValues
  evaluate(source: string, extra?: { readonly item?: Json; readonly value?: Json }): Evaluation
  slot(name: string): SlotState | undefined
  slotDocument(name: string): SlotDocument | undefined
  /** Keys now offered by a choice whose options come from data or have conditions; null when they are fixed. */
  offeredKeys(name: string): readonly string[] | null
  /** Whether the checkpoint that `needs` names stands now. */
  stands(checkpoint: string): boolean
  standing(): Evidence | null
  /** Whether a proof of identity is older than this checkpoint lets it be. */
  hasLapsed(proof: IdentityProof): boolean
  operationInput(fields: Readonly<Record<string, string>> | undefined): Readonly<Record<string, Json>>
  isQueueOpen(queue: string): string | null
}

/** What a state does when it is entered or looked at again. */
export type StateAct =
  | {
      readonly is: "exit"
      readonly exit: string
      readonly because?: readonly string[]
      readonly problem?: string
    }
  | { readonly is: "say"; readonly say?: SayDocument; readonly wording?: string; readonly exit: string }
  | { readonly is: "ask"; readonly slot: string; readonly mode: NonNullable<OpenQuestion["mode"]> }
  /** Every slot is filled but a service still checks one. */
  | { readonly is: "await-check" }
  | { readonly is: "default-slot"; readonly slot: string; readonly value: Json }
  | { readonly is: "clear-slot"; readonly slot: string }
  | { readonly is: "show-checkpoint" }
  | { readonly is: "accept-silently"; readonly proof?: IdentityProof }
  /** A consent that somebody gave elsewhere, for one version of the wording. */
  | { readonly is: "accept-given"; readonly by: string; readonly version: string }
  | { readonly is: "call"; readonly operation: string; readonly input: Json }
  | { readonly is: "handoff"; readonly queue: string }
  | { readonly is: "enter"; readonly flow: string; readonly input: Values }
  | { readonly is: "wait" }
  | { readonly is: "end"; readonly outcome: string; readonly output: Values }

/** A state type: its shape, its exits, what it reads, and what it does. One file each, listed in `registry`. */
export type StateKind<D = unknown> = {
  readonly type: string
  readonly schema: z.ZodType<D>
  /** The exits that follow from the type, the main one first. Those of `on` come on top. */
  exits(document: D, environment: ExitEnvironment): readonly ExitSpec[]
  expressions(document: D): readonly StateExpression[]
  texts(document: D): readonly StateText[]
  /** Slots that count as read, for memory. */
  slots?(document: D): readonly string[]
  act(document: D, context: ActContext): StateAct
}

/** Returns the texts and expressions of what a state says. */
export function partsOfSay(
  say: SayDocument | undefined,
  at: string,
): { texts: StateText[]; expressions: StateExpression[] } {
  const texts: StateText[] = []
  const expressions: StateExpression[] = []
  if (say === undefined) return { texts, expressions }
  const items = Array.isArray(say) ? say : [say]
  items.forEach((item, index) => {
    const base: (string | number)[] = Array.isArray(say) ? [at, index] : [at]
    if (typeof item === "string") {
      texts.push({ path: base, text: item })
      return
    }
    if (isCard(item)) {
      const { title, figure, rows, note } = item.card
      if (title !== undefined) texts.push({ path: [...base, "card", "title"], text: title })
      if (figure !== undefined) {
        texts.push({ path: [...base, "card", "figure", "label"], text: figure.label })
        texts.push({ path: [...base, "card", "figure", "value"], text: figure.value })
      }
      rows?.forEach((row, at) => {
        const path = [...base, "card", "rows", at]
        const itemsOf = "from" in row ? { itemsOf: row.from } : {}
        if ("from" in row) expressions.push({ path: [...path, "from"], source: row.from })
        if (row.when !== undefined)
          expressions.push({ path: [...path, "when"], source: row.when, expects: "bool", ...itemsOf })
        texts.push({ path: [...path, "label"], text: row.label, ...itemsOf })
        texts.push({ path: [...path, "value"], text: row.value, ...itemsOf })
      })
      if (note !== undefined) texts.push({ path: [...base, "card", "note"], text: note })
    } else if (isLink(item)) {
      texts.push({ path: [...base, "link", "label"], text: item.link.label })
      texts.push({ path: [...base, "link", "url"], text: item.link.url })
    } else if (isFile(item)) {
      texts.push({ path: [...base, "file", "label"], text: item.file.label })
      texts.push({ path: [...base, "file", "name"], text: item.file.name })
    } else if (isConditional(item)) {
      expressions.push({ path: [...base, "when"], source: item.when, expects: "bool" })
      texts.push({ path: [...base, "say"], text: item.say })
    } else {
      texts.push({ path: base, text: item })
    }
  })
  return { texts, expressions }
}

type SayItem = Exclude<SayDocument, readonly unknown[]>
type CardItem = Extract<SayItem, { card: object }>
type LinkItem = Extract<SayItem, { link: object }>
type FileItem = Extract<SayItem, { file: object }>
type ConditionalItem = Extract<SayItem, { when: string; say: TextDocument }>

export function isCard(item: SayItem): item is CardItem {
  return typeof item === "object" && "card" in item && typeof item.card === "object"
}
export function isLink(item: SayItem): item is LinkItem {
  return typeof item === "object" && "link" in item && typeof item.link === "object"
}
export function isFile(item: SayItem): item is FileItem {
  return typeof item === "object" && "file" in item && typeof item.file === "object"
}
export function isConditional(item: SayItem): item is ConditionalItem {
  return typeof item === "object" && "when" in item && "say" in item
}

/** Returns the CEL values of an `input`-like map. */
export function inputExpressions(
  fields: Readonly<Record<string, string>> | undefined,
  at: string,
): StateExpression[] {
  return Object.entries(fields ?? {}).map(([field, source]) => ({ path: [at, field], source }))
}
