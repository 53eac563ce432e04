import { z } from "zod"
import { celSchema, nameSchema, stateCommon, textSchema } from "../document/schema.ts"
import type { StateKind } from "./kind.ts"

const schema = z.strictObject({
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
})
export type DecisionState = z.infer<typeof schema>

/** Takes the first case that holds, else `else`; a condition whose value is missing does not hold. */
export const decision: StateKind<DecisionState> = {
  type: "decision",
  schema,
  exits: (state) => [...Object.keys(state.cases).map((name) => ({ name })), { name: "else" }],
  expressions: (state) =>
    Object.entries(state.cases).map(([name, { when }]) => ({
      path: ["cases", name, "when"],
      source: when,
      expects: "bool",
    })),
  texts: () => [],
  act(state, context) {
    const because: string[] = []
    for (const [name, { when }] of Object.entries(state.cases)) {
      because.push(when)
      const holds = context.evaluate(when)
      if (holds.ok && holds.value === true) return { is: "exit", exit: name, because }
    }
    return { is: "exit", exit: "else", because }
  },
}
