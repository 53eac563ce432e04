import { z } from "zod"

/**
 * The shapes of the files of a flow set, as an author writes them. State types add their own fields in
 * `engine/states`; what stands here is common to all. Every object is strict: an unknown field is an error.
 */

const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, "a name in camelCase: a small letter, then letters and digits")
const kebab = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id in small letters, digits and hyphens")
const cel = z.union([z.string().min(1), z.number(), z.boolean()]).transform(String)
const period = z
  .string()
  .regex(
    /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
    "an ISO 8601 duration such as P5D or PT30M",
  )

/** A text: in the default locale, or by locale. */
export const textSchema = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))])
const phrases = z.record(z.string(), z.array(z.string().min(1)))

const was = z.array(z.string()).optional()

/** Where an exit leads; `clear` empties slots on the way. */
export const targetSchema = z.union([
  z.string().min(1),
  z.strictObject({ to: z.string().min(1), clear: z.array(z.string()).optional(), was }),
])
export const toSchema = z.union([z.string().min(1), z.record(z.string(), targetSchema)])

const rowSchema = z.union([
  z.strictObject({ label: textSchema, value: textSchema, when: cel.optional() }),
  z.strictObject({ from: cel, label: textSchema, value: textSchema, when: cel.optional() }),
])
/** One thing a message says. */
export const sayItemSchema = z.union([
  textSchema,
  z.strictObject({
    card: z.strictObject({
      title: textSchema.optional(),
      figure: z.strictObject({ label: textSchema, value: textSchema }).optional(),
      rows: z.array(rowSchema).optional(),
      note: textSchema.optional(),
    }),
  }),
  z.strictObject({ link: z.strictObject({ label: textSchema, url: textSchema }) }),
  z.strictObject({ file: z.strictObject({ label: textSchema, name: textSchema }) }),
  z.strictObject({ when: cel, say: textSchema }),
])
export const saySchema = z.union([z.array(sayItemSchema).min(1), sayItemSchema])

/** A transition by event, on a state, a group or a flow. */
export const onEntrySchema = z.strictObject({
  title: textSchema.optional(),
  note: z.string().optional(),
  event: z.string().optional(),
  says: phrases.optional(),
  silence: period.optional(),
  after: period.optional(),
  days: z.enum(["working", "calendar"]).optional(),
  pausedIn: z.array(z.string()).optional(),
  at: cel.optional(),
  when: cel.optional(),
  say: saySchema.optional(),
  wording: z.string().optional(),
  /** Keeps an event's payload as `data.<name>`. */
  save: name.optional(),
  was,
})

export const optionSchema = z.strictObject({
  label: textSchema,
  says: phrases.optional(),
  when: cel.optional(),
  was,
})
export const optionsFromSchema = z.strictObject({
  from: cel,
  key: cel,
  label: textSchema,
  says: cel.optional(),
  also: z.record(z.string(), optionSchema).optional(),
})

const checkSchema = z.strictObject({
  service: z.string(),
  input: z.record(z.string(), cel).optional(),
  save: name.optional(),
  else: textSchema,
})

const slotFields = {
  type: z.string(),
  /** The customer's word for it, in read-backs and questions. */
  title: textSchema.optional(),
  note: z.string().optional(),
  /** Other words that name it: 自付部分, out of pocket. */
  says: phrases.optional(),
  ask: textSchema.optional(),
  reask: textSchema.optional(),
  help: textSchema.optional(),
  options: z.union([optionsFromSchema, z.record(z.string(), optionSchema)]).optional(),
  valid: z.array(z.strictObject({ when: cel, else: textSchema })).optional(),
  check: checkSchema.optional(),
  when: cel.optional(),
  clearedBy: z.array(z.string()).optional(),
  needs: z.string().optional(),
  prefer: z.enum(["past", "future"]).optional(),
  /** Of a text: the customer's own words that begin the flow, where they tell more than the wish itself. */
  opening: z.boolean().optional(),
  confirm: z.enum(["never", "unsure", "always"]).optional(),
  optional: z.boolean().optional(),
  /** What the button says that passes over an optional slot, in the customer's words. */
  skip: textSchema.optional(),
  /** Of documents: asked for file after file until this holds. */
  until: cel.optional(),
  default: z.json().optional(),
  sensitive: z.enum(["identity", "health", "financial", "contact"]).optional(),
  retain: z
    .strictObject({ for: period, from: z.enum(["conversation-end", "case-closed", "contract-end"]) })
    .optional(),
  min: z.number().int().min(0).optional(),
  max: z.number().int().min(1).optional(),
  each: textSchema.optional(),
  /** Of a list: asks for another record. */
  more: textSchema.optional(),
  was,
}
const fieldSchema = z.strictObject(slotFields)
export const slotSchema = z.strictObject({ ...slotFields, of: z.record(name, fieldSchema).optional() })

