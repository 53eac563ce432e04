import { z } from "zod"
import type { Release } from "../compile/model.ts"
import { readFileAs } from "../document/source.ts"
import { type Diagnostic, type Sentence, sentence, told } from "../types.ts"

/** A flow's `scenarios/not-covered.yaml`: `state` or `state#exit` → why no scenario reaches it. */
export const notCoveredSchema = z.record(
  z.string(),
  z.string().trim().min(1, "Say why no conversation reaches it."),
)

/** Why a state or an exit is not reached, and where that stands. */
export type Reason = {
  readonly text: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/**
 * Returns the reasons of all flows by `flow/state` and `flow/state#exit`. A file that is not in shape, that belongs
 * to no flow, or that names what its flow has not gives a diagnostic.
 */
export function readNotCovered(
  release: Release,
  files: Readonly<Record<string, string>>,
): { readonly reasons: ReadonlyMap<string, Reason>; readonly diagnostics: readonly Diagnostic[] } {
  const reasons = new Map<string, Reason>()
  const diagnostics: Diagnostic[] = []
  for (const file of Object.keys(files).filter(isNotCovered).sort()) {
    const { source, value, diagnostics: found } = readFileAs(notCoveredSchema, file, files[file] ?? "")
    diagnostics.push(...found)
    if (source === undefined) continue
    const flow = Object.values(release.flows).find((each) => folderOf(each.file) === folderOf(file, 2))
    if (flow === undefined) {
      diagnostics.push({
        ...problem(
          sentence`"${file}" belongs to no flow.`,
          sentence`Put it into the folder "scenarios" of a flow.`,
        ),
        ...source.at([]),
      })
      continue
    }
    for (const [name, text] of Object.entries(value ?? {})) {
      const place = source.at([name])
      if (isPart(flow, name)) reasons.set(`${flow.id}/${name}`, { text, ...place })
      else
        diagnostics.push({
          ...problem(
            sentence`The flow "${flow.id}" has no state or exit "${name}".`,
            sentence`Write "state" or "state#exit" as the flow names it, or delete the line.`,
          ),
          at: flow.id,
          ...place,
        })
    }
  }
  return { reasons, diagnostics }
}

/** Returns the problem of a reason for what a scenario does reach. */
export function staleReason(name: string, { file, line, column }: Reason): Diagnostic {
  return {
    ...problem(
      sentence`"${name}" is reached by a scenario.`,
      sentence`Delete the line: nothing needs to be excused.`,
    ),
    at: name,
    file,
    line,
    column,
  }
}

/** Whether a file says what no scenario reaches. */
export function isNotCovered(file: string): boolean {
  return file.endsWith("/scenarios/not-covered.yaml")
}

function isPart(flow: Release["flows"][string], name: string): boolean {
  const [state = "", exit] = name.split("#")
  const found = Object.hasOwn(flow.states, state) ? flow.states[state] : undefined
  return found !== undefined && (exit === undefined || Object.hasOwn(found.exits, exit))
}

function folderOf(file: string, levels = 1): string {
  return file.split("/").slice(0, -levels).join("/")
}

function problem(message: Sentence, help: Sentence) {
  return { rule: "not-covered", severity: "error" as const, ...told(message, help) }
}
