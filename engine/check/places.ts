import type { PhrasesDocument, TextDocument } from "../document/schema.ts"
import type { Path, Source } from "../document/source.ts"
import type { ResultKind, Scope } from "../expression/index.ts"

/** Where something stands in the files; `at` is `flow/state#exit`. */
export type Spot = { readonly source: Source; readonly path: Path; readonly at?: string }

/** A CEL expression with the values that it may read there and the result that its place wants. */
export type ExpressionPlace = Spot & {
  readonly cel: string
  readonly scope: Scope
  readonly expects?: ResultKind | undefined
  readonly flow?: string
}

/** A text; `scope` is what it may name, `null` where that depends on who shows it. */
export type TextPlace = Spot & {
  readonly text: TextDocument
  readonly scope: Scope | null
  readonly flow?: string
  /** Part of a wording or questionnaire: legal text that must be there in every locale. */
  readonly regulated?: boolean
}

/** A list of phrases by locale: what customers say. */
export type PhrasesPlace = Spot & { readonly phrases: PhrasesDocument; readonly regulated?: boolean }

/** Everything in a flow set that is an expression, a text or a list of phrases. */
export type Places = {
  readonly expressions: ExpressionPlace[]
  readonly texts: TextPlace[]
  readonly phrases: PhrasesPlace[]
}

/** Returns a spot further down. */
export function below(spot: Spot, ...path: Path): Spot {
  return { ...spot, path: [...spot.path, ...path] }
}