/** Fields of every state; the type's own stand beside them and are checked by its file in `engine/states`. */
export const stateCommon = {
  type: z.string(),
  title: textSchema.optional(),
  note: z.string().optional(),
  to: toSchema.optional(),
  on: z.record(name, onEntrySchema).optional(),
  was,
}
export const looseStateSchema = z.looseObject(stateCommon)

/** What a flow takes or gives: its type alone, or with what it is called. */
const valueSchema = z.union([z.string(), z.strictObject({ type: z.string(), title: textSchema.optional() })])
/** What a flow keeps: where it comes from alone, or with what it is called. */
const dataSchema = z.union([z.string(), z.strictObject({ from: z.string(), title: textSchema.optional() })])

export const flowSchema = z.strictObject({
  format: z.literal(1),
  id: kebab,
  title: textSchema,
  note: z.string().optional(),
  takes: z.record(name, valueSchema).optional(),
  /** By name: the type, and the CEL that gives it when a final has no `output` of that name. */
  gives: z.record(name, valueSchema).optional(),
  outcomes: z.array(name).min(1),
  triggers: z
    .strictObject({ examples: phrases.optional(), events: z.array(z.string()).optional() })
    .optional(),
  correlate: z.record(name, cel).optional(),
  slots: z.record(name, slotSchema).optional(),
  data: z.record(name, dataSchema).optional(),
  derived: z
    .record(
      name,
      z.strictObject({
        type: z.string(),
        title: textSchema.optional(),
        is: cel,
        note: z.string().optional(),
      }),
    )
    .optional(),
  start: name,
  states: z.record(name, looseStateSchema),
  on: z.record(name, onEntrySchema).optional(),
  to: z.record(z.string(), targetSchema).optional(),
  was,
})

const queueSchema = z.strictObject({
  title: textSchema,
  skills: z.array(z.string()).optional(),
  sla: period,
  hours: z.array(z.string()).optional(),
  overflow: z.string().optional(),
})

export const flowSetSchema = z.strictObject({
  format: z.literal(1),
  name: textSchema,
  locales: z.array(z.string()).min(1),
  currency: z.string().length(3),
  timeZone: z.string(),
  calendar: z.strictObject({
    workdays: z.array(z.number().int().min(1).max(7)),
    hours: z.array(z.string()),
    holidays: z.array(z.string()).optional(),
    extraWorkdays: z.array(z.string()).optional(),
    quiet: z.array(z.string()).optional(),
  }),
  parameters: z.record(
    name,
    z.strictObject({
      value: z.json(),
      source: z.string().min(1),
      type: z.string().optional(),
      title: textSchema.optional(),
    }),
  ),
  queues: z.record(name, queueSchema),
  types: z
    .record(
      kebab,
      z.strictObject({
        pattern: z.string().optional(),
        values: z.record(z.string(), optionSchema).optional(),
        title: textSchema.optional(),
      }),
    )
    .optional(),
  slots: z.record(name, slotSchema).optional(),
  defaults: z.strictObject({
    to: z.record(name, z.string()),
    states: z.record(name, looseStateSchema),
    /** How long a question may stay open before the pattern `silence`. */
    silence: period.optional(),
  }),
  events: z.record(z.string(), z.json()).optional(),
  terms: z.strictObject({ avoid: phrases.optional() }).optional(),
})

export const operationSchema = z.strictObject({
  title: textSchema.optional(),
  note: z.string().optional(),
  request: z.strictObject({
    method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
    path: z.string(),
    query: z.record(z.string(), z.string()).optional(),
  }),
  input: z.json(),
  output: z.json(),
  errors: z
    .record(
      z.string(),
      z.strictObject({
        title: textSchema.optional(),
        http: z.number().int(),
        code: z.string().optional(),
        note: z.string().optional(),
      }),
    )
    .optional(),
  effect: z.enum(["read", "write", "notify"]),
  timeout: period.optional(),
  retry: z.strictObject({ times: z.number().int().min(0), backoff: period }).optional(),
})
export const servicesSchema = z.record(z.string(), operationSchema)

