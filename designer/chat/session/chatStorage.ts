import * as z from "zod/mini"
import type { Held, Outgoing } from "./chatState.ts"

const heldSchema: z.ZodMiniType<Held> = z.object({
  access: z.object({ id: z.string(), token: z.string() }),
  locale: z.string(),
  flow: z.nullable(z.string()),
  isEnded: z.boolean(),
})

const outboxSchema: z.ZodMiniType<readonly Outgoing[]> = z.array(
  z.object({
    key: z.string(),
    body: z.union([
      z.object({ text: z.string() }),
      z.object({ choice: z.string() }),
      z.object({
        upload: z.object({ name: z.string(), mediaType: z.string(), size: z.number(), content: z.string() }),
      }),
    ]),
    seen: z.number(),
    read: z.exactOptional(z.number()),
    text: z.string(),
    at: z.string(),
    status: z.enum(["waiting", "sending", "failed"]),
    attempts: z.number(),
    refusal: z.exactOptional(z.enum(["busy", "tooLarge", "stale", "refused"])),
    hasLanded: z.exactOptional(z.boolean()),
  }),
)

/**
 * What the browser keeps of a chat. The conversation and an ordinary draft outlive the tab; messages on their way
 * and drafts of sensitive answers go with it.
 */
export type ChatStorage = {
  readonly held: () => Held | null
  readonly keepHeld: (held: Held | null) => void
  readonly outbox: () => readonly Outgoing[]
  readonly keepOutbox: (outbox: readonly Outgoing[]) => void
  readonly draft: () => string
  readonly keepDraft: (draft: string, isSensitive: boolean) => void
}

/** Keeps a chat in two of the browser's storages; one that refuses (full, private) is as good as empty. */
export function createChatStorage(lasting: Storage, ofTab: Storage): ChatStorage {
  const heldKey = "colloquy.chat.conversation"
  const outboxKey = "colloquy.chat.outbox"
  const draftKey = "colloquy.chat.draft"
  return {
    held: () => parsed(lasting, heldKey, heldSchema),
    keepHeld: (held) => keep(lasting, heldKey, held === null ? null : JSON.stringify(held)),
    outbox: () => parsed(ofTab, outboxKey, outboxSchema) ?? [],
    keepOutbox: (outbox) => keep(ofTab, outboxKey, outbox.length === 0 ? null : JSON.stringify(outbox)),
    draft: () => kept(ofTab, draftKey) ?? kept(lasting, draftKey) ?? "",
    keepDraft: (draft, isSensitive) => {
      keep(ofTab, draftKey, isSensitive && draft !== "" ? draft : null)
      keep(lasting, draftKey, isSensitive || draft === "" ? null : draft)
    },
  }
}

function parsed<Shape>(storage: Storage, key: string, schema: z.ZodMiniType<Shape>): Shape | null {
  try {
    const result = schema.safeParse(JSON.parse(kept(storage, key) ?? "null"))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

function kept(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key)
  } catch {
    return null
  }
}

function keep(storage: Storage, key: string, value: string | null): void {
  try {
    if (value === null) storage.removeItem(key)
    else storage.setItem(key, value)
  } catch {
    // A full or forbidden storage costs only the resumption after a reload.
  }
}
