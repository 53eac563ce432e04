import { defaultKeymap } from "@codemirror/commands"
import { yaml } from "@codemirror/lang-yaml"
import { syntaxHighlighting } from "@codemirror/language"
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint"
import { search, searchKeymap } from "@codemirror/search"
import { EditorState } from "@codemirror/state"
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view"
import { useEffect, useRef } from "react"
import { findState } from "../../engine/index.ts"
import { documents, useDocuments } from "../document/documents.ts"
import { useDiagnostics } from "../problems/checker.ts"
import { useProblemWords } from "../problems/inWords.ts"
import { useView } from "../shell/viewStore.ts"
import { highlighting } from "./highlighting.ts"

/** The text of a flow in CodeMirror, with the engine's problems at their lines; it follows what is selected. */
export default function YamlEditor({ file }: { readonly file: string }) {
  const text = useDocuments(({ files }) => files.texts[file] ?? "")
  const { diagnostics } = useDiagnostics()
  const inWords = useProblemWords()
  const selected = useView(({ selection }) => selection[0])
  const asked = useView((state) => state.text)
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor lives as long as the file is shown
  useEffect(() => {
    if (place.current === null) return
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          highlightActiveLine(),
          lintGutter(),
          yaml(),
          syntaxHighlighting(highlighting),
          search({ top: true }),
          keymap.of([...defaultKeymap, ...searchKeymap]),
          EditorView.contentAttributes.of({ "aria-label": file }),
          EditorView.updateListener.of((update) => {
            if (update.focusChanged && !update.view.hasFocus) documents.settle()
            if (!update.docChanged || update.transactions.some((each) => each.isUserEvent("sync"))) return
            documents.run(
              { name: "file.write", args: { file, text: update.state.doc.toString() } },
              { key: `yaml ${file}` },
            )
          }),
        ],
      }),
    })
    // What scrolls must be reached by the keyboard.
    made.scrollDOM.tabIndex = 0
    view.current = made
    return () => made.destroy()
  }, [])

  useEffect(() => {
    const shown = view.current
    if (shown === null || shown.state.doc.toString() === text) return
    shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: text }, userEvent: "sync" })
  }, [text])

  useEffect(() => {
    const shown = view.current
    if (shown === null) return
    const { doc } = shown.state
    const found = diagnostics
      .filter((each) => each.file === file && each.line <= doc.lines)
      .map((problem): Diagnostic => {
        const { line, column, severity } = problem
        const { message, help } = inWords(problem)
        const at = doc.line(line)
        const from = Math.min(at.from + column - 1, at.to)
        return { from, to: at.to, severity, message: `${message} ${help}` }
      })
    shown.dispatch(setDiagnostics(shown.state, found))
  }, [diagnostics, file, inWords])

  useEffect(() => {
    const shown = view.current
    const source = documents.store.getState().files.source(file)
    const id = selected?.split("#")[0]
    if (shown === null || source === undefined || id === undefined || shown.hasFocus) return
    const state = findState(source.value, id)
    if (state === undefined) return
    const line = shown.state.doc.line(Math.min(source.at(state.path).line, shown.state.doc.lines))
    shown.dispatch({ effects: EditorView.scrollIntoView(line.from, { y: "start", yMargin: 8 }) })
  }, [selected, file])

  useEffect(() => {
    const shown = view.current
    if (shown === null || asked?.file !== file) return
    const { from } = shown.state.doc.line(Math.min(asked.line, shown.state.doc.lines))
    shown.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    })
    shown.focus()
  }, [asked, file])

  return <div ref={place} className="yaml" />
}
