import { z } from "zod"
import {
  celSchema,
  nameSchema,
  periodSchema,
  saySchema,
  stateCommon,
  textSchema,
} from "../document/schema.ts"
import { partsOfSay, type StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("handoff"),
  queue: z.string(),
  skills: z.array(z.string()).optional(),
  priority: z.number().int().min(0).max(9).optional(),
  reason: textSchema.optional(),
  sla: periodSchema.optional(),
  fills: z.array(z.string()).optional(),
  returns: z.array(nameSchema).optional(),
  /** The one of `returns` that proves who the customer is: whose id, and to which level. */
  proves: z.strictObject({ by: nameSchema, id: celSchema, level: z.number().int().min(1).max(3) }).optional(),
  /** Keeps as `data.<name>` what came back: the outcome, the agent, the time, and the proof. */
  save: nameSchema.optional(),
  /** Said to the customer while the queue is asked. */
  say: saySchema.optional(),
})
export type HandoffState = z.infer<typeof schema>

/** A person takes over and gives back a typed result: one of this state's own exits, and slots. */
export const handoff: StateKind<HandoffState> = {
  type: "handoff",
  schema,
  exits: (state) => [
    { name: "returned" },
    ...(state.returns ?? []).map((name) => ({ name })),
    { name: "unavailable" },
    { name: "timeout" },
  ],
  expressions: (state) => [
    ...partsOfSay(state.say, "say").expressions,
    ...(state.proves === undefined ? [] : [{ path: ["proves", "id"], source: state.proves.id }]),
  ],
  texts: (state) => [
    ...partsOfSay(state.say, "say").texts,
    ...(state.reason === undefined ? [] : [{ path: ["reason"], text: state.reason }]),
  ],
  act(state, context) {
    const queue = context.isQueueOpen(state.queue)
    return queue === null ? { is: "exit", exit: "unavailable", because: ["now"] } : { is: "handoff", queue }
  },
}
