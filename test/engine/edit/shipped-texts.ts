import { readdirSync, readFileSync } from "node:fs"

const folder = new URL("../../../flows/", import.meta.url)

/** Returns the texts of the shipped flow set. */
export function shippedTexts(): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  return Object.fromEntries(
    names
      .filter((name) => /\.(yaml|json)$/.test(name))
      .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  )
}
