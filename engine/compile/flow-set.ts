import { createCalendar } from "../calendar/index.ts"
import type { FlowSetDocument } from "../document/schema.ts"
import { hashJson } from "../format/index.ts"
import { type Diagnostic, type Json, sentence, told } from "../types.ts"
import { compileFlow, type FlowEnvironment } from "./flow.ts"
import type { CompiledFlow, FlowSetFiles, Release } from "./model.ts"
import { type FlowSetDocuments, type Read, readFlowSet } from "./read-flow-set.ts"

/** A compiled flow set with the sources of its files, or why there is none. */
export type Compilation = {
  readonly release?: Release
  /** Every flow that could be read, also those with errors. */
  readonly flows: Readonly<Record<string, CompiledFlow>>
  readonly documents: FlowSetDocuments
  readonly diagnostics: readonly Diagnostic[]
}

/** Compiles the files of a flow set; every problem of every file is told, and an error means no release. */
export function compileDocuments(files: FlowSetFiles): Compilation {
  const { documents, diagnostics: read } = readFlowSet(files)
  const diagnostics: Diagnostic[] = [...read]
  const { settings } = documents
  if (settings === null) return { flows: {}, documents, diagnostics }

  const operations = documents.services?.value ?? noOperations
  const wordings = byId(documents.wordings, diagnostics)
  const questionnaires = byId(documents.questionnaires, diagnostics)
  const flowDocuments = byId(documents.flows, diagnostics)
  const environment: FlowEnvironment = {
    settings: settings.value,
    settingsSource: settings.source,
    operations,
    wordings,
    questionnaires,
    flows: flowDocuments,
  }
  const flows: Record<string, CompiledFlow> = {}
  const around = interfacesOf(environment)
  for (const read of documents.flows) {
    if (flowDocuments[read.value.id] !== read.value) continue
    const { flow, diagnostics: found } = compileOnce(read, environment, around)
    diagnostics.push(...found)
    if (flow !== null) flows[read.value.id] = flow
  }
  const calendar = calendarOf(settings, diagnostics)
  if (calendar === null || diagnostics.some((diagnostic) => diagnostic.severity === "error")) {
    return { flows, documents, diagnostics }
  }
  let id: string | undefined
  const release: Release = {
    // A hash over all files, which a check has no use for.
    get id() {
      id ??= releaseId(files)
      return id
    },
    files,
    settings: settings.value,
    locales: settings.value.locales,
    calendar,
    parameters: Object.fromEntries(
      Object.entries(settings.value.parameters).map(([name, { value }]) => [name, value as Json]),
    ),
    flows,
    operations,
    wordings,
    questionnaires,
    knowledge: documents.knowledge.flatMap((file) => file.value),
    rules: documents.rules?.value ?? { rules: [] },
    products: documents.products?.value ?? {},
  }
  return { release, flows, documents, diagnostics }
}

type FlowRead = FlowSetDocuments["flows"][number]
type Compiled = {
  readonly flow: CompiledFlow | null
  readonly diagnostics: readonly Diagnostic[]
  readonly environment: FlowEnvironment
  readonly around: string
}
const noOperations: FlowEnvironment["operations"] = {}
const compiledFlows = new WeakMap<FlowRead["value"], Compiled>()

/** Compiles a flow, unless it was compiled as it is among the same others: of a set that is edited one flow changes. */
function compileOnce(
  { value, source, isPattern }: FlowRead,
  environment: FlowEnvironment,
  around: string,
): Compiled {
  const known = compiledFlows.get(value)
  const isSame =
    known?.around === around &&
    known.environment.settings === environment.settings &&
    known.environment.operations === environment.operations
  if (known !== undefined && isSame) return known
  const diagnostics: Diagnostic[] = []
  const flow = compileFlow(value, source, isPattern, environment, diagnostics)
  const compiled = { flow, diagnostics, environment, around }
  compiledFlows.set(value, compiled)
  return compiled
}

/** Returns all that a flow sees of the flows, wordings and questionnaires around it. */
function interfacesOf({ flows, wordings, questionnaires }: FlowEnvironment): string {
  return JSON.stringify([
    Object.values(flows).map(({ id, outcomes, takes, gives }) => [id, outcomes, takes, gives]),
    Object.keys(wordings),
    Object.values(questionnaires).map(({ id, versions }) => [
      id,
      versions.map(({ questions }) => questions.map((question) => question.id)),
    ]),
  ])
}

/** Returns the name of a release: SHA-256 over its files by path, line ends as `\n`; layouts, scenarios and simulated customers do not count. */
export function releaseId(files: FlowSetFiles): string {
  const counted = Object.entries(files).filter(([file]) => isReleased(file))
  return hashJson(Object.fromEntries(counted.map(([file, text]) => [file, text.replaceAll("\r\n", "\n")])))
}

/** Whether a file below `flows/` is part of what runs. */
export function isReleased(file: string): boolean {
  return file.endsWith(".yaml") && !file.includes("/scenarios/") && !file.endsWith("/customers.yaml")
}

function byId<T extends { id: string }>(
  read: readonly Read<T>[],
  diagnostics: Diagnostic[],
): Record<string, T> {
  const found: Record<string, T> = {}
  for (const { value, source } of read) {
    if (Object.hasOwn(found, value.id)) {
      diagnostics.push({
        rule: "unique-id",
        severity: "error",
        ...told(sentence`"${value.id}" stands in two files.`, sentence`Give one of them another id.`),
        at: value.id,
        ...source.at(["id"]),
      })
    } else found[value.id] = value
  }
  return found
}

function calendarOf({ value, source }: Read<FlowSetDocument>, diagnostics: Diagnostic[]) {
  const { calendar, timeZone } = value
  try {
    return createCalendar({
      workdays: calendar.workdays,
      hours: calendar.hours,
      holidays: calendar.holidays ?? [],
      extraWorkdays: calendar.extraWorkdays ?? [],
      quiet: calendar.quiet ?? [],
      timeZone,
    })
  } catch (error) {
    diagnostics.push({
      rule: "calendar",
      severity: "error",
      ...told(
        sentence`The calendar cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        sentence`Write days as "2026-10-01/2026-10-07" and hours as "09:00-18:00".`,
      ),
      ...source.at(["calendar"]),
    })
    return null
  }
}
