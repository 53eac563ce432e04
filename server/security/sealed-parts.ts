import type { DataClass } from "../../engine/types.ts"
import type { ConversationKeys } from "./keyring.ts"
import { sealJson, unsealJson } from "./vault.ts"

/** The classes by the number that stands for them in what is stored: only ever added to at the end. */
const CLASSES: readonly DataClass[] = ["conversation", "identity", "health", "financial", "contact"]
const HEADER_BYTES = 5

/** Returns values sealed for one place, each under the key of its class: class, length and sealed bytes of each. */
export function sealParts(
  keys: ConversationKeys,
  conversation: string,
  place: string,
  parts: ReadonlyMap<DataClass, unknown>,
): Buffer {
  const all: Buffer[] = []
  for (const [dataClass, value] of parts) {
    const sealed = sealJson(keys, conversation, place, value, dataClass)
    const header = Buffer.allocUnsafe(HEADER_BYTES)
    header.writeUInt8(CLASSES.indexOf(dataClass), 0)
    header.writeUInt32BE(sealed.length, 1)
    all.push(header, sealed)
  }
  return Buffer.concat(all)
}

/** Returns what was sealed, by class. Throws when it was changed, moved, or a class is not known. */
export function unsealParts<T>(
  keys: ConversationKeys,
  conversation: string,
  place: string,
  stored: Buffer,
): ReadonlyMap<DataClass, T> {
  const parts = new Map<DataClass, T>()
  for (let at = 0; at < stored.length; ) {
    const dataClass = CLASSES[stored.readUInt8(at)]
    if (dataClass === undefined) throw new Error(`What is stored at "${place}" is of a class not known here.`)
    const start = at + HEADER_BYTES
    const end = start + stored.readUInt32BE(at + 1)
    parts.set(dataClass, unsealJson(keys, conversation, place, stored.subarray(start, end), dataClass))
    at = end
  }
  return parts
}
