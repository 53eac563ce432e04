import type { TFunction } from "i18next"
import type { LucideIcon } from "lucide-react"
import type { ComponentType } from "react"
import type { FlowDocument, TextDocument } from "../../engine/document/schema.ts"
import type { EditCommand, Files, Path, Use } from "../../engine/index.ts"
import type { Surroundings } from "../model/surroundings.ts"

/** What the pages are about: the flow set, and the flow that is open. */
export type Model = {
  readonly files: Files
  readonly around: Surroundings
  readonly flow: FlowDocument
  readonly flowFile: string
  /** A text in the reader's language. */
  readonly text: (text: TextDocument | undefined) => string
  readonly t: TFunction<"catalogue">
  readonly inspector: TFunction<"inspector">
  readonly canvas: TFunction<"canvas">
  readonly locale: string
}

/** One element on a page. */
export type Entry = {
  /** Its name on the page, which the address carries. */
  readonly item: string
  /** Its id in the file. */
  readonly id: string
  readonly title: string
  /** What tells it from others in a few words. */
  readonly note: string
  /** The heading under which it stands; entries of one group follow one another. */
  readonly group: string
  readonly file: string
  readonly base: Path
  /** Where its problems stand, when its form stands higher up than itself. */
  readonly own?: Path
  readonly flow: FlowDocument
}

/** How a new element is made. */
export type Adding = {
  /** What its id looks like. */
  readonly example: string
  readonly pattern: string
  /** `near` is what is open; a new one stands where it does. */
  make(
    model: Model,
    id: string,
    title: string,
    near: Entry | null,
  ): { readonly command: EditCommand; readonly item: string }
}

/** A page beside the canvas: all elements of a kind, each with its form. */
export type Page = {
  readonly icon: LucideIcon
  entries(model: Model): readonly Entry[]
  readonly Form: ComponentType<{ readonly entry: Entry }>
  /** Where an element is named. Absent: nothing names it. */
  uses?(files: Files, entry: Entry): readonly Use[]
  readonly add?: Adding
  /** `null` when this one cannot be renamed. */
  rename?(entry: Entry, to: string): { readonly command: EditCommand; readonly item: string } | null
  remove?(entry: Entry): EditCommand | null
}

export const camelCase = "[a-z][A-Za-z0-9]*"
export const kebabCase = "[a-z][a-z0-9\\-]*"
