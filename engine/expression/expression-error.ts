import { type Sentence, textOfSentence } from "../types.ts"

/** What may be wrong with an expression before anything is evaluated. */
export type ExpressionErrorCode = "expression-syntax" | "expression-too-long" | "expression-forbidden"

/** Thrown for an expression that cannot be compiled. `start` and `end` are offsets in `source`, `end` exclusive. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError"
  readonly code: ExpressionErrorCode
  readonly source: string
  readonly says: { readonly message: Sentence; readonly help: Sentence }
  readonly start: number | undefined
  readonly end: number | undefined

  constructor(options: {
    readonly code: ExpressionErrorCode
    readonly source: string
    readonly message: Sentence
    readonly help: Sentence
    readonly start?: number | undefined
    readonly end?: number | undefined
  }) {
    super(textOfSentence(options.message))
    this.code = options.code
    this.source = options.source
    this.says = { message: options.message, help: options.help }
    this.start = options.start
    this.end = options.end
  }
}

/** What is wrong with an expression. `start` and `end` are offsets in its source, `end` exclusive. */
export type ExpressionProblem = {
  readonly message: Sentence
  readonly help: Sentence
  readonly start?: number
  readonly end?: number
}
