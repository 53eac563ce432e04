import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { tokens } from "../../../server/sample-insurer/pages/tokens.ts"

describe("the tokens", () => {
  const values = (css: string) =>
    [...css.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value])
  const own = Object.fromEntries(values(readFileSync("designer/ui/tokens.css", "utf8")))

  it.each(values(tokens))("are the same in the sample insurer's pages: %s", (name, value) => {
    expect(own[name ?? ""]).toBe(value)
  })
})
