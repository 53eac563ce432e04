import { z } from "zod"
import { type SlotDocument, saySchema, stateCommon } from "../document/schema.ts"
import { type ActContext, partsOfSay, type StateAct, type StateKind } from "./kind.ts"

const schema = z.strictObject({
  ...stateCommon,
  type: z.literal("collect"),
  slots: z.array(z.string()).min(1),
  attempts: z.number().int().min(1).optional(),
  confirm: z.literal("summary").optional(),
  /** Stands above the read-back of `confirm: summary`. */
  say: saySchema.optional(),
})
export type CollectState = z.infer<typeof schema>

const defaultAttempts = 3

/** Fills slots, one question a message; with `confirm: summary` reads all back before it is left. */
export const collect: StateKind<CollectState> = {
  type: "collect",
  schema,
  exits: () => [{ name: "filled" }, { name: "failed" }, { name: "declined", optional: true }],
  expressions: (state) => partsOfSay(state.say, "say").expressions,
  texts: (state) => partsOfSay(state.say, "say").texts,
  slots: (state) => state.slots,
  act(state, context) {
    let checking = false
    for (const name of state.slots) {
      const act = actOnSlot(name, state.attempts ?? defaultAttempts, context)
      if (act === "checking") checking = true
      else if (act !== null) return act
    }
    if (checking) return { is: "await-check" }
    if (state.confirm === "summary") {
      const [first = ""] = state.slots
      return { is: "ask", slot: first, mode: "summary" }
    }
    return { is: "exit", exit: "filled" }
  },
}

/** What is to be done about one slot: nothing (`null`), wait for its check, or an act. */
function actOnSlot(name: string, attempts: number, context: ActContext): StateAct | "checking" | null {
  const slot = context.slot(name)
  const document = context.slotDocument(name)
  if (document === undefined) return { is: "exit", exit: "failed", problem: `slot "${name}" is not declared` }
  if (document.when !== undefined) {
    const holds = context.evaluate(document.when)
    if (!holds.ok || holds.value !== true) {
      return slot?.value === undefined ? null : { is: "clear-slot", slot: name }
    }
  }
  if (slot?.status === "checking") return "checking"
  if (slot?.status === "refused") return null
  const offered = slot?.value === undefined ? null : context.offeredKeys(name)
  if (offered !== null && !isOffered(slot?.value, offered)) return { is: "clear-slot", slot: name }
  if ((slot?.misses ?? 0) >= attempts) return { is: "exit", exit: "failed" }
  if (slot?.status === "offered") {
    if (document.needs === undefined || context.stands(document.needs))
      return { is: "ask", slot: name, mode: "confirm-offered" }
    return {
      is: "exit",
      exit: "failed",
      problem: `slot "${name}" needs the checkpoint "${document.needs}", which does not stand`,
    }
  }
  if (slot?.status === "filled") {
    const unsure = slot.certain === false && document.confirm !== "never"
    if (unsure) return { is: "ask", slot: name, mode: "confirm-value" }
    return isEnough(document, context) ? null : { is: "ask", slot: name, mode: "ask" }
  }
  if (document.type === "list" && slot?.draft === undefined && Array.isArray(slot?.value))
    return { is: "ask", slot: name, mode: "more" }
  // What is only heard is confirmed once its checkpoint stands, and never asked.
  if (document.ask === undefined && document.optional === true && document.needs !== undefined) return null
  if (document.default !== undefined) return { is: "default-slot", slot: name, value: document.default }
  if (document.needs !== undefined && !context.stands(document.needs)) {
    return {
      is: "exit",
      exit: "failed",
      problem: `slot "${name}" needs the checkpoint "${document.needs}", which does not stand`,
    }
  }
  const keys = context.offeredKeys(name)
  if (keys !== null && keys.length === 0) {
    return document.optional === true
      ? null
      : { is: "exit", exit: "failed", problem: `slot "${name}" has nothing to choose from` }
  }
  return { is: "ask", slot: name, mode: "ask" }
}

/** Whether no more files are asked for. */
function isEnough({ until }: SlotDocument, context: ActContext): boolean {
  if (until === undefined) return true
  const enough = context.evaluate(until)
  return enough.ok && enough.value === true
}

function isOffered(value: unknown, keys: readonly string[]): boolean {
  if (Array.isArray(value)) return value.every((key) => keys.includes(String(key)))
  return keys.includes(String(value))
}
