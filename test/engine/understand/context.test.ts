import { describe, expect, it } from "vitest"
import type { UnderstandContext } from "../../../engine/types.ts"
import { createUnderstanding } from "../../../engine/understand/index.ts"
import { brief, gate, opening, read, rows } from "./sample-context.ts"
import { sampleSource } from "./sample-source.ts"

const spokenOf = (matter: string): UnderstandContext => ({ ...opening, matter })
/** 需要现在办理「理赔」吗？ beside nothing else. */
const offering = (...offered: readonly string[]): UnderstandContext => ({
  ...opening,
  slots: { wanted: { type: "boolean", names: ["是否办理"], optional: true } },
  asking: { kind: "slot", slot: "wanted" },
  offered,
})
/** 请问您是想：理赔多久到账, 退保多久到账, 都不是. */
const which: UnderstandContext = {
  ...opening,
  slots: {
    choice: {
      type: "choice",
      names: ["您的意思"],
      options: [
        { key: "option1", label: "理赔多久到账" },
        { key: "option2", label: "退保多久到账" },
        { key: "noneOfThese", label: "都不是" },
      ],
    },
  },
  asking: { kind: "slot", slot: "choice" },
}

/** 需要现在办理「理赔」吗？ while a day is asked for beneath. */
const above: UnderstandContext = {
  ...offering("claims"),
  flow: "surrender",
  beneath: "stays.since",
  slots: {
    ...offering().slots,
    stays: {
      type: "list",
      names: ["住院经历"],
      of: { since: { type: "date", names: ["入院那天"], prefer: "past" } },
    },
  },
}

describe("understand: what the talk is about", () => {
  it.each(
    rows([
      [above, "上个月25号", ["set-slot stays.since=2026-02-25"]],
      [above, "好的", ["set-slot wanted=true (answer)"]],
      [above, "25号之后怎么办", ["unknown"]],
    ]),
  )("[U11] is what was asked before, where $text answers that alone", ({ context, text, expected }) => {
    expect(read({ ...context, offered: [] }, text)).toEqual(expected)
  })

  it.each(
    rows([
      [spokenOf("claims"), "到底要多久", ["ask-knowledge claim-time?"]],
      [spokenOf("surrender"), "到底要多久", ["ask-knowledge surrender-time?"]],
      // What names its own subject is about that.
      [spokenOf("claims"), "退保多久到账", ["ask-knowledge surrender-time"]],
    ]),
  )("[U11] is what $text asks about", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each(
    rows([
      [opening, "我要退保，钱多久能到账？", ["ask-knowledge surrender-time", "start-flow surrender"]],
      [opening, "我要报案，多少天有结果？", ["ask-knowledge claim-time", "start-flow claims"]],
      [
        { ...opening, locale: "en" },
        "I want to surrender my policy, how long does the payment take?",
        ["ask-knowledge surrender-time", "start-flow surrender"],
      ],
    ]),
  )("[U11] reads a wish with its question: $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each(
    rows([
      [offering("claims"), "昨天", ["start-flow claims", "set-slot claims/happenedOn=2026-03-01"]],
      [
        offering("claims", "surrender"),
        "昨天晚上的事",
        ["start-flow claims", "set-slot claims/happenedOn=2026-03-01"],
      ],
      [
        offering("claims"),
        "好的，是昨天",
        ["set-slot wanted=true (answer)", "set-slot claims/happenedOn=2026-03-01"],
      ],
      [offering("claims"), "好，我要报案", ["start-flow claims"]],
      [offering("claims"), "不用，昨天已经报过了", ["set-slot wanted=false (answer)"]],
      [offering("surrender"), "昨天", ["unknown"]],
    ]),
  )("[U11] takes an offer by what is told for it: $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each(
    rows([
      [which, "我要投诉", ["complain"]],
      [which, "我要报案", ["start-flow claims"]],
      [which, "都不是", ["set-slot choice=noneOfThese"]],
      [which, "第二个", ["set-slot choice=option2 (answer)"]],
    ]),
  )("[U11] hears another wish where it asks what is meant: $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it("[U11] keeps what is told beside a question for the flow that the answer offers", () => {
    const knowledge = sampleSource.knowledge.map((entry) =>
      entry.id === "surrender-time" ? { ...entry, offers: "surrender" } : entry,
    )
    const { understand } = createUnderstanding({ ...sampleSource, knowledge })
    const text = "退保多久到账？P20230001234"
    expect(understand(opening, text).map(brief)).toEqual([
      "ask-knowledge surrender-time",
      "set-slot surrender/policyNo=P20230001234",
    ])
    expect(read(opening, text)).toEqual(["ask-knowledge surrender-time"])
  })

  it("[U11] begins the flow that tells the customer's own where he asks and says which policy", () => {
    const knowledge = sampleSource.knowledge.map((entry) =>
      entry.id === "surrender-time" ? { ...entry, offers: "claims", personal: "surrender" } : entry,
    )
    const { understand } = createUnderstanding({ ...sampleSource, knowledge })
    expect(understand(opening, "退保多久到账？P20230001234").map(brief)).toEqual([
      "start-flow surrender",
      "set-slot surrender/policyNo=P20230001234",
    ])
    expect(understand(opening, "退保多久到账？").map(brief)).toEqual(["ask-knowledge surrender-time"])
  })

  it("[U11] is not agreed to by a goodbye", () => {
    expect(read(gate, "好的，谢谢，再见")).toEqual(["end", "chitchat thanks"])
  })
})
