import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

describe("place", () => {
  it.each([
    ["我昨天在家摔了一跤", "家"],
    ["我妈昨天早上在小区门口滑倒了", "小区门口"],
    ["孩子在学校操场打球时被撞了", "学校操场"],
    ["上周三在人民路上出了车祸", "人民路上"],
    ["在工地干活的时候砸伤了脚", "工地"],
    ["我在单位食堂不小心烫伤了", "单位食堂"],
    ["I slipped in the kitchen yesterday", "the kitchen"],
    ["my son fell off a ladder at school", "school"],
    ["I was hit by a car outside our local supermarket", "our local supermarket"],
  ])("[S3] reads in %s: %s", (text, value) => {
    expect(recognize("place", text, NOW)).toMatchObject({ value, text: value, certain: true })
  })

  it.each([
    "在吗",
    "我在昨天晚上摔了一跤",
    "我在三月二号受伤的",
    "在这期间受伤怎么办",
    "我要报案",
    "我叫沈涛，身份证忘了",
    "I fell on Monday",
    "my mother is in hospital",
    "I want to talk to somebody at once",
  ])("[S2] reads no place in %s", (text) => {
    expect(recognize("place", text, NOW)).toBeNull()
  })
})
