import { describe, expect, it } from "vitest"
import type { SlotView, UnderstandContext } from "../../../engine/types.ts"
import { asking, read, rows, slots } from "./sample-context.ts"

const stays: SlotView = {
  type: "list",
  names: ["住院经历", "hospital stays"],
  of: {
    hospital: { type: "text", names: ["医院", "hospital"] },
    days: { type: "integer", names: ["天数", "days"] },
    since: { type: "date", names: ["入院日期", "date of admission"], prefer: "past" },
    cost: { type: "money", names: ["费用", "cost"] },
  },
}
const told = [
  { hospital: "市一医院", days: 3 },
  { hospital: "协和医院", days: 5 },
]
const context = (slot: string, filled = {}): UnderstandContext => ({
  ...asking(slot, filled),
  slots: { policyNo: slots.policyNo ?? stays, stays },
})
const more: UnderstandContext = {
  ...context("", { stays: told }),
  asking: { kind: "confirmation", slot: "stays" },
}

const illness: SlotView = {
  type: "choice",
  names: ["是哪一项", "matter"],
  options: [
    { key: "hypertension", label: "高血压", says: ["hypertension"] },
    { key: "diabetes", label: "糖尿病", says: ["diabetes"] },
  ],
}
/** Whether there is another stay is asked, and who else has paid is open. */
const payers: UnderstandContext = {
  ...more,
  slots: {
    ...more.slots,
    otherPayers: {
      type: "choices",
      names: ["其他已报销"],
      options: [
        { key: "publicInsurance", label: "医保报过", says: ["医保", "医保报了"] },
        { key: "employer", label: "单位报过", says: ["单位", "单位报了"] },
      ],
    },
  },
}
/** The field of a list is asked, and a slot of the same options is open. */
const matter: UnderstandContext = {
  ...asking("details.matter"),
  slots: { mentioned: illness, details: { type: "list", names: ["情况说明"], of: { matter: illness } } },
}

describe("understand: lists", () => {
  it.each(
    rows([
      [context("stays.hospital"), "市一医院", ["set-slot stays.hospital=市一医院 (answer)"]],
      [
        context("stays.hospital"),
        "市一医院，入院日期是2月1号",
        ["set-slot stays.hospital=市一医院 (answer)", "set-slot stays.since=2026-02-01"],
      ],
      [
        context("stays.since"),
        "2月1号5000块",
        ["set-slot stays.since=2026-02-01 (answer)", "set-slot stays.cost=5000"],
      ],
      [
        context("stays.since"),
        "2月1号，在县中医院",
        ["set-slot stays.since=2026-02-01 (answer)", "set-slot stays.hospital=县中医院"],
      ],
      [
        context("stays.since"),
        "february 1st at St Mary's hospital",
        ["set-slot stays.since=2026-02-01 (answer)", "set-slot stays.hospital=St Mary's hospital"],
      ],
      [
        context("stays.days"),
        "5天，住的是市一院",
        ["set-slot stays.days=5 (answer)", "set-slot stays.hospital=市一院"],
      ],
      [context("stays.days"), "5天，在医院", ["set-slot stays.days=5 (answer)"]],
      [context("stays.days"), "5天", ["set-slot stays.days=5 (answer)"]],
      [context("stays.since"), "2月1号", ["set-slot stays.since=2026-02-01 (answer)"]],
      [context("stays.since"), "不记得了", ["skip?"]],
      [matter, "您好，高血压", ["set-slot details.matter=hypertension (answer)"]],
      [matter, "hypertension please", ["set-slot details.matter=hypertension (answer)"]],
      [context("policyNo", { stays: told.slice(0, 1) }), "天数不对，是4天", ["correct-slot stays.1.days=4"]],
      [
        context("policyNo", { stays: told.slice(0, 1) }),
        "医院写错了，是协和医院",
        ["correct-slot stays.1.hospital=协和医院?"],
      ],
      [
        context("stays.hospital"),
        "市一医院 入院日期是2月1号",
        ["set-slot stays.hospital=市一医院 (answer)", "set-slot stays.since=2026-02-01"],
      ],
      [context("policyNo", { stays: told }), "删掉第二个", ["correct-slot stays.2"]],
      [context("policyNo", { stays: told }), "delete the second", ["correct-slot stays.2"]],
      [context("policyNo", { stays: told }), "remove the last one", ["correct-slot stays.2"]],
      [context("policyNo", { stays: told }), "协和医院那次去掉", ["correct-slot stays.2"]],
      [
        context("policyNo", { stays: told }),
        "第二个的医院改成省人民医院",
        ["correct-slot stays.2.hospital=省人民医院"],
      ],
      [payers, "医保报了四千一", ['set-slot otherPayers=["publicInsurance"]']],
      [payers, "没有了，单位报了两千", ["deny", 'set-slot otherPayers=["employer"]']],
      [more, "没有了", ["deny"]],
      [more, "还有", ["affirm"]],
      [more, "还有一次", ["affirm"]],
      [more, "one more", ["affirm"]],
      [more, "there is another one", ["affirm"]],
      [more, "删掉第一个", ["correct-slot stays.1"]],
    ]),
  )("[U2] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })
})
