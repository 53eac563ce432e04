import type { Compilation } from "../compile/flow-set.ts"
import type { CompiledState } from "../compile/model.ts"
import type { FlowSetDocuments, Read } from "../compile/read-flow-set.ts"
import type { ShapeSource } from "../compile/shapes.ts"
import type {
  FlowDocument,
  FlowSetDocument,
  OperationDocument,
  QuestionnaireDocument,
  WordingDocument,
} from "../document/schema.ts"
import { anyShape, internScope, type Scope } from "../expression/index.ts"
import type { Diagnostic } from "../types.ts"
import { collectFlow, type FlowInFile } from "./flow-places.ts"
import { collectFlowSet } from "./flow-set-places.ts"
import { createFlowGraph, type FlowGraph } from "./graph.ts"
import type { Places, Spot } from "./places.ts"
import { createScopes } from "./scopes.ts"
import { type ShownText, shownTexts } from "./shown-texts.ts"

export type CheckedFlow = FlowInFile & {
  /** Null when an error of the compilation makes its paths uncertain. */
  readonly graph: FlowGraph | null
}

/** All that a rule may look at, read and indexed once. */
export type CheckContext = Places & {
  readonly settings: Read<FlowSetDocument>
  readonly documents: FlowSetDocuments
  readonly operations: Readonly<Record<string, OperationDocument>>
  /** Every flow that could be read, whether it could be compiled or not. */
  readonly flowDocuments: Readonly<Record<string, FlowDocument>>
  readonly flows: readonly CheckedFlow[]
  readonly wordings: Readonly<Record<string, WordingDocument>>
  readonly questionnaires: Readonly<Record<string, QuestionnaireDocument>>
  readonly shapes: ShapeSource
  /** Wordings and questionnaires where flows show them. */
  readonly shown: readonly ShownText[]
  /** Files that are there but could not be read: what they declare and use is not known, so nobody misses it. */
  readonly unread: ReadonlySet<string>
  /** Whether a flow, pattern, wording or questionnaire of that id is there but could not be read. */
  isUnread(id: string): boolean
}

/** Returns what the rules look at, `null` when there are no readable settings to judge anything by. */
export function createContext({ documents, flows, diagnostics }: Compilation): CheckContext | null {
  const { settings } = documents
  if (settings === null) return null
  const operations = documents.services?.value ?? {}
  const wordings = byId(documents.wordings)
  const questionnaires = byId(documents.questionnaires)
  const flowDocuments = byId(documents.flows)
  const unread = unreadFiles(documents, diagnostics)
  const shapes: ShapeSource = {
    settings: settings.value,
    operations,
    questionnaires,
    wordings,
    flows: flowDocuments,
  }
  const checked = documents.flows.flatMap(({ value, source }): CheckedFlow[] => {
    const flow = flows[value.id]
    if (flow === undefined || flow.document !== value) return []
    const scopes = createScopes(
      internScope({
        ...flow.scope,
        keys: unread.has("services.yaml") ? anyShape : keysOf(Object.values(flow.states), operations),
      }),
    )
    const graph = hasErrors(flow.id, source.file, diagnostics) ? null : createFlowGraph(flow)
    return [{ flow, source, settingsSource: settings.source, scopes, graph }]
  })
  const places: Places = { expressions: [], texts: [], phrases: [] }
  for (const flow of checked) collectFlow(flow, shapes, places)
  collectFlowSet(documents, shapes, places)
  return {
    ...places,
    settings,
    documents,
    operations,
    flowDocuments,
    flows: checked,
    wordings,
    questionnaires,
    shapes,
    shown: checked.flatMap(shownTexts),
    unread,
    isUnread: (id) =>
      [
        `${id}/flow.yaml`,
        `patterns/${id}/flow.yaml`,
        `wordings/${id}.yaml`,
        `questionnaires/${id}.yaml`,
      ].some((file) => unread.has(file)),
  }
}

/** A file that is missing is told as such, and is none that cannot be read. */
function unreadFiles(
  { settings, services, rules, products, ...lists }: FlowSetDocuments,
  diagnostics: readonly Diagnostic[],
): ReadonlySet<string> {
  const { flows, wordings, questionnaires, knowledge } = lists
  const read = new Set(
    [settings, services, rules, products, ...flows, ...wordings, ...questionnaires, ...knowledge].map(
      (file) => file?.source.file,
    ),
  )
  return new Set(
    diagnostics.flatMap(({ rule, file }) => (rule === "missing-file" || read.has(file) ? [] : [file])),
  )
}

/** Returns where a state stands: in its flow's file, or among the defaults. */
export function spotOf(
  { flow, source, settingsSource }: CheckedFlow,
  state: CompiledState,
  exit?: string,
): Spot {
  return {
    source: state.file === source.file ? source : settingsSource,
    path: state.at,
    at: `${flow.id}/${state.id}${exit === undefined ? "" : `#${exit}`}`,
  }
}

/** `keys.<state>` is there for the states that write. */
function keysOf(
  states: readonly CompiledState[],
  operations: Readonly<Record<string, OperationDocument>>,
): Scope["data"] {
  const writes = states.filter(
    ({ document }) => document.type === "service" && operations[document.service]?.effect === "write",
  )
  return { kind: "object", fields: Object.fromEntries(writes.map(({ id }) => [id, { kind: "text" }])) }
}

function hasErrors(flow: string, file: string, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(
    ({ severity, file: inFile, at }) =>
      severity === "error" && (inFile === file || at?.split(/[/#]/)[0] === flow),
  )
}

function byId<T extends { readonly id: string }>(read: readonly Read<T>[]): Readonly<Record<string, T>> {
  const found: Record<string, T> = {}
  for (const { value } of read) found[value.id] ??= value
  return found
}
