import { z } from "zod"
import type { InsurerDatabase } from "../core/database.ts"

/**
 * What can go wrong with an operation on demand.
 * - `slow`: answers after `ms`.
 * - `error`: 500, nothing done.
 * - `unavailable`: 503 with `Retry-After`, nothing done.
 * - `noAnswer`: the connection hangs for `ms` and closes; `performed` says whether it was done all the same.
 * - `duplicate`: the call arrives twice; the second answer is given.
 *
 * `times` is how many calls it meets; without it, every one.
 */
export const faultSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("slow"),
    ms: z.int().min(0).max(600_000),
    times: z.int().positive().optional(),
  }),
  z.strictObject({ kind: z.literal("error"), times: z.int().positive().optional() }),
  z.strictObject({ kind: z.literal("unavailable"), times: z.int().positive().optional() }),
  z.strictObject({
    kind: z.literal("noAnswer"),
    performed: z.boolean().default(true),
    ms: z.int().min(0).max(600_000).default(60_000),
    times: z.int().positive().optional(),
  }),
  z.strictObject({ kind: z.literal("duplicate"), times: z.int().positive().optional() }),
])
export type Fault = z.infer<typeof faultSchema>

/** Which faults are on, by operation. */
export type Faults = {
  all(): Readonly<Record<string, Fault>>
  /** Switches faults on, or with `null` off; operations not named stay as they are. */
  change(faults: Readonly<Record<string, Fault | null>>): void
  reset(): void
  /** Returns the fault that meets this call, counting it. */
  take(operation: string): Fault | null
}

/** Returns the faults kept in the insurer's database. */
export function createFaults(db: InsurerDatabase): Faults {
  const put = (operation: string, fault: Fault | null) => {
    if (fault === null) db.prepare("DELETE FROM fault WHERE operation = ?").run(operation)
    else db.prepare("INSERT OR REPLACE INTO fault VALUES (?, ?)").run(operation, JSON.stringify(fault))
  }
  return {
    all() {
      const rows = db
        .prepare<[], { operation: string; fault: string }>("SELECT * FROM fault ORDER BY operation")
        .all()
      return Object.fromEntries(rows.map((row) => [row.operation, faultSchema.parse(JSON.parse(row.fault))]))
    },
    change: (faults) =>
      db.transaction(() => {
        for (const [operation, fault] of Object.entries(faults)) put(operation, fault)
      })(),
    reset: () => void db.prepare("DELETE FROM fault").run(),
    take(operation) {
      const row = db
        .prepare<[string], { fault: string }>("SELECT fault FROM fault WHERE operation = ?")
        .get(operation)
      if (row === undefined) return null
      const fault = faultSchema.parse(JSON.parse(row.fault))
      if (fault.times !== undefined)
        put(operation, fault.times === 1 ? null : { ...fault, times: fault.times - 1 })
      return fault
    },
  }
}
