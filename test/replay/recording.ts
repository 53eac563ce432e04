import { readFileSync, writeFileSync } from "node:fs"
import { gunzipSync, gzipSync } from "node:zlib"
import type { Conversation, Input, TurnResult } from "../../engine/index.ts"

/** A conversation as a version of the engine held it: the flow set, and every turn with what came of it. */
export type Recording = {
  readonly engine: string
  readonly files: Readonly<Record<string, string>>
  readonly start: Conversation
  readonly turns: readonly { readonly input: Input; readonly result: TurnResult }[]
}

export function readRecording(file: URL): Recording {
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"))
}

export function writeRecording(file: URL, recording: Recording): void {
  writeFileSync(file, gzipSync(JSON.stringify(recording), { level: 9 }))
}
