import * as z from "zod/mini"
import type { Sentence } from "../../engine/index.ts"
import { asOperator } from "./operator.ts"
import { ApiProblem, request, requestJson } from "./request.ts"

const fileSchema = z.object({ file: z.string(), version: z.string(), text: z.string() })
const listSchema = z.object({ files: z.array(fileSchema), release: z.string() })
const savedSchema = z.object({
  files: z.array(z.object({ file: z.string(), version: z.nullable(z.string()) })),
})
const changedSchema = z.object({
  changed: z.array(
    z.object({ file: z.string(), version: z.nullable(z.string()), text: z.nullable(z.string()) }),
  ),
})

export type FlowFile = z.infer<typeof fileSchema>
/** `text` null deletes; `version` is the one that was read, null for a new file. */
export type FlowWrite = {
  readonly file: string
  readonly text: string | null
  readonly version: string | null
}
/** A file as it stands on disk, other than it was read. */
export type ChangedFile = z.infer<typeof changedSchema>["changed"][number]
export type SaveAnswer =
  | { readonly is: "saved"; readonly versions: Readonly<Record<string, string | null>> }
  | { readonly is: "changed"; readonly changed: readonly ChangedFile[] }

/** Returns every file of the flow set with its version. */
export function readFlows(): Promise<z.infer<typeof listSchema>> {
  return asOperator((token) => requestJson("/api/flows", listSchema, { token }))
}

/** Saves files, all or none. */
export async function saveFlows(writes: readonly FlowWrite[]): Promise<SaveAnswer> {
  try {
    const { files } = await asOperator((token) =>
      requestJson("/api/flows", savedSchema, { method: "PUT", token, body: { files: writes } }),
    )
    return { is: "saved", versions: Object.fromEntries(files.map(({ file, version }) => [file, version])) }
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== "flow-files-changed") throw error
    const parsed = changedSchema.safeParse(error.problem)
    if (!parsed.success) throw error
    return { is: "changed", changed: parsed.data.changed }
  }
}

const releaseSchema = z.object({
  release: z.string(),
  created: z.string(),
  files: z.record(z.string(), z.string()),
})
/** Held to the engine's own type; what is within a sentence only the words look at. */
const sentenceSchema = z.custom<Sentence>(
  (value) => z.object({ id: z.string(), values: z.array(z.unknown()) }).safeParse(value).success,
)
const diagnosticSchema = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  help: z.string(),
  says: z.object({ message: sentenceSchema, help: sentenceSchema }),
  at: z.exactOptional(z.string()),
  file: z.string(),
  line: z.number(),
  column: z.number(),
})
const releasedSchema = z.object({
  taken: z.boolean(),
  release: z.string(),
  diagnostics: z.array(diagnosticSchema),
})
export type CurrentRelease = z.infer<typeof releaseSchema>

/** Returns the release that new conversations run on, with its files. */
export function readRelease(): Promise<CurrentRelease> {
  return asOperator((token) => requestJson("/api/releases/current", releaseSchema, { token }))
}

/** Releases the flow set as it is saved; not taken with errors, which are told. */
export function releaseFlows(): Promise<z.infer<typeof releasedSchema>> {
  return asOperator((token) => requestJson("/api/releases", releasedSchema, { method: "POST", token }))
}

const resultSchema = z.union([
  z.object({ is: z.literal("returned"), output: z.json() }),
  z.object({ is: z.literal("error"), error: z.string(), detail: z.exactOptional(z.string()) }),
  z.object({ is: z.literal("failed"), reason: z.string() }),
  z.object({ is: z.literal("unknown"), reason: z.string() }),
])
export type RehearsedResult = z.infer<typeof resultSchema>

/** Performs an operation, as the working copy declares it, against the rehearsal's own sample insurer. */
export function rehearseCall(
  rehearsal: string,
  call: {
    readonly operation: string
    readonly declared: unknown
    readonly input: unknown
    readonly key?: string
    readonly now: string
  },
): Promise<RehearsedResult> {
  return asOperator((token) =>
    requestJson(`/api/rehearsals/${rehearsal}/calls`, resultSchema, { method: "POST", token, body: call }),
  )
}

const eventsSchema = z.object({
  events: z.array(
    z.object({
      event: z.string(),
      correlation: z.record(z.string(), z.string()),
      payload: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})

/** Does in the rehearsal's own sample insurer what people do there; returns what it then tells of. */
export async function playRehearsal(rehearsal: string, act: string, now: string) {
  const { events } = await asOperator((token) =>
    requestJson(`/api/rehearsals/${rehearsal}/play`, eventsSchema, {
      ...{ method: "POST", token, body: { act, now } },
    }),
  )
  return events
}

/** Forgets what was done in a rehearsal. */
export async function resetRehearsal(rehearsal: string): Promise<void> {
  await asOperator((token) => request(`/api/rehearsals/${rehearsal}`, { method: "DELETE", token }))
}
