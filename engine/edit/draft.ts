import { applyChanges, type Change } from "../document/change.ts"
import type { Source } from "../document/source.ts"
import { type Splice, spliceBetween } from "../document/splice.ts"
import type { Json } from "../types.ts"
import type { FileChange } from "./edit.ts"
import type { Files } from "./files.ts"
import type { Words } from "./words.ts"

/** Thrown inside a plan: why a command cannot run now, told to the analyst. */
export class Refusal extends Error {
  readonly why: Words
  constructor(zh: string, en: string) {
    super(en)
    this.why = { zh, en }
  }
}

/** Files on which a plan is tried out; nothing outside it changes. */
export type Draft = {
  readonly files: Files
  /** The file's source. Throws a refusal when it is not there or is broken YAML. */
  source(file: string): Source
  value(file: string): Json
  /** Changes that do not touch each other, made in one go. Throws a refusal when the file cannot take them. */
  change(file: string, ...changes: readonly Change[]): void
  /** Writes a whole file; `null` takes it away. */
  write(file: string, text: string | null): void
  /** What all of it comes to, file by file; files that came out as they were are left out. */
  changes(): readonly FileChange[]
}

export function createDraft(start: Files): Draft {
  let files = start
  const rounds = new Map<string, (readonly Splice[])[]>()
  const note = (file: string, splices: readonly Splice[]): void => {
    const known = rounds.get(file) ?? []
    if (splices.length > 0) known.push(splices)
    rounds.set(file, known)
  }
  const source = (file: string): Source => {
    const found = files.source(file)
    if (found !== undefined) return found
    if (!Object.hasOwn(files.texts, file))
      throw new Refusal(`没有文件「${file}」。`, `There is no file "${file}".`)
    throw new Refusal(
      `「${file}」的 YAML 有错，请先在文本里改好。`,
      `"${file}" is not valid YAML: mend it as text first.`,
    )
  }
  return {
    get files() {
      return files
    },
    source,
    value: (file) => source(file).value,
    change(file, ...changes) {
      const changed = applyChanges(source(file), changes)
      if (!changed.ok) throw new Refusal(`这里只能在文本里修改：${changed.why}`, changed.why)
      note(file, changed.splices)
      if (changed.splices.length > 0) files = files.withSource(changed.source)
    },
    write(file, text) {
      note(file, spliceBetween(files.texts[file] ?? "", text ?? ""))
      files = files.with({ [file]: text })
    },
    changes() {
      return [...rounds].flatMap(([file, made]) => {
        const existed = Object.hasOwn(start.texts, file)
        const exists = Object.hasOwn(files.texts, file)
        if (existed === exists && start.texts[file] === files.texts[file]) return []
        return [{ file, existed, exists, rounds: made }]
      })
    },
  }
}
