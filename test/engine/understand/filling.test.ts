import { describe, expect, it } from "vitest"
import type { SlotView, UnderstandContext, Values } from "../../../engine/types.ts"
import { read, rows } from "./sample-context.ts"

const slots: Readonly<Record<string, SlotView>> = {
  happenedOn: { type: "date", names: ["出险日期", "date of the accident"], prefer: "past" },
  discharged: { type: "date", names: ["出院日期", "discharge date"], prefer: "past" },
  total: { type: "money", names: ["总费用", "total cost"] },
  covered: { type: "money", names: ["医保报销金额", "covered by social insurance"] },
  own: { type: "money", names: ["自付金额", "out of pocket"] },
  stay: { type: "duration", names: ["住院天数", "length of stay"] },
  phone: { type: "phone", names: ["联系电话", "phone number"] },
  smokes: { type: "boolean", names: ["是否吸烟"] },
  conditions: {
    type: "choices",
    names: ["既往症"],
    options: [
      { key: "hypertension", label: "高血压" },
      { key: "diabetes", label: "糖尿病" },
      { key: "cancer", label: "癌症" },
    ],
  },
}

const within = (filled: Values = {}): UnderstandContext => ({
  locale: "zh",
  now: "2026-03-04T10:00:00+08:00",
  slots,
  intents: [],
  flow: "claims",
  filled,
})
const asking = (slot: string, filled: Values = {}): UnderstandContext => ({
  ...within(filled),
  asking: { kind: "slot", slot },
})
const confirming = (slot: string, filled: Values): UnderstandContext => ({
  ...within(filled),
  asking: { kind: "confirmation", slot },
})

describe("understand: which value is for which slot", () => {
  const bill = ["set-slot total=3280", "set-slot covered=1200", "set-slot own=2080"]
  it.each(
    rows([
      [asking("total"), "总共花了3280块,医保报了1200,自付2080", bill],
      [asking("total"), "一共三千二百八，医保报了一千二，自己掏了两千零八十", bill],
      [asking("phone"), "医保报了1200", ["set-slot covered=1200"]],
      [asking("total"), "3280，医保报1200", ["set-slot total=3280 (answer)", "set-slot covered=1200"]],
      [asking("phone"), "花了3280", ["unknown"]],
      [
        asking("happenedOn"),
        "2月20号住院3月1号出院",
        ["set-slot happenedOn=2026-02-20 (answer)", "set-slot discharged=2026-03-01"],
      ],
      [asking("stay"), "住了三天两夜", ["set-slot stay=P3D (answer)"]],
      [asking("covered"), "没报", ["set-slot covered=0 (answer)?"]],
      [asking("smokes"), "抽", ["set-slot smokes=true (answer)?"]],
      [
        asking("conditions"),
        "高血压和糖尿病，癌症没有",
        ['set-slot conditions=["hypertension","diabetes"] (answer)'],
      ],
      [asking("conditions"), "除了癌症都有", ['set-slot conditions=["hypertension","diabetes"] (answer)']],
      [asking("conditions"), "都没有", ["set-slot conditions=[] (answer)"]],
    ]),
  )("[U2] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })
})

describe("understand: which slot is corrected", () => {
  const money = { total: 3280, covered: 1200 }
  const dates = { happenedOn: "2026-02-25", discharged: "2026-03-01" }
  it.each(
    rows([
      [asking("own", money), "总费用改成3580", ["correct-slot total=3580"]],
      [asking("own", money), "不是3280是3580", ["correct-slot total=3580"]],
      [asking("own", money), "我说错了，医保是1500", ["correct-slot covered=1500"]],
      [
        asking("own", money),
        "说错了，是1500",
        ["clarify [correct-slot total=1500? | correct-slot covered=1500?]"],
      ],
      [asking("own", money), "刚才的金额写错了", ["clarify [correct-slot total? | correct-slot covered?]"]],
      [
        asking("phone", dates),
        "日期错了，是2月28号",
        ["clarify [correct-slot happenedOn=2026-02-28? | correct-slot discharged=2026-02-28?]"],
      ],
      [asking("phone", dates), "出院那个日期说错了，2月28号", ["correct-slot discharged=2026-02-28"]],
      [asking("phone", dates), "2月25号不对，应该是26号", ["correct-slot happenedOn=2026-02-26"]],
      [asking("own", { phone: "13900000000" }), "手机号删掉", ["correct-slot phone"]],
      [asking("phone", { phone: "13900000000" }), "号码尾号不是0000是0001", ["unknown"]],
    ]),
  )("[U3] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each(
    rows([
      [confirming("phone", { phone: "13900000000" }), "和上次一样", ["affirm"]],
      [confirming("phone", { phone: "13900000000" }), "还是那个", ["affirm"]],
      [confirming("phone", { phone: "13900000000" }), "same as last time", ["affirm"]],
      [confirming("phone", { phone: "13900000000" }), "号码不对", ["deny"]],
      [confirming("phone", { phone: "13900000000" }), "换了", ["deny"]],
      [
        confirming("phone", { phone: "13900000000" }),
        "不对，换成13812345678",
        ["correct-slot phone=13812345678"],
      ],
    ]),
  )("[U3] takes $text for what was read back", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })
})
