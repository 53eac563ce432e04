import type { WaitingFor } from "../../../engine/types.ts"

export type Keypad = {
  readonly inputMode: "text" | "numeric" | "decimal" | "tel" | "email"
  readonly autoComplete: "off" | "one-time-code" | "tel" | "email" | "name" | "street-address"
  /** Which placeholder fits; a key under `placeholder` of the texts. */
  readonly hint:
    | "text"
    | "answer"
    | "choice"
    | "money"
    | "number"
    | "phone"
    | "bankCard"
    | "idCard"
    | "idLast4"
    | "code"
    | "date"
    | "email"
    | "policyNumber"
    | "name"
    | "address"
    | "documents"
  /** A key that the numeric keypad lacks: the last place of an ID number. */
  readonly extraKey?: "X"
  readonly capitals?: true
  /** Offers a calendar beside the field. */
  readonly hasCalendar?: true
  /** Takes one line, so it is a field and not a growing text box. */
  readonly isField: boolean
}

const keypads: Readonly<Record<string, Keypad>> = {
  money: { inputMode: "decimal", autoComplete: "off", hint: "money", isField: true },
  number: { inputMode: "decimal", autoComplete: "off", hint: "number", isField: true },
  percent: { inputMode: "decimal", autoComplete: "off", hint: "number", isField: true },
  integer: { inputMode: "numeric", autoComplete: "off", hint: "number", isField: true },
  phone: { inputMode: "tel", autoComplete: "tel", hint: "phone", isField: true },
  "bank-card": { inputMode: "numeric", autoComplete: "off", hint: "bankCard", isField: true },
  "id-card": { inputMode: "numeric", autoComplete: "off", hint: "idCard", extraKey: "X", isField: true },
  "id-last4": { inputMode: "numeric", autoComplete: "off", hint: "idLast4", extraKey: "X", isField: true },
  "travel-document": {
    inputMode: "text",
    autoComplete: "off",
    hint: "idCard",
    capitals: true,
    isField: true,
  },
  "one-time-code": { inputMode: "numeric", autoComplete: "one-time-code", hint: "code", isField: true },
  email: { inputMode: "email", autoComplete: "email", hint: "email", isField: true },
  date: { inputMode: "text", autoComplete: "off", hint: "date", hasCalendar: true, isField: true },
  "policy-number": {
    inputMode: "text",
    autoComplete: "off",
    hint: "policyNumber",
    capitals: true,
    isField: true,
  },
  "person-name": { inputMode: "text", autoComplete: "name", hint: "name", isField: true },
  address: { inputMode: "text", autoComplete: "street-address", hint: "address", isField: false },
  documents: { inputMode: "text", autoComplete: "off", hint: "documents", isField: false },
}
const chosen: Keypad = { inputMode: "text", autoComplete: "off", hint: "choice", isField: false }
const spoken: Keypad = { inputMode: "text", autoComplete: "off", hint: "answer", isField: false }
/** Nothing is asked: whatever the customer has on his mind. */
const text: Keypad = { inputMode: "text", autoComplete: "off", hint: "text", isField: false }

const choices: ReadonlySet<string> = new Set(["choice", "choices", "boolean"])

/** Returns how the input bar takes an answer of this slot type; plain text for a type it does not know. */
export function keypadFor(input: WaitingFor["input"]): Keypad {
  if (input === undefined) return text
  return keypads[input.type] ?? (choices.has(input.type) ? chosen : spoken)
}
