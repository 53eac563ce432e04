import { createHash } from "node:crypto"
import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { Refusal } from "../core/refusal.ts"
import type { Operation } from "./operation.ts"

/** What goes back over HTTP: a status and a JSON body, as text so that a repeated answer is the same to the byte. */
export type Answer = { readonly status: number; readonly body: string }

type StoredAnswer = { readonly input_hash: string; readonly status: number; readonly body: string }

/**
 * Performs an operation in one transaction and returns its answer. A write or notification with a key is performed
 * once: the same key and input give the stored answer, another input gives IDEMPOTENCY_MISMATCH. A write without a
 * key is refused with KEY_MISSING. Every effect is recorded.
 */
export function perform(
  db: InsurerDatabase,
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  at: { readonly key: string; readonly clock: Clock; readonly publicUrl: string },
): Answer {
  const { key, clock } = at
  return db
    .transaction((): Answer => {
      const once = operation.effect !== "read" && key !== ""
      if (operation.effect === "write" && key === "") return refused("KEY_MISSING", 400)
      const inputHash = createHash("sha256").update(canonical(input)).digest("hex")
      if (once) {
        const stored = db
          .prepare<[string, string], StoredAnswer>("SELECT * FROM answer WHERE operation = ? AND key = ?")
          .get(operation.id, key)
        if (stored !== undefined) {
          return stored.input_hash === inputHash ? stored : refused("IDEMPOTENCY_MISMATCH", 409)
        }
      }
      const answer = answerOf(operation, input, { db, ...at })
      if (once) {
        db.prepare("INSERT INTO answer VALUES (?, ?, ?, ?, ?)").run(
          operation.id,
          key,
          inputHash,
          answer.status,
          answer.body,
        )
      }
      if (operation.effect !== "read" && answer.status === 200) {
        db.prepare("INSERT INTO effect (at, operation, key, input, answer) VALUES (?, ?, ?, ?, ?)").run(
          clock.now,
          operation.id,
          key === "" ? null : key,
          canonical(input),
          answer.body,
        )
      }
      return answer
    })
    .immediate()
}

function answerOf(operation: Operation, input: unknown, call: Parameters<Operation["answer"]>[1]): Answer {
  try {
    return { status: 200, body: JSON.stringify(operation.answer(input, call)) }
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.status)
    throw error
  }
}

function refused(code: string, status: number): Answer {
  return { status, body: JSON.stringify({ error: code }) }
}

/** JSON with the keys of every object sorted. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
