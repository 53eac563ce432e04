import { z } from "zod"
import type { StateDocument } from "../document/schema.ts"
import { looseStateSchema, nameSchema, stateCommon } from "../document/schema.ts"
import type { StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("group"),
  start: z.string(),
  states: z.record(nameSchema, looseStateSchema),
  history: z.boolean().optional(),
})
export type GroupState = z.infer<typeof schema>

/** A compound state; titled in the customer's words it is a stage. Its finals' outcomes are its exits. */
export const group: StateKind<GroupState> = {
  type: "group",
  schema,
  exits: (state) => [...new Set(finalsOf(state.states))].map((name) => ({ name })),
  expressions: () => [],
  texts: () => [],
  act: () => ({ is: "wait" }),
}

function finalsOf(states: Readonly<Record<string, StateDocument>>): readonly string[] {
  return Object.values(states).flatMap((state) =>
    state.type === "final" && typeof state.outcome === "string" ? [state.outcome] : [],
  )
}
