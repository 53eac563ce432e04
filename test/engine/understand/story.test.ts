import { describe, expect, it } from "vitest"
import type { SlotView } from "../../../engine/types.ts"
import { asking, read } from "./sample-context.ts"

const details: SlotView = {
  type: "list",
  names: ["情况说明"],
  of: {
    matter: {
      type: "choice",
      names: ["哪一项"],
      options: [
        { key: "hypertension", label: "高血压", says: ["high blood pressure"] },
        { key: "medicine", label: "长期用药" },
      ],
    },
    since: { type: "text", names: ["什么时候发现的", "查出", "since", "found"] },
    treatment: { type: "text", names: ["诊断和治疗", "吃", "药", "taking"] },
    present: { type: "text", names: ["目前情况", "现在", "now"] },
  },
}
const context = (slot: string) => ({ ...asking(slot), slots: { details } })

describe("understand: a record told as a story", () => {
  it("[U2] gives each clause to the text field whose words it says", () => {
    expect(
      read(context("details.matter"), "高血压，2018年体检查出来的，吃氨氯地平，每天一片药，现在130/80"),
    ).toEqual([
      "set-slot details.matter=hypertension (answer)",
      "set-slot details.since=2018年体检查出来的",
      "set-slot details.treatment=吃氨氯地平，每天一片药",
      "set-slot details.present=现在130/80",
    ])
  })

  it("[U2] does so in English", () => {
    expect(
      read(
        { ...context("details.matter"), locale: "en" },
        "high blood pressure, found in 2018, taking amlodipine",
      ),
    ).toEqual([
      "set-slot details.matter=hypertension (answer)",
      "set-slot details.since=found in 2018",
      "set-slot details.treatment=taking amlodipine",
    ])
  })

  it("[U2] takes no clause apart where a text is asked", () => {
    expect(read(context("details.since"), "2018年查出来的，吃着药，现在还行")).toEqual([
      "set-slot details.since=2018年查出来的，吃着药，现在还行 (answer)",
    ])
  })
})
