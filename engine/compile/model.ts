import type { AnyStateMachine } from "xstate"
import type { Calendar } from "../calendar/index.ts"
import type {
  FlowDocument,
  FlowSetDocument,
  KnowledgeDocument,
  OnEntryDocument,
  OperationDocument,
  ProductsDocument,
  QuestionnaireDocument,
  RulesDocument,
  SlotDocument,
  WordingDocument,
} from "../document/schema.ts"
import type { Path } from "../document/source.ts"
import type { Scope, ValueShape } from "../expression/index.ts"
import type { AnyState } from "../states/registry.ts"
import type { Json, Locale } from "../types.ts"

/** The files of a flow set: path below `flows/` → text. */
export type FlowSetFiles = Readonly<Record<string, string>>

export type CompiledExit = {
  readonly name: string
  readonly target: string
  readonly clear: readonly string[]
  /** The target comes from the flow set's defaults. */
  readonly byDefault: boolean
}

/** An entry of `on`. `owner` is the state or group that it stands on, "" for the flow. */
export type CompiledOn = {
  readonly name: string
  readonly owner: string
  readonly document: OnEntryDocument
  /** Where it leads; null when it says something and stays. */
  readonly exit: CompiledExit | null
}

export type CompiledState = {
  readonly id: string
  /** The groups around it, the innermost first. */
  readonly ancestors: readonly string[]
  readonly document: AnyState
  readonly exits: Readonly<Record<string, CompiledExit>>
  readonly on: readonly CompiledOn[]
  /** Value paths that its own fields read: its inputs for memory. */
  readonly reads: readonly string[]
  /** Path of the state in its file; of a default state in `flowset.yaml`. */
  readonly at: Path
  readonly file: string
  readonly line: number
}

export type CompiledFlow = {
  readonly id: string
  readonly file: string
  readonly document: FlowDocument
  readonly isPattern: boolean
  readonly states: Readonly<Record<string, CompiledState>>
  readonly on: readonly CompiledOn[]
  /** The slots that it declares, and those shared that it names, by name. */
  readonly slots: Readonly<Record<string, SlotDocument>>
  readonly shared: ReadonlySet<string>
  readonly machine: AnyStateMachine
  readonly scope: Scope
  /** Shapes of all values that an expression or text of this flow may read, as one object. */
  readonly shape: ValueShape
}

/** An immutable compiled flow set. `id` is the SHA-256 of its files' canonical form. */
export type Release = {
  readonly id: string
  readonly files: FlowSetFiles
  readonly settings: FlowSetDocument
  readonly locales: readonly Locale[]
  readonly calendar: Calendar
  readonly parameters: Readonly<Record<string, Json>>
  readonly flows: Readonly<Record<string, CompiledFlow>>
  readonly operations: Readonly<Record<string, OperationDocument>>
  readonly wordings: Readonly<Record<string, WordingDocument>>
  readonly questionnaires: Readonly<Record<string, QuestionnaireDocument>>
  readonly knowledge: KnowledgeDocument
  readonly rules: RulesDocument
  readonly products: ProductsDocument
}
