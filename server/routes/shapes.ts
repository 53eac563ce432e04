import { z } from "@hono/zod-openapi"
import type { Json, WaitingFor } from "../../engine/types.ts"
import type { CustomerEntry } from "../conversation/customer-entry.ts"

/** Shapes that several resources share. What goes out is typed by the engine and described, not checked again. */
export const idParams = z.object({ id: z.string().openapi({ example: "c_8M2s0b5hQnWkqk3m1vJx3A" }) })

/** Any JSON value: what a body holds has been parsed as one. */
export const jsonShape = z
  .custom<Json>((value) => value !== undefined)
  .openapi({ type: ["string", "number", "boolean", "object", "array", "null"] })

export const waitingForShape = z.custom<WaitingFor>().openapi("WaitingFor", {
  type: "object",
  required: ["kind", "id"],
  properties: {
    kind: {
      type: "string",
      enum: ["slot", "confirmation", "checkpoint", "choice", "agent", "service", "event", "nothing"],
    },
    id: { type: "string" },
    options: {
      type: "array",
      items: { type: "object", properties: { key: { type: "string" }, label: { type: "string" } } },
    },
    input: { type: "object" },
  },
})

export const viewShape = {
  waitingFor: waitingForShape,
  holder: z.enum(["bot", "queue", "agent"]),
  state: z.string().nullable().openapi({ description: "flow/state of the run on top" }),
  status: z.enum(["open", "ended"]),
}
/** Entries as a customer may see them. */
export const customerEntriesShape = z.custom<readonly CustomerEntry[]>().openapi({
  type: "array",
  items: {
    type: "object",
    required: ["index", "at", "kind", "open"],
    properties: {
      index: { type: "integer", description: "Counts from 1 over the conversation" },
      at: { type: "string", format: "date-time" },
      kind: { type: "string", example: "bot.said" },
      open: { type: "object" },
      personal: { type: "object" },
    },
  },
})

export const answerShape = z.object({ entries: customerEntriesShape, ...viewShape }).openapi("Answer")
