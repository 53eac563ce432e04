import type { StateType } from "../../../engine/states/registry.ts"

/** `unknown`: of a newer format or misspelt; it is drawn, kept and never touched. */
export type DrawnType = StateType | "unknown"

/** A way out of a state as it is drawn. */
export type DrawnExit = {
  readonly name: string
  readonly label: string
  /** `case`: decided by the type; `event`: by an entry of `on`. */
  readonly by: "case" | "event"
  /** Where it leads, null when nowhere. */
  readonly target: string | null
  /** Leads to a state that the flow set gives to every flow: drawn as a tag, not as an edge. */
  readonly toDefault: boolean
  /** Must lead somewhere and does not. */
  readonly isMissing: boolean
  /** The target in words, for tags. */
  readonly targetTitle: string
}

/** A line in the body of a node; `icon` names what kind of thing it is. */
export type DrawnLine = { readonly icon: LineIcon; readonly text: string; readonly lines?: number }
export type LineIcon =
  | "say"
  | "wording"
  | "evidence"
  | "service"
  | "save"
  | "queue"
  | "clock"
  | "event"
  | "flow"
  | "note"
  | "identity"

export type DrawnChip = { readonly type: string; readonly text: string; readonly isSensitive: boolean }

/** Something that is possible in every state inside: an entry of the `on` of a group or of the flow. */
export type DrawnEntry = {
  readonly name: string
  readonly label: string
  readonly how: "event" | "says" | "silence" | "timer"
  readonly target: string | null
  readonly toDefault: boolean
}

export type DrawnState = {
  readonly id: string
  readonly type: DrawnType
  readonly title: string
  /** What kind it is, in words: 合规 · 披露. */
  readonly kind: string
  /** The group around it, null at the top. */
  readonly parent: string | null
  readonly isStart: boolean
  readonly lines: readonly DrawnLine[]
  readonly chips: readonly DrawnChip[]
  /** Exits drawn as rows with a handle. */
  readonly rows: readonly DrawnExit[]
  /** Exits drawn as small tags. */
  readonly tags: readonly DrawnExit[]
  /** Of a group: its own transitions by event. */
  readonly entries: readonly DrawnEntry[]
  readonly note: string
}

export type DrawnEdge = {
  readonly id: string
  readonly from: string
  readonly exit: string
  readonly label: string
  readonly to: string
}

/** A flow as it is drawn, in the reader's language; ids are those of the document. */
export type Drawing = {
  readonly flow: string
  readonly states: ReadonlyMap<string, DrawnState>
  readonly edges: readonly DrawnEdge[]
  /** Transitions open in every state. */
  readonly entries: readonly DrawnEntry[]
}
