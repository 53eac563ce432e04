import { z } from "zod"
import { celSchema, nameSchema, saySchema, stateCommon } from "../document/schema.ts"
import { type ExitSpec, inputExpressions, partsOfSay, type StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("service"),
  service: z.string(),
  input: z.record(z.string(), celSchema).optional(),
  save: nameSchema.optional(),
  /** A write that takes a corrected input back to the core; it also gets the first answer as `first`. */
  amend: z.string().optional(),
  /** Said before the call when the answer may take a while. */
  say: saySchema.optional(),
})
export type ServiceState = z.infer<typeof schema>

/** Calls an operation of the core and keeps its answer. */
export const service: StateKind<ServiceState> = {
  type: "service",
  schema,
  exits(state, environment) {
    const operation = environment.operation(state.service)
    const exits: ExitSpec[] = [{ name: "done" }, { name: "failed" }]
    for (const error of operation?.errors ?? []) exits.push({ name: error })
    if (operation?.effect === "write") exits.push({ name: "unknown" })
    return exits
  },
  expressions: (state) => [
    ...inputExpressions(state.input, "input"),
    ...partsOfSay(state.say, "say").expressions,
  ],
  texts: (state) => partsOfSay(state.say, "say").texts,
  act: (state, context) => ({
    is: "call",
    operation: state.service,
    input: context.operationInput(state.input),
  }),
}
