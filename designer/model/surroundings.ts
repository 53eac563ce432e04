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
import { type Files, isMap, type Json } from "../../engine/index.ts"

/** What stands around a flow in its flow set, by name: what a drawing or a form of the flow refers to. */
export type Surroundings = {
  readonly settings: FlowSetDocument
  readonly operations: Readonly<Record<string, OperationDocument>>
  /** Every flow as it is written, sound or not. */
  readonly flows: Readonly<Record<string, FlowDocument>>
  readonly flowFiles: Readonly<Record<string, string>>
  readonly wordings: Readonly<Record<string, WordingDocument>>
  readonly questionnaires: Readonly<Record<string, QuestionnaireDocument>>
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

/** Reads what surrounds the flows; a part whose file did not change is the same object as before. */
export function createSurroundingsReader(): (files: Files) => Surroundings {
  const settingsOf = remember(reader(flowSetSchema))
  const operation = remember(reader(operationSchema))
  const wording = remember(reader(wordingSchema))
  const questionnaire = remember(reader(questionnaireSchema))
  let before: Surroundings | null = null
  return (files) => {
    const all = Object.keys(files.texts)
    const flows: Record<string, FlowDocument> = {}
    const flowFiles: Record<string, string> = {}
    for (const file of all) {
      if (!/^(patterns\/)?[^/]+\/flow\.yaml$/.test(file)) continue
      const id = file.split("/").at(-2) ?? ""
      flowFiles[id] = file
      // A text that cannot be read now leaves the flow as it last was.
      const flow = toFlow(files.value(file)) ?? before?.flows[id] ?? null
      if (flow !== null) flows[id] = flow
    }
    const services = files.value("services.yaml")
    const next: Surroundings = {
      settings: settingsOf(files.value("flowset.yaml")) ?? unread,
      operations: readEach(isMap(services) ? Object.entries(services) : [], operation),
      flows,
      flowFiles,
      wordings: readEach(filesIn(files, "wordings"), wording),
      questionnaires: readEach(filesIn(files, "questionnaires"), questionnaire),
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

function filesIn(files: Files, folder: string): readonly (readonly [string, Json | undefined])[] {
  return Object.keys(files.texts)
    .filter((file) => file.startsWith(`${folder}/`) && file.endsWith(".yaml"))
    .map((file) => [file.slice(folder.length + 1, -".yaml".length), files.value(file)] as const)
}

function readEach<T>(
  entries: readonly (readonly [string, Json | undefined])[],
  read: (value: Json | undefined) => T | null,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const found = read(value)
      return found === null ? [] : [[name, found]]
    }),
  )
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
