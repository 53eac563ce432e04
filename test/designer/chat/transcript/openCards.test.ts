import { describe, expect, it } from "vitest"
import type { CustomerEntry } from "../../../../designer/api/entry.ts"
import { isShownAgain } from "../../../../designer/chat/transcript/openCards.ts"
import { bot, customer } from "../entries.ts"

function card(index: number, text: string): CustomerEntry {
  const content = {
    is: "checkpoint",
    wording: "loss",
    version: "1",
    title: "告知书",
    text,
    accept: "同意",
    decline: "暂不同意",
  } as const
  return { ...bot(index), personal: { content } } as CustomerEntry
}

describe("isShownAgain", () => {
  it("is so for a text that stands again further down, after a question in between", () => {
    const entries = [card(1, "可得100元"), customer(2), bot(3), card(4, "可得100元")]
    expect(isShownAgain(entries, 1)).toBe(true)
    expect(isShownAgain(entries, 4)).toBe(false)
  })

  it("is not so when the later text says something else, nor for what is no card", () => {
    const entries = [card(1, "可得100元"), bot(2), card(3, "可得90元")]
    expect(isShownAgain(entries, 1)).toBe(false)
    expect(isShownAgain(entries, 2)).toBe(false)
  })
})
