import { z } from "zod"

const values = z.record(z.string(), z.json())
const phrases = z.record(z.string(), z.array(z.string().min(1)).min(1))

const customerSchema = z.strictObject({
  note: z.string().optional(),
  now: z.string(),
  /** Of a signed-in channel; without it nobody is known. */
  customer: z.strictObject({ id: z.string(), level: z.number() }).optional(),
  /** What he may begin with, in his own words. */
  wants: phrases,
  /**
   * What he knows, by the slot or the question of a questionnaire that asks for it. What is said otherwise in each
   * language is `{ zh, en }`. Among files, `later` puts the others off.
   */
  facts: values.optional(),
  /** The facts that he may tell before they are asked. */
  mentions: z.array(z.string()).optional(),
  /** By slot: what he may say by mistake, to correct it later. */
  slips: values.optional(),
  /** By wording: what he does not accept; he accepts the others. */
  declines: z.array(z.string()).optional(),
  /** Other wishes that he may come up with in the middle, and come back from. */
  asides: phrases.optional(),
  /** By queue: the outcome with which a person gives back. Whoever has none reaches his goal without a person. */
  desk: z.record(z.string(), z.string()).optional(),
  /** What happens while the matter rests at a state: people act in the core system, or he comes back and says something. */
  meanwhile: z
    .array(
      z.union([
        z.strictObject({ at: z.string(), core: z.string() }),
        z.strictObject({ at: z.string(), says: phrases }),
      ]),
    )
    .optional(),
  /** The facts that all his first words tell; they are not to be asked. */
  tells: z.array(z.string()).optional(),
  goal: z.strictObject({
    /** The flow's outcome, or the state at which the matter rests. */
    ends: z.string().optional(),
    at: z.string().optional(),
    /** By operation: what the core system must have received last. No other write may reach it. */
    receives: z.record(z.string(), values).optional(),
    /** By operation: the one that amends what it told; the core then has the one with the other's on top. */
    amendedBy: z.record(z.string(), z.string()).optional(),
  }),
  turnsAtMost: z.number().int().min(1),
})

/** A flow's `customers.yaml`: people with facts and a goal, who are simulated against it. */
export const customersSchema = z.strictObject({
  flow: z.string(),
  customers: z.record(z.string(), customerSchema),
})

export type CustomerDocument = z.infer<typeof customerSchema>
export type CustomersDocument = z.infer<typeof customersSchema>

/** Whether a file of the flow set describes simulated customers. */
export function isCustomers(file: string): boolean {
  return file.endsWith("/customers.yaml")
}
