import { z } from "zod"
import { saySchema, stateCommon } from "../document/schema.ts"
import { partsOfSay, type StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("message"),
  say: saySchema.optional(),
  wording: z.string().optional(),
  /** Other words by the customer's mood: `calm`, `upset`, `distressed`. */
  tone: z.partialRecord(z.enum(["calm", "upset", "distressed"]), saySchema).optional(),
})
export type MessageState = z.infer<typeof schema>

/** Says something and goes on at once. */
export const message: StateKind<MessageState> = {
  type: "message",
  schema,
  exits: () => [{ name: "next" }],
  expressions: (state) => sayings(state).flatMap(([at, say]) => partsOfSay(say, at).expressions),
  texts: (state) => sayings(state).flatMap(([at, say]) => partsOfSay(say, at).texts),
  act: (state) => ({
    is: "say",
    ...(state.say === undefined ? {} : { say: state.say }),
    ...(state.wording === undefined ? {} : { wording: state.wording }),
    exit: "next",
  }),
}

function sayings(state: MessageState) {
  return [
    ["say", state.say] as const,
    ...Object.entries(state.tone ?? {}).map(([tone, say]) => [`tone.${tone}`, say] as const),
  ]
}
