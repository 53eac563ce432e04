import { createContext, useContext } from "react"
import type { FlowDocument } from "../../engine/document/schema.ts"
import { type Diagnostic, type Json, type JsonMap, type Path, valueAt } from "../../engine/index.ts"
import type { DrawContext } from "../canvas/drawing/context.ts"
import type { Drawing } from "../canvas/drawing/drawing.ts"
import type { Gesture } from "../document/documentStore.ts"
import { documents } from "../document/documents.ts"
import type { Surroundings } from "../model/surroundings.ts"
import { madeOrTold } from "../shell/notice.ts"

/** What the fields of a form write to and read from: an element of a file. */
export type Form = {
  readonly file: string
  /** Where the element stands in the file. */
  readonly base: Path
  readonly value: JsonMap
  /** The flow to which it belongs. */
  readonly flow: FlowDocument
  readonly around: Surroundings
  /** Where its states are drawn. */
  readonly drawing: Drawing
  /** Names of values, slots and states in the reader's language. */
  readonly words: DrawContext
  /** Problems by path below the element, joined with dots. */
  readonly problems: ReadonlyMap<string, readonly Diagnostic[]>
}

const FormContext = createContext<Form | null>(null)
export const FormProvider = FormContext.Provider

export function useForm(): Form {
  const form = useContext(FormContext)
  if (form === null) throw new Error("A field stands outside a form: wrap it in FormProvider.")
  return form
}

/** A field of the element: its value, and how it is set; what is typed in one go is one step of the history. */
export function useField(path: Path) {
  const { file, base, value } = useForm()
  const whole = [...base, ...path]
  const key = `${file} ${whole.join(".")}`
  return {
    value: valueAt(value, path),
    set(next: Json | undefined) {
      run(
        { name: "field.set", args: { file, path: whole, ...(next === undefined ? {} : { value: next }) } },
        key,
      )
    },
    setText(locale: string, text: string) {
      run({ name: "text.set", args: { file, path: whole, locale, text } }, `${key} ${locale}`)
    },
  }
}

/** Does something with the element as a step of its own. */
export function run(gesture: Gesture, key?: string): readonly string[] | null {
  return madeOrTold(documents.run(gesture, key === undefined ? {} : { key }))
}

/** Problems of a field and of all below it; of the element itself, which has no path, only its own. */
export function useFieldProblems(path: Path): readonly Diagnostic[] {
  const { problems } = useForm()
  const at = path.join(".")
  return [...problems].flatMap(([where, found]) =>
    where === at || (at !== "" && where.startsWith(`${at}.`)) ? found : [],
  )
}
