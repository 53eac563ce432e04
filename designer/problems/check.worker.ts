import "../model/withoutEval.ts"
import { compileFlowSet } from "../../engine/index.ts"
import type { CheckAnswer, CheckRequest } from "./checker.ts"

/** Checks in a thread of its own; it keeps the files and is told only what changed. */
let files: Readonly<Record<string, string>> = {}

addEventListener("message", ({ data }: MessageEvent<CheckRequest>) => {
  const next: Record<string, string> = { ...files }
  for (const [file, text] of Object.entries(data.changed)) {
    if (text === null) delete next[file]
    else next[file] = text
  }
  files = next
  const { diagnostics } = compileFlowSet(files)
  const answer: CheckAnswer = { version: data.version, diagnostics }
  postMessage(answer)
})
