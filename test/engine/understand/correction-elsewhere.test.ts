import { describe, expect, it } from "vitest"
import type { UnderstandContext } from "../../../engine/index.ts"
import { asking, read } from "./sample-context.ts"

const idLast4 = { type: "id-last-four", pattern: "\\d{3}[0-9Xx]", names: ["证件号后四位"], elsewhere: true }

/** The last four of an identity card were told in a sub-flow that is over; now the account is asked. */
const afterIdentify: UnderstandContext = (() => {
  const context = asking("account", { idLast4: "1036" })
  return { ...context, slots: { ...context.slots, idLast4 } }
})()

describe("understand: a correction while a value of the same form was told elsewhere", () => {
  it.each([
    ["退到尾号8120的卡，不对，是6621", ["set-slot account=A6621"]],
    ["不对，是6621", ["set-slot account=A6621"]],
    ["证件号后四位不对，是1037", ["correct-slot idLast4=1037"]],
  ])("[U3] reads %s", (text, expected) => {
    expect(read(afterIdentify, text)).toEqual(expected)
  })
})
