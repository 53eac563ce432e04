import fc from "fast-check"
import type { Change } from "../../../engine/document/change.ts"
import type { Path } from "../../../engine/document/tree.ts"
import type { Json } from "../../../engine/types.ts"

/** Texts that YAML reads wrongly without quotes, and what flows are made of. */
export const someText = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "true",
    "null",
    "~",
    "1.0",
    "0x1f",
    "- a",
    "a: b",
    "#x",
    "a #b",
    "'",
    '"',
    "[a]",
    "{slots.a}",
  ),
  fc.constantFrom(
    "您好，请问",
    "data.quote.refund > 0",
    "!has(data.a)",
    "a\nb",
    "a\nb\n",
    "\na",
    "a\n\n",
    "a \nb",
    "a\tb",
  ),
  fc.constantFrom(
    "2026-01-01",
    "12:30",
    "1e3",
    "---",
    "|",
    ">-",
    "&a",
    "*a",
    "%x",
    "@a",
    "`a",
    "? a",
    "P1D",
    "\u2028",
    "\u0085",
  ),
  fc.string(),
  fc.string({ unit: "grapheme" }),
)
const someKey = fc.oneof(
  fc.constantFrom("zh", "en", "a", "b.c", "true", "null", "1", "a b", "是", "x-y"),
  fc.string({ minLength: 1 }),
)

export const someJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    someText,
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(
      someKey.filter((key) => key !== "__proto__"),
      tie("json"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).json

/** Returns every path of a value, the root's own first. */
export function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([key, item]) =>
      pathsOf(item ?? null, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

/** A change that is made of random numbers once a value is there to be changed. */
export const someChange = fc
  .record({
    kind: fc.nat(5),
    where: fc.nat(),
    also: fc.nat(),
    before: fc.nat(),
    value: someJson,
    key: someKey,
  })
  .map((dice) => (value: Json): Change => {
    const paths = pathsOf(value).filter((path) => path.length > 0)
    const path = paths[dice.where % paths.length] ?? []
    const collections = pathsOf(value).filter((each) => typeof at(value, each) === "object")
    const into = collections[dice.also % collections.length] ?? []
    const parent = at(value, into)
    const size = Array.isArray(parent) ? parent.length : Object.keys(parent ?? {}).length
    const position = dice.before % (size + 1)
    const name = Array.isArray(parent) ? position : Object.keys(parent ?? {})[position]
    const before = position === size || name === undefined ? {} : { before: name }
    switch (dice.kind) {
      case 0:
      case 1:
        return { do: "set", path, value: dice.value }
      case 2:
        return Array.isArray(parent)
          ? { do: "insert", path: into, ...before, value: dice.value }
          : { do: "insert", path: into, key: dice.key, ...before, value: dice.value }
      case 3:
        return { do: "remove", path }
      case 4:
        return { do: "rename", path, key: dice.key }
      default:
        return { do: "move", path, to: into, ...before }
    }
  })

function at(value: Json, path: Path): Json {
  return path.reduce<Json>((found, step) => (found as Record<string | number, Json>)[step] ?? null, value)
}
