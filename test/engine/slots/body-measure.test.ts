import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const read = (type: string, text: string) =>
  recognize(type, text, { locale: "zh", now: "2026-03-02T10:00:00+08:00" })

describe("height and weight", () => {
  it.each([
    ["height", "172", 172],
    ["height", "身高172cm", 172],
    ["height", "1米7", 170],
    ["height", "一米七五", 175],
    ["height", "1.68m", 168],
    ["height", "5 feet 8", 172.7],
    ["weight", "65公斤", 65],
    ["weight", "130斤", 65],
    ["weight", "一百三十斤", 65],
    ["weight", "62.5 kg", 62.5],
    ["weight", "143 lbs", 64.9],
  ])("[S3] %s reads %s", (type, text, value) => {
    expect(read(type, text)).toMatchObject({ value, certain: true })
  })

  it.each([
    ["height", "我有3个孩子"],
    ["height", "999"],
    ["weight", "没有"],
  ])("[S2] %s reads nothing in %s", (type, text) => {
    expect(read(type, text)).toBeNull()
  })
})
