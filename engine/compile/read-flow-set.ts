import type { z } from "zod"
import {
  type FlowDocument,
  type FlowSetDocument,
  flowSchema,
  flowSetSchema,
  type KnowledgeDocument,
  knowledgeSchema,
  type OperationDocument,
  type ProductsDocument,
  productsSchema,
  type QuestionnaireDocument,
  questionnaireSchema,
  type RulesDocument,
  rulesSchema,
  servicesSchema,
  type WordingDocument,
  wordingSchema,
} from "../document/schema.ts"
import { parseSource, readAs, type Source } from "../document/source.ts"
import { type Diagnostic, sentence, told } from "../types.ts"
import type { FlowSetFiles } from "./model.ts"

/** A parsed file with the source that knows its lines. */
export type Read<T> = { readonly value: T; readonly source: Source }

export type FlowSetDocuments = {
  readonly settings: Read<FlowSetDocument> | null
  readonly services: Read<Readonly<Record<string, OperationDocument>>> | null
  readonly flows: readonly (Read<FlowDocument> & { readonly isPattern: boolean })[]
  readonly wordings: readonly Read<WordingDocument>[]
  readonly questionnaires: readonly Read<QuestionnaireDocument>[]
  readonly knowledge: readonly Read<KnowledgeDocument>[]
  readonly rules: Read<RulesDocument> | null
  readonly products: Read<ProductsDocument> | null
}

/** Parses every file of a flow set against its shape; all problems of all files are told at once. */
export function readFlowSet(files: FlowSetFiles): {
  documents: FlowSetDocuments
  diagnostics: readonly Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const read = <S extends z.ZodType>(file: string, schema: S): Read<z.infer<S>>[] => {
    const outcome = readFile(file, files[file] ?? "", schema)
    diagnostics.push(...outcome.diagnostics)
    // What was read by this very schema has its shape.
    return outcome.read === null ? [] : [outcome.read as Read<z.infer<S>>]
  }
  const one = <S extends z.ZodType>(file: string, schema: S, need: boolean) => {
    if (Object.hasOwn(files, file)) return read(file, schema)[0] ?? null
    if (need) {
      diagnostics.push({
        rule: "missing-file",
        severity: "error",
        ...told(
          sentence`The flow set has no "${file}".`,
          sentence`Write "${file}" into the flow set's folder; the language reference shows its fields.`,
        ),
        file,
        line: 1,
        column: 1,
      })
    }
    return null
  }
  const names = Object.keys(files).sort()
  const below = (pattern: RegExp) => names.filter((name) => pattern.test(name))
  const flows = below(/^(patterns\/)?[^/]+\/flow\.yaml$/).flatMap((file) => {
    const isPattern = file.startsWith("patterns/")
    return read(file, flowSchema).map(({ value, source }) => {
      const folder = file.split("/").at(-2) ?? ""
      if (value.id !== folder) {
        diagnostics.push({
          rule: "flow-folder",
          severity: "error",
          ...told(
            sentence`The flow "${value.id}" stands in the folder "${folder}".`,
            sentence`Name the folder "${value.id}", or the flow "${folder}".`,
          ),
          at: value.id,
          ...source.at(["id"]),
        })
      }
      return { value, source, isPattern }
    })
  })
  return {
    documents: {
      settings: one("flowset.yaml", flowSetSchema, true),
      services: one("services.yaml", servicesSchema, false),
      flows,
      wordings: below(/^wordings\/[^/]+\.yaml$/).flatMap((file) => read(file, wordingSchema)),
      questionnaires: below(/^questionnaires\/[^/]+\.yaml$/).flatMap((file) =>
        read(file, questionnaireSchema),
      ),
      knowledge: below(/^knowledge\/[^/]+\.yaml$/).flatMap((file) => read(file, knowledgeSchema)),
      rules: one("rules.yaml", rulesSchema, false),
      products: one("products.yaml", productsSchema, false),
    },
    diagnostics,
  }
}

type FileRead = { readonly read: Read<unknown> | null; readonly diagnostics: readonly Diagnostic[] }
type Remembered = FileRead & {
  readonly text: string
  readonly schema: z.ZodType
  readonly source: Source | undefined
}

/** The last reading of each file: of a flow set that is being edited one file changes at a time. */
const remembered = new Map<string, Remembered>()
const mostRemembered = 1_000

function readFile(file: string, text: string, schema: z.ZodType): FileRead {
  const known = remembered.get(file)
  if (known !== undefined && known.text === text && known.schema === schema) return known
  const parsed = parseSource(file, text, known?.source)
  const shaped = parsed.source === undefined ? null : readAs(schema, parsed.source)
  const read =
    parsed.source === undefined || shaped?.value === undefined
      ? null
      : { value: shaped.value, source: parsed.source }
  const diagnostics = [...parsed.diagnostics, ...(shaped?.diagnostics ?? [])]
  const outcome = { read, diagnostics, text, schema, source: parsed.source ?? known?.source }
  const [oldest] = remembered.keys()
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
  remembered.set(file, outcome)
  return outcome
}
