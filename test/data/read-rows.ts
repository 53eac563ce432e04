import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

/** Returns the rows of a file of this folder, JSON Lines, packed or not. */
export function readRows<Row>(name: string): readonly Row[] {
  const bytes = readFileSync(new URL(name, import.meta.url))
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row)
}
