import { z } from "zod"
import {
  celSchema,
  looseStateSchema,
  nameSchema,
  periodSchema,
  saySchema,
  stateCommon,
  textSchema,
} from "../document/schema.ts"

/** The own fields of each state type (flow-language, section 4), as an author writes them. */
const input = z.record(z.string(), celSchema)

export const stateSchemas = {
  /** Says something and goes on at once; a pattern's texts may name what the pattern takes. */
  message: z.strictObject({
    ...stateCommon,
    type: z.literal("message"),
    say: saySchema.optional(),
    wording: z.string().optional(),
    /** Other words by the customer's mood: `calm`, `upset`, `distressed`. */
    tone: z.record(z.string(), saySchema).optional(),
  }),
  collect: z.strictObject({
    ...stateCommon,
    type: z.literal("collect"),
    slots: z.array(z.string()).min(1),
    attempts: z.number().int().min(1).optional(),
    confirm: z.literal("summary").optional(),
    /** Stands above the read-back of `confirm: summary`. */
    say: saySchema.optional(),
  }),
  decision: z.strictObject({
    ...stateCommon,
    type: z.literal("decision"),
    cases: z.record(
      nameSchema,
      z.strictObject({
        when: celSchema,
        title: textSchema.optional(),
        note: z.string().optional(),
        was: z.array(z.string()).optional(),
      }),
    ),
  }),
  checkpoint: z.strictObject({
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
  }),
  service: z.strictObject({
    ...stateCommon,
    type: z.literal("service"),
    service: z.string(),
    input: input.optional(),
    save: nameSchema.optional(),
    /** A write that takes a corrected input back to the core; it also gets the first answer as `first`. */
    amend: z.string().optional(),
    /** Said before the call when the answer may take a while. */
    say: saySchema.optional(),
  }),
  handoff: z.strictObject({
    ...stateCommon,
    type: z.literal("handoff"),
    queue: z.string(),
    skills: z.array(z.string()).optional(),
    priority: z.number().int().min(0).max(9).optional(),
    reason: textSchema.optional(),
    sla: periodSchema.optional(),
    fills: z.array(z.string()).optional(),
    returns: z.array(nameSchema).optional(),
    /** Said to the customer while the queue is being asked. */
    say: saySchema.optional(),
  }),
  subflow: z.strictObject({
    ...stateCommon,
    type: z.literal("subflow"),
    flow: z.string(),
    input: input.optional(),
    save: nameSchema.optional(),
  }),
  wait: z.strictObject({
    ...stateCommon,
    type: z.literal("wait"),
    until: z
      .union([
        z.strictObject({ after: periodSchema, days: z.enum(["working", "calendar"]).optional() }),
        z.strictObject({ at: celSchema }),
      ])
      .optional(),
  }),
  group: z.strictObject({
    ...stateCommon,
    type: z.literal("group"),
    start: z.string(),
    states: z.record(nameSchema, looseStateSchema),
    history: z.boolean().optional(),
  }),
  final: z.strictObject({
    ...stateCommon,
    type: z.literal("final"),
    outcome: nameSchema,
    output: input.optional(),
  }),
} as const

export type StateType = keyof typeof stateSchemas
export type StateOf<T extends StateType> = z.infer<(typeof stateSchemas)[T]>
