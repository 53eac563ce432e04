import { z } from "zod"

const json = z.json()
const values = z.record(z.string(), json)

/** How a stub answers; a list answers in turn, its last for good. `later` answers at its step. */
const stubSchema = z.strictObject({
  returns: json.optional(),
  error: z.string().optional(),
  fails: z.boolean().optional(),
  unknown: z.boolean().optional(),
  later: z.boolean().optional(),
})
export const stubsSchema = z.record(z.string(), z.union([stubSchema, z.array(stubSchema).min(1)]))

const text = z.union([z.string(), z.number().transform(String)])
const stepSchema = z.strictObject({
  // what happens
  customer: text.optional(),
  choose: text.optional(),
  upload: z
    .union([z.string(), z.strictObject({ name: z.string(), mediaType: z.string().optional() })])
    .optional(),
  event: z
    .strictObject({ name: z.string(), correlation: values.optional(), payload: json.optional() })
    .optional(),
  /** What people do in the core (`claims/R1/pay`; "" for nothing); the events that it tells of follow. */
  core: z.string().optional(),
  agent: z
    .strictObject({
      accept: z.boolean().optional(),
      message: z.string().optional(),
      note: z.string().optional(),
      wording: z.string().optional(),
      returns: z.string().optional(),
      resolve: z.boolean().optional(),
      transfer: z.string().optional(),
      slots: values.optional(),
    })
    .optional(),
  wait: z.string().optional(),
  service: stubSchema
    .extend({ of: z.string(), with: values.optional(), times: z.number().int().optional() })
    .optional(),
  stub: stubsSchema.optional(),
  restart: z.boolean().optional(),
  seen: z.literal("earlier").optional(),
  // what must then be so
  at: z.string().optional(),
  bot: z
    .strictObject({
      wording: z.string().optional(),
      includes: z.union([text, z.array(text)]).optional(),
      excludes: z.union([text, z.array(text)]).optional(),
    })
    .optional(),
  slots: values.optional(),
  evidence: z.union([z.string(), z.array(z.string())]).optional(),
  noEvidence: z.union([z.string(), z.array(z.string())]).optional(),
  holder: z.enum(["bot", "queue", "agent"]).optional(),
  waiting: z.string().optional(),
  ends: z.string().optional(),
  turnsAtMost: z.number().int().optional(),
  note: z.string().optional(),
})

/** A scenario file (flow-language, section 9). */
export const scenarioSchema = z.strictObject({
  scenario: z.string(),
  note: z.string().optional(),
  flow: z.string(),
  locale: z.string().optional(),
  channel: z.string().optional(),
  now: z.string(),
  customer: z.strictObject({ id: z.string(), level: z.number() }).optional(),
  opens: z.string().optional(),
  services: stubsSchema.optional(),
  turnsAtMost: z.number().int().optional(),
  steps: z.array(stepSchema).min(1),
})

export type Scenario = z.infer<typeof scenarioSchema>
export type Step = Scenario["steps"][number]
export type Stub = z.infer<typeof stubSchema>
export type Stubs = z.infer<typeof stubsSchema>
