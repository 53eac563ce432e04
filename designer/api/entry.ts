import * as z from "zod/mini"
import type { Content, Holder, WaitingFor } from "../../engine/types.ts"

const row = z.object({ label: z.string(), value: z.string(), slot: z.exactOptional(z.string()) })
const rows = z.readonly(z.array(row))

const askedQuestion = z.object({
  id: z.string(),
  ask: z.string(),
  title: z.exactOptional(z.string()),
  says: z.exactOptional(z.readonly(z.array(z.string()))),
  type: z.exactOptional(z.string()),
  given: z.exactOptional(z.string()),
  before: z.exactOptional(z.string()),
})

const contentSchema: z.ZodMiniType<Content> = z.discriminatedUnion("is", [
  z.object({ is: z.literal("text"), text: z.string() }),
  z.object({
    is: z.literal("card"),
    card: z.object({
      title: z.exactOptional(z.string()),
      figure: z.exactOptional(z.object({ label: z.string(), value: z.string() })),
      rows,
      note: z.exactOptional(z.string()),
    }),
  }),
  z.object({ is: z.literal("link"), label: z.string(), url: z.string() }),
  z.object({ is: z.literal("file"), label: z.string(), name: z.string() }),
  z.object({ is: z.literal("question"), text: z.string(), readBack: z.exactOptional(rows) }),
  z.object({
    is: z.literal("checkpoint"),
    wording: z.string(),
    version: z.string(),
    title: z.string(),
    text: z.string(),
    readBack: z.exactOptional(rows),
    accept: z.string(),
    decline: z.string(),
    questions: z.exactOptional(z.readonly(z.array(askedQuestion))),
  }),
])

const place = { index: z.number(), at: z.string() }

const entrySchema = z.discriminatedUnion("kind", [
  z.object({
    ...place,
    kind: z.literal("customer.said"),
    open: z.object({ how: z.enum(["text", "choice", "upload"]) }),
    personal: z.object({
      text: z.string(),
      document: z.exactOptional(z.object({ name: z.string(), size: z.number() })),
    }),
  }),
  z.object({ ...place, kind: z.literal("bot.said"), personal: z.object({ content: contentSchema }) }),
  z.object({
    ...place,
    kind: z.literal("agent.said"),
    open: z.object({ agent: z.string() }),
    personal: z.object({ name: z.string(), text: z.string() }),
  }),
  z.object({
    ...place,
    kind: z.literal([
      "handoff.requested",
      "handoff.accepted",
      "handoff.returned",
      "handoff.resolved",
      "handoff.transferred",
      "handoff.unavailable",
      "handoff.timeout",
    ]),
    open: z.object({ agent: z.exactOptional(z.string()) }),
    personal: z.exactOptional(z.object({ name: z.exactOptional(z.string()) })),
  }),
  z.object({ ...place, kind: z.literal("conversation.ended") }),
])

/** An entry that a customer sees; of the engine's `Entry`, only what his screen needs. */
export type CustomerEntry = z.infer<typeof entrySchema>

export const waitingForSchema: z.ZodMiniType<WaitingFor> = z.object({
  kind: z.enum(["slot", "confirmation", "checkpoint", "choice", "agent", "service", "event", "nothing"]),
  id: z.string(),
  options: z.exactOptional(z.readonly(z.array(z.object({ key: z.string(), label: z.string() })))),
  input: z.exactOptional(
    z.object({
      type: z.string(),
      sensitive: z.exactOptional(z.boolean()),
      upload: z.exactOptional(z.boolean()),
    }),
  ),
})

export const holderSchema: z.ZodMiniType<Holder> = z.enum(["bot", "queue", "agent"])

/** Returns the entry, or null when it is of a kind that this page does not show. */
export function parseEntry(value: unknown): CustomerEntry | null {
  const parsed = entrySchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** Returns those of `values` that a customer sees. */
export function parseEntries(values: readonly unknown[]): readonly CustomerEntry[] {
  return values.map(parseEntry).filter((entry) => entry !== null)
}
