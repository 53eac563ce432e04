import { createHmac, type KeyObject } from "node:crypto"
import { deriveKey } from "./master-key.ts"

/** Returns a function from a name and a value to a digest by which the pair can be found, but not read or guessed. */
export function createBlindIndex(master: KeyObject): (name: string, value: unknown) => Buffer {
  const key = deriveKey(master, "correlation")
  return (name, value) =>
    createHmac("sha256", key)
      .update(JSON.stringify([name, value]))
      .digest()
}
