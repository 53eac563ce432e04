import type { DataClass } from "../../engine/types.ts"
import type { ConversationKeys } from "./keyring.ts"
import { seal, unseal } from "./sealing.ts"

/** Returns a value sealed for one place of a conversation: `state/3`, `entry/12`, `call/<id>`, `answer/<key>`. */
export function sealJson(
  keys: ConversationKeys,
  conversation: string,
  place: string,
  value: unknown,
  dataClass: DataClass = "conversation",
): Buffer {
  return seal(keys.key(dataClass), `${conversation}/${place}`, JSON.stringify(value))
}

/** Returns the value sealed for this place. The seal is authenticated, so its shape is that of what was sealed there. */
export function unsealJson<T>(
  keys: ConversationKeys,
  conversation: string,
  place: string,
  sealed: Buffer,
  dataClass: DataClass = "conversation",
): T {
  return JSON.parse(unseal(keys.key(dataClass), `${conversation}/${place}`, sealed).toString("utf8"))
}
