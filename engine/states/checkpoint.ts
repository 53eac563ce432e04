import { z } from "zod"
import { celSchema, nameSchema, periodSchema, stateCommon } from "../document/schema.ts"
import type { StateExpression, StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("checkpoint"),
  kind: z.enum(["disclosure", "consent", "identity", "declaration", "questionnaire"]),
  wording: z.string().optional(),
  questionnaire: z.string().optional(),
  /** Of a questionnaire: which of its questions are shown here; absent: all. */
  questions: z.array(z.string()).optional(),
  evidence: z.enum(["explicit", "read"]).optional(),
  binds: z.array(celSchema).optional(),
  readBack: z.array(z.string()).optional(),
  validFor: periodSchema.optional(),
  scope: z.enum(["run", "conversation"]).optional(),
  level: z.number().int().min(1).max(3).optional(),
  proof: celSchema.optional(),
  /** Of a questionnaire: keeps the answers as `data.<name>`. */
  save: nameSchema.optional(),
})
export type CheckpointState = z.infer<typeof schema>

/** A compliance gate: passed only on evidence, in silence where the evidence stands already. */
export const checkpoint: StateKind<CheckpointState> = {
  type: "checkpoint",
  schema,
  exits: ({ kind }) =>
    kind === "identity"
      ? [{ name: "accepted" }, { name: "failed" }]
      : [{ name: "accepted" }, { name: "declined" }, { name: "failed" }],
  expressions(state) {
    const expressions: StateExpression[] = (state.binds ?? []).map((source, index) => ({
      path: ["binds", index],
      source,
    }))
    if (state.proof !== undefined) expressions.push({ path: ["proof"], source: state.proof })
    return expressions
  },
  texts: () => [],
  slots: (state) => state.readBack ?? [],
  act(state, context) {
    if (state.kind !== "identity")
      return context.standing() === null ? { is: "show-checkpoint" } : { is: "accept-silently" }
    const level = state.level ?? 1
    const { customer } = context.values
    if (customer.id !== null && customer.level >= level)
      return { is: "accept-silently", proof: { id: customer.id, level: customer.level } }
    const proof = state.proof === undefined ? null : context.evaluate(state.proof)
    if (proof?.ok === true && isProof(proof.value) && proof.value.level >= level)
      return { is: "accept-silently", proof: proof.value }
    return {
      is: "exit",
      exit: "failed",
      because: state.proof === undefined ? ["customer.level"] : [state.proof],
    }
  },
}

function isProof(value: unknown): value is { id: string; level: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "level" in value &&
    typeof value.level === "number"
  )
}
