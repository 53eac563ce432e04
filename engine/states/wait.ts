import { z } from "zod"
import { celSchema, periodSchema, stateCommon } from "../document/schema.ts"
import type { StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("wait"),
  until: z
    .union([
      z.strictObject({ after: periodSchema, days: z.enum(["working", "calendar"]).optional() }),
      z.strictObject({ at: celSchema }),
    ])
    .optional(),
})
export type WaitState = z.infer<typeof schema>

/** Parks the run for what its `on` names, at most until its time has come. */
export const wait: StateKind<WaitState> = {
  type: "wait",
  schema,
  exits: (state) => (state.until === undefined ? [] : [{ name: "timeout" }]),
  expressions: (state) =>
    state.until !== undefined && "at" in state.until
      ? [{ path: ["until", "at"], source: state.until.at }]
      : [],
  texts: () => [],
  act: () => ({ is: "wait" }),
}
