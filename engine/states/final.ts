import { z } from "zod"
import { celSchema, nameSchema, stateCommon } from "../document/schema.ts"
import { inputExpressions, type StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("final"),
  outcome: nameSchema,
  output: z.record(z.string(), celSchema).optional(),
})
export type FinalState = z.infer<typeof schema>

/** Ends its flow, or its group, with an outcome. */
export const final: StateKind<FinalState> = {
  type: "final",
  schema,
  exits: () => [],
  expressions: (state) => inputExpressions(state.output, "output"),
  texts: () => [],
  act: (state, context) => ({
    is: "end",
    outcome: state.outcome,
    output: context.operationInput(state.output),
  }),
}
