import { z } from "zod"
import { celSchema, nameSchema, periodSchema, stateCommon } from "../document/schema.ts"
import type { ActContext, IdentityProof, StateAct, StateExpression, StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("checkpoint"),
  kind: z.enum(["disclosure", "consent", "identity", "declaration", "questionnaire"]),
  wording: z.string().optional(),
  /** One questionnaire, or the one whose id `is` gives, among those that `of` lists: a product has its own. */
  questionnaire: z
    .union([z.string(), z.strictObject({ is: celSchema, of: z.array(z.string()).min(1) })])
    .optional(),
  /** Of a questionnaire: which of its questions are shown here, by id or by their group; absent: all. */
  questions: z.array(z.string()).optional(),
  groups: z.array(nameSchema).optional(),
  /** Of a questionnaire: CEL giving `{ version, answers }` of another time, which stand beneath the questions. */
  prior: celSchema.optional(),
  evidence: z.enum(["explicit", "read"]).optional(),
  binds: z.array(celSchema).optional(),
  readBack: z.array(z.string()).optional(),
  validFor: periodSchema.optional(),
  scope: z.enum(["run", "conversation"]).optional(),
  level: z.number().int().min(1).max(3).optional(),
  proof: celSchema.optional(),
  /** Keeps as `data.<name>` what was accepted: the answers of a questionnaire, of a wording which text it was. */
  save: nameSchema.optional(),
})
export type CheckpointState = z.infer<typeof schema>

/** Returns the questionnaires that a checkpoint may show. */
export function questionnairesOf({ questionnaire }: CheckpointState): readonly string[] {
  if (questionnaire === undefined) return []
  return typeof questionnaire === "string" ? [questionnaire] : questionnaire.of
}

/** A compliance gate: passed only on evidence, in silence where the evidence stands already. */
export const checkpoint: StateKind<CheckpointState> = {
  type: "checkpoint",
  schema,
  exits: ({ kind, proof }) =>
    kind === "identity" || proof !== undefined
      ? [{ name: "accepted" }, { name: "failed" }]
      : [{ name: "accepted" }, { name: "declined" }, { name: "failed" }],
  expressions(state) {
    const expressions: StateExpression[] = (state.binds ?? []).map((source, index) => ({
      path: ["binds", index],
      source,
    }))
    if (state.proof !== undefined) expressions.push({ path: ["proof"], source: state.proof })
    if (state.prior !== undefined) expressions.push({ path: ["prior"], source: state.prior })
    if (typeof state.questionnaire === "object")
      expressions.push({ path: ["questionnaire", "is"], source: state.questionnaire.is })
    return expressions
  },
  texts: () => [],
  slots: (state) => state.readBack ?? [],
  act(state, context) {
    if (state.kind !== "identity") {
      if (context.standing() !== null) return { is: "accept-silently" }
      return state.proof === undefined ? { is: "show-checkpoint" } : givenElsewhere(state.proof, context)
    }
    const level = state.level ?? 1
    const { customer } = context.values
    if (customer.id !== null && customer.level >= level)
      return { is: "accept-silently", proof: { id: customer.id, level: customer.level } }
    const proof = state.proof === undefined ? null : context.evaluate(state.proof)
    if (
      proof?.ok === true &&
      isProof(proof.value) &&
      proof.value.level >= level &&
      !context.hasLapsed(proof.value)
    )
      return { is: "accept-silently", proof: proof.value }
    return {
      is: "exit",
      exit: "failed",
      because: state.proof === undefined ? ["customer.level"] : [state.proof],
    }
  },
}

/** A consent or declaration that its person gave on another device counts for the version that was accepted there. */
function givenElsewhere(proof: string, context: ActContext): StateAct {
  const given = context.evaluate(proof)
  return given.ok && isGiven(given.value)
    ? { is: "accept-given", by: given.value.person, version: given.value.version }
    : { is: "exit", exit: "failed", because: [proof] }
}

function isGiven(value: unknown): value is { person: string; version: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "person" in value &&
    typeof value.person === "string" &&
    "version" in value &&
    typeof value.version === "string"
  )
}

function isProof(value: unknown): value is IdentityProof {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "level" in value &&
    typeof value.level === "number"
  )
}
