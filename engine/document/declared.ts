import type { DataDocument, ValueDocument } from "./schema.ts"

/** Returns the type, or the flow and operation, that `takes` and `gives` say of a value, however it is written. */
export function typeOfDeclared(declared: ValueDocument): string {
  return typeof declared === "string" ? declared : declared.type
}

/** Returns the operation, flow, event, questionnaire or wording that `data` say a value is from. */
export function sourceOfDeclared(declared: DataDocument): string {
  return typeof declared === "string" ? declared : declared.from
}
