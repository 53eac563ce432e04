import { create } from "zustand"
import type { Diagnostic } from "../../engine/index.ts"
import { documents } from "../document/documents.ts"

export type CheckRequest = {
  readonly version: number
  /** Texts that changed since the last request; `null`: the file is gone. */
  readonly changed: Readonly<Record<string, string | null>>
}
export type CheckAnswer = { readonly version: number; readonly diagnostics: readonly Diagnostic[] }

/** What the checker last said of the open flow set, and whether it is at it again. */
export const useDiagnostics = create<{
  readonly diagnostics: readonly Diagnostic[]
  readonly isChecking: boolean
}>()(() => ({ diagnostics: [], isChecking: true }))

const pauseMs = 120

/** Checks the flow set whenever it changed, as soon as typing rests a moment; returns what stops it. */
export function startChecker(): () => void {
  const worker = new Worker(new URL("./check.worker.ts", import.meta.url), { type: "module" })
  let sent: Readonly<Record<string, string>> = {}
  let version = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    const { texts } = documents.store.getState().files
    const changed = difference(sent, texts)
    if (Object.keys(changed).length === 0) {
      useDiagnostics.setState({ isChecking: false })
      return
    }
    sent = texts
    version += 1
    worker.postMessage({ version, changed } satisfies CheckRequest)
  }
  const ask = () => {
    useDiagnostics.setState({ isChecking: true })
    clearTimeout(timer)
    timer = setTimeout(send, pauseMs)
  }
  worker.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => {
    if (data.version === version)
      useDiagnostics.setState({ diagnostics: data.diagnostics, isChecking: false })
  })
  const stop = documents.store.subscribe((state, before) => {
    if (state.files !== before.files) ask()
  })
  ask()
  return () => {
    stop()
    clearTimeout(timer)
    worker.terminate()
  }
}

function difference(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Readonly<Record<string, string | null>> {
  const changed: Record<string, string | null> = {}
  for (const [file, text] of Object.entries(after)) if (before[file] !== text) changed[file] = text
  for (const file of Object.keys(before)) if (after[file] === undefined) changed[file] = null
  return changed
}
