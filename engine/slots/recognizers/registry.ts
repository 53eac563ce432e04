import type { Recognizer } from "../recognition.ts"
import { address } from "./address.ts"
import { bankCard } from "./bank-card.ts"
import { height, weight } from "./body-measure.ts"
import { boolean } from "./boolean.ts"
import { choice } from "./choice.ts"
import { choices } from "./choices.ts"
import { date } from "./date.ts"
import { dateRange } from "./date-range.ts"
import { datetime } from "./datetime.ts"
import { documents } from "./documents.ts"
import { duration } from "./duration.ts"
import { email } from "./email.ts"
import { idCard } from "./id-card.ts"
import { money } from "./money.ts"
import { integer, number } from "./number.ts"
import { pattern } from "./pattern.ts"
import { percent } from "./percent.ts"
import { personName } from "./person-name.ts"
import { phone } from "./phone.ts"
import { place } from "./place.ts"
import { policyNumber } from "./policy-number.ts"
import { text } from "./text.ts"

/**
 * Returns the recogniser of a built-in type. A declared type is read by its pattern, or as one of its
 * options; `null` for a name that is neither.
 */
export function recognizerOf(
  type: string,
  declared: { readonly hasPattern: boolean; readonly hasOptions: boolean },
): Recognizer | null {
  const builtIn = BUILT_IN.get(type)
  if (builtIn !== undefined) return builtIn
  if (declared.hasPattern) return pattern
  return declared.hasOptions ? choice : null
}

const BUILT_IN: ReadonlyMap<string, Recognizer> = new Map<string, Recognizer>([
  ["text", text],
  ["integer", integer],
  ["number", number],
  ["height", height],
  ["weight", weight],
  ["money", money],
  ["percent", percent],
  ["boolean", boolean],
  ["choice", choice],
  ["choices", choices],
  ["date", date],
  ["datetime", datetime],
  ["date-range", dateRange],
  ["duration", duration],
  ["person-name", personName],
  ["phone", phone],
  ["email", email],
  ["id-card", idCard],
  ["bank-card", bankCard],
  ["policy-number", policyNumber],
  ["address", address],
  ["place", place],
  ["documents", documents],
])