const versionCommon = {
  version: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().optional(),
  approved: z.strictObject({ by: z.string(), on: z.string(), sha256: z.string().length(64) }).optional(),
}
export const wordingSchema = z.strictObject({
  format: z.literal(1),
  id: kebab,
  title: textSchema,
  basis: z.string().optional(),
  versions: z
    .array(
      z.strictObject({
        ...versionCommon,
        text: textSchema,
        /** Whole messages that accept; the first is the button's label. */
        accept: phrases,
        /** Whole messages that decline; the first is the button's label. */
        decline: phrases.optional(),
      }),
    )
    .min(1),
})

export const questionSchema = z.strictObject({
  id: name,
  ask: textSchema,
  of: z.enum(["insured", "policyholder"]).optional(),
  /** Questions of one group are shown together by a checkpoint that names it. */
  group: name.optional(),
  /** What it is about in a word or two, for read-backs. */
  title: textSchema.optional(),
  /** Other words for that, by which an answer may name it: 抽烟, smoke. */
  says: phrases.optional(),
  period: period.optional(),
  /** Asks for a value instead of yes, no or not sure: a number, a height, a weight. */
  type: z.enum(["integer", "number", "height", "weight"]).optional(),
  when: cel.optional(),
  /** Asked besides, once this one is answered yes. */
  followUps: z.array(name).optional(),
})
export const questionnaireSchema = z.strictObject({
  format: z.literal(1),
  id: kebab,
  title: textSchema,
  basis: z.string().optional(),
  versions: z
    .array(
      z.strictObject({
        ...versionCommon,
        intro: textSchema.optional(),
        questions: z.array(questionSchema).min(1),
      }),
    )
    .min(1),
})

export const knowledgeSchema = z.array(
  z.strictObject({
    id: kebab,
    ask: phrases,
    say: textSchema,
    about: z.array(z.string()).optional(),
    source: z.string().optional(),
    offers: z.string().optional(),
    /** The flow that tells a customer whom we know the same of his own contract. */
    personal: z.string().optional(),
    was,
  }),
)

/** The insurer's products by id, with the clauses of their contracts by number. */
export const productsSchema = z.record(
  kebab,
  z.strictObject({
    title: textSchema,
    onSale: z.boolean(),
    clauses: z.record(z.string().regex(/^\d+(\.\d+)*$/, "the number of a clause, such as 1.4"), textSchema),
  }),
)

const selector = z.union([z.string(), z.array(z.string())])
export const rulesSchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: kebab,
      title: textSchema.optional(),
      basis: z.string().optional(),
      requires: z
        .strictObject({
          of: selector,
          where: cel.optional(),
          all: z.array(z.string()).optional(),
          any: z.array(z.string()).optional(),
        })
        .optional(),
      holds: z.strictObject({ of: selector, is: cel }).optional(),
      never: selector.optional(),
      leadsTo: z
        .strictObject({ after: selector, eventually: z.array(z.string()), within: period.optional() })
        .optional(),
      atMost: z
        .strictObject({ of: selector, times: z.number().int().min(0), per: z.enum(["run", "conversation"]) })
        .optional(),
      reachable: z
        .strictObject({
          from: selector,
          to: selector,
          withinTurns: z.number().int().optional(),
          without: z.string().optional(),
        })
        .optional(),
    }),
  ),
})

export type TextDocument = z.infer<typeof textSchema>
export type PhrasesDocument = z.infer<typeof phrases>
export type ValueDocument = z.infer<typeof valueSchema>
export type DataDocument = z.infer<typeof dataSchema>
export type TargetDocument = z.infer<typeof targetSchema>
export type SayDocument = z.infer<typeof saySchema>
export type SayItemDocument = z.infer<typeof sayItemSchema>
export type OnEntryDocument = z.infer<typeof onEntrySchema>
export type SlotDocument = z.infer<typeof slotSchema>
export type OptionDocument = z.infer<typeof optionSchema>
export type StateDocument = z.infer<typeof looseStateSchema>
export type FlowDocument = z.infer<typeof flowSchema>
export type FlowSetDocument = z.infer<typeof flowSetSchema>
export type QueueDocument = z.infer<typeof queueSchema>
export type OperationDocument = z.infer<typeof operationSchema>
export type WordingDocument = z.infer<typeof wordingSchema>
export type QuestionnaireDocument = z.infer<typeof questionnaireSchema>
export type KnowledgeDocument = z.infer<typeof knowledgeSchema>
export type ProductsDocument = z.infer<typeof productsSchema>
export type RulesDocument = z.infer<typeof rulesSchema>

export { cel as celSchema, name as nameSchema, period as periodSchema, phrases as phrasesSchema }
