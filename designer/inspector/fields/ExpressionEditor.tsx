import {
  autocompletion,
  type Completion,
  type CompletionContext,
  completionKeymap,
} from "@codemirror/autocomplete"
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands"
import { type Diagnostic, linter } from "@codemirror/lint"
import { EditorState } from "@codemirror/state"
import { EditorView, keymap } from "@codemirror/view"
import { useEffect, useRef } from "react"
import { checkExpression } from "../../../engine/expression/index.ts"
import type { Sentence } from "../../../engine/index.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { documents } from "../../document/documents.ts"
import { toUiLocale } from "../../i18n/locale.ts"
import { scopeOf, variablesOf } from "../../model/scopeOf.ts"
import { sentenceInWords } from "../../problems/sentenceInWords.ts"
import { type Form, useForm } from "../FormContext.ts"
import type { ExpressionInputProps } from "./ExpressionInput.tsx"

/** One expression in CodeMirror: what it may name is offered, what is wrong with it is underlined. */
export default function ExpressionEditor(props: ExpressionInputProps) {
  const form = useForm()
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef({ form, props })
  latest.current = { form, props }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor lives as long as the field; it reads what is latest
  useEffect(() => {
    if (place.current === null) return
    const state = EditorState.create({
      doc: latest.current.props.value,
      extensions: [
        history(),
        EditorView.lineWrapping,
        EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        autocompletion({ override: [(context) => complete(context, latest.current.form)] }),
        linter(({ state: { doc } }) => problems(doc.toString(), latest.current), { delay: 200 }),
        EditorView.contentAttributes.of({ "aria-label": props.label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.props.onChange(update.state.doc.toString())
          if (update.focusChanged && !update.view.hasFocus) documents.settle()
        }),
      ],
    })
    const made = new EditorView({ state, parent: place.current })
    view.current = made
    return () => made.destroy()
  }, [])

  useEffect(() => {
    const shown = view.current
    if (shown === null || shown.state.doc.toString() === props.value) return
    shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: props.value } })
  }, [props.value])

  return <div ref={place} className="field expression" />
}

function complete(context: CompletionContext, { flow, around, words }: Form) {
  const word = context.matchBefore(/[\w.]*/)
  if (word === null || (word.from === word.to && !context.explicit)) return null
  const options = variablesOf(flow, around).map(
    ({ path }): Completion => ({ label: path, detail: nameOfPath(path, words), type: "variable" }),
  )
  const functions = [
    "has",
    "size",
    "years",
    "days",
    "addDays",
    "workdays",
    "addWorkdays",
    "opensAt",
    "money",
  ].map((name): Completion => ({ label: name, apply: `${name}(`, type: "function" }))
  return { from: word.from, options: [...options, ...functions], validFor: /^[\w.]*$/ }
}

function problems(
  source: string,
  { form, props }: { form: Form; props: ExpressionInputProps },
): readonly Diagnostic[] {
  // What must be filled in is told by the field; an empty one has nothing to underline.
  if (source.trim() === "") return []
  return checkExpression(source, scopeOf(form.flow, form.around), props.expects).map(
    ({ message, help, start, end }): Diagnostic => ({
      from: Math.min(start ?? 0, source.length),
      to: Math.min(end ?? source.length, source.length),
      severity: "error",
      message: `${inWords(message, form)} ${inWords(help, form)}`,
    }),
  )
}

function inWords(sentence: Sentence, { words }: Form): string {
  return sentenceInWords(sentence, toUiLocale(words.locale), (kind, id) =>
    kind === "path" ? nameOfPath(id, words) : kind === "any" ? nameOfPath(`slots.${id}`, words) : id,
  )
}
