import type { z } from "zod"
import {
  type FlowDocument,
  type FlowSetDocument,
  flowSetSchema,
  type OperationDocument,
  operationSchema,
  type QuestionnaireDocument,
  questionnaireSchema,
  type WordingDocument,
  wordingSchema,
} from "../../engine/document/schema.ts"
import { type Files, isMap, type Json, type JsonMap } from "../../engine/index.ts"

/** What stands around a flow in its flow set, by name: what a drawing or a form of the flow refers to. */
export type Surroundings = {
  readonly settings: FlowSetDocument
  readonly operations: Readonly<Record<string, OperationDocument>>
  /** Every flow as it is written, sound or not. */
  readonly flows: Readonly<Record<string, FlowDocument>>
  readonly flowFiles: Readonly<Record<string, string>>
  readonly wordings: Readonly<Record<string, WordingDocument>>
  readonly questionnaires: Readonly<Record<string, QuestionnaireDocument>>
  /** Files that cannot be read as they are now: what they last said stands in. */
  readonly stale: Readonly<Record<string, true>>
}

const unread: FlowSetDocument = {
  format: 1,
  name: "",
  locales: ["zh", "en"],
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  calendar: { workdays: [1, 2, 3, 4, 5], hours: [] },
  parameters: {},
  queues: {},
  defaults: { to: {}, states: {} },
}

/**
 * Reads what surrounds the flows; a part whose file did not change is the same object as before. What cannot be read
 * now is as it last was, else as it is in the first of the `earlier` files that can be read.
 */
export function createSurroundingsReader(): (files: Files, ...earlier: readonly Files[]) => Surroundings {
  const settingsOf = remember(reader(flowSetSchema))
  const operation = remember(reader(operationSchema))
  const wording = remember(reader(wordingSchema))
  const questionnaire = remember(reader(questionnaireSchema))
  let before: Surroundings | null = null
  let lastServices: JsonMap | undefined
  return (files, ...earlier) => {
    const stale: Record<string, true> = {}
    const readOrLast = <T>(
      file: string,
      read: (value: Json | undefined) => T | null,
      last: T | undefined,
    ): T | null => {
      const found = read(files.value(file))
      if (found !== null || files.texts[file] === undefined) return found
      stale[file] = true
      if (last !== undefined) return last
      return earlier.reduce<T | null>((known, each) => known ?? read(each.value(file)), null)
    }
    const flows: Record<string, FlowDocument> = {}
    const flowFiles: Record<string, string> = {}
    for (const file of Object.keys(files.texts)) {
      if (!/^(patterns\/)?[^/]+\/flow\.yaml$/.test(file)) continue
      const id = file.split("/").at(-2) ?? ""
      flowFiles[id] = file
      const flow = readOrLast(file, toFlow, before?.flows[id])
      if (flow !== null) flows[id] = flow
    }
    const services = readOrLast("services.yaml", mapOf, lastServices) ?? {}
    lastServices = services
    const regulated = <T>(
      folder: string,
      read: (value: Json | undefined) => T | null,
      last: Readonly<Record<string, T>> = {},
    ) => found(filesIn(files, folder).map(([id, file]) => [id, readOrLast(file, read, last[id])]))
    const lastSettings = before?.settings === unread ? undefined : before?.settings
    const next: Surroundings = {
      settings: readOrLast("flowset.yaml", settingsOf, lastSettings) ?? unread,
      operations: found(
        Object.entries(services).map(([id, value]) => [
          id,
          operation(value) ?? before?.operations[id] ?? null,
        ]),
      ),
      flows,
      flowFiles,
      wordings: regulated("wordings", wording, before?.wordings),
      questionnaires: regulated("questionnaires", questionnaire, before?.questionnaires),
      stale,
    }
    before = before === null ? next : keepSame(before, next)
    return before
  }
}

/** Returns a flow's value as a document, its parts the same objects; null when it has no states to show. */
export const toFlow = remember((value: Json): FlowDocument | null => {
  if (!isMap(value) || !isMap(value.states)) return null
  const isSound = (states: Json | undefined): boolean =>
    isMap(states) &&
    Object.values(states).every(
      (state) =>
        isMap(state) &&
        typeof state.type === "string" &&
        (state.states === undefined || isSound(state.states)),
    )
  if (!isSound(value.states)) return null
  // What is written more wrongly than this is told by the diagnostics; readers look before they use a field.
  return value as unknown as FlowDocument
})

function filesIn(files: Files, folder: string): readonly (readonly [id: string, file: string])[] {
  return Object.keys(files.texts)
    .filter((file) => file.startsWith(`${folder}/`) && file.endsWith(".yaml"))
    .map((file) => [file.slice(folder.length + 1, -".yaml".length), file])
}

function mapOf(value: Json | undefined): JsonMap | null {
  return isMap(value) ? value : null
}

function found<T>(entries: readonly (readonly [string, T | null])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

function reader<S extends z.ZodType>(schema: S): (value: Json) => z.infer<S> | null {
  return (value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : null
  }
}

/** Reads each value once, for as long as it lives. */
function remember<T>(read: (value: Json) => T | null): (value: Json | undefined) => T | null {
  const known = new WeakMap<object, { readonly found: T | null }>()
  return (value) => {
    if (typeof value !== "object" || value === null) return null
    const before = known.get(value)
    if (before !== undefined) return before.found
    const found = read(value)
    known.set(value, { found })
    return found
  }
}

function keepSame(before: Surroundings, next: Surroundings): Surroundings {
  const kept = {
    settings: next.settings,
    operations: sameEntries(before.operations, next.operations),
    flows: sameEntries(before.flows, next.flows),
    flowFiles: sameEntries(before.flowFiles, next.flowFiles),
    wordings: sameEntries(before.wordings, next.wordings),
    questionnaires: sameEntries(before.questionnaires, next.questionnaires),
    stale: sameEntries(before.stale, next.stale),
  }
  const isSame = Object.entries(kept).every(([name, part]) => before[name as keyof Surroundings] === part)
  return isSame ? before : kept
}

function sameEntries<T>(
  before: Readonly<Record<string, T>>,
  next: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const names = Object.keys(next)
  const isSame =
    names.length === Object.keys(before).length && names.every((name) => before[name] === next[name])
  return isSame ? before : next
}
