import { z } from "zod"
import { celSchema, nameSchema, stateCommon } from "../document/schema.ts"
import { inputExpressions, type StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("subflow"),
  flow: z.string(),
  input: z.record(z.string(), celSchema).optional(),
  save: nameSchema.optional(),
})
export type SubflowState = z.infer<typeof schema>

/** Runs another flow and leaves by its outcome. */
export const subflow: StateKind<SubflowState> = {
  type: "subflow",
  schema,
  exits: (state, environment) => (environment.outcomes(state.flow) ?? []).map((name) => ({ name })),
  expressions: (state) => inputExpressions(state.input, "input"),
  texts: () => [],
  act: (state, context) => ({ is: "enter", flow: state.flow, input: context.operationInput(state.input) }),
}
