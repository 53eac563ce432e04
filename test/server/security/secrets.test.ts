import { describe, expect, it } from "vitest"
import { createSecrets } from "../../../server/security/secrets.ts"

describe("ids of conversations", () => {
  it("differ, and begin alike when they are given at the same time", () => {
    const { conversationId } = createSecrets()
    const ids = Array.from({ length: 1_000 }, conversationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^c_[\w-]{22}$/)
    // The 24 highest bits of the millisecond: the same for more than four hours.
    expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBe(1)
  })
})
