import { describe, expect, it } from "vitest"
import type { AskedQuestion } from "../../../engine/types.ts"
import { createMessage } from "../../../engine/understand/message.ts"
import { readQuestions } from "../../../engine/understand/readings/questions.ts"

const questions = [
  { id: "height", ask: "身高？", title: "身高", type: "height" },
  { id: "weight", ask: "体重？", title: "体重", type: "weight" },
  { id: "smoking", ask: "吸烟吗？", title: "吸烟", says: ["抽烟", "smok"] },
  { id: "alcohol", ask: "饮酒吗？", title: "饮酒", says: ["喝酒", "酒", "alcohol"] },
]
const read = (text: string, card: readonly AskedQuestion[] = questions) =>
  readQuestions(
    createMessage(text, {
      ...{ locale: "zh", now: "2026-03-02T10:00:00+08:00", slots: {}, filled: {}, intents: [] },
      asking: { kind: "checkpoint", accept: [], wording: "health", questions: card },
    }),
    card,
  ).map(({ command }) => (command.command === "choose" ? command.option : command.command))

describe("answers to a questionnaire", () => {
  it.each([
    ["身高172厘米，体重130斤，其余均为否", ["height:172", "weight:65", "rest:no"]],
    ["172 65", ["height:172", "weight:65"]],
    ["1米72，一百三十斤，不抽烟", ["smoking:no", "height:172", "weight:65"]],
    ["3是，4否", ["smoking:yes", "alcohol:no"]],
    ["3、4都是", ["smoking:yes", "alcohol:yes"]],
    ["172，65，都没有", ["height:172", "weight:65"]],
    ["酒一周没有三次", ["alcohol:no"]],
    ["第4题不确定", ["alcohol:unsure"]],
    ["172 65，抽烟，没别的", ["smoking:yes", "height:172", "weight:65", "rest:no"]],
    ["I smoke, nothing else", ["smoking:yes", "rest:no"]],
    ["第三题选否，第四题应该是是", ["smoking:no", "alcohol:yes"]],
    ["抽烟记不清了，喝酒没有", ["smoking:unsure", "alcohol:no"]],
    ["5 feet 8, 150 lbs, no to the others", ["height:172.7", "weight:68", "rest:no"]],
    ["I smoke, no alcohol", ["smoking:yes", "alcohol:no"]],
  ])("[C17] reads %s", (text, options) => {
    expect(read(text)).toEqual(options)
  })

  it.each([
    "都没有",
    "好的",
    "偶尔喝酒",
    "酒逢年过节喝点",
    "烟早戒了",
    "I quit smoking",
    "抽烟要告知吗？",
    "还有几题",
  ])("[C17] reads no answer in %s", (text) => {
    expect(read(text)).toEqual([])
  })

  it.each([
    ["没有", "no"],
    ["没有的", "no"],
    ["否", "no"],
    ["有", "yes"],
    ["是的", "yes"],
    ["不清楚", "unsure"],
    ["no", "no"],
    ["nope", "no"],
    ["yes", "yes"],
    ["not sure", "unsure"],
  ])("[C17] reads %s as the answer to the only question", (text, word) => {
    expect(read(text, questions.slice(2, 3))).toEqual([`smoking:${word}`])
    expect(read(text)).toEqual([])
  })

  it.each(["好的", "ok", "有吗", "算了", "不想说", "172"])(
    "[C17] reads no answer to the only question in %s",
    (text) => {
      expect(read(text, questions.slice(2, 3))).toEqual([])
    },
  )

  it.each([
    ["不抽烟，血压是高的，别的都没有", ["smoking:no", "deny"]],
    ["yes I have public healthcare, nothing else", ["deny"]],
    ["是我本人填，抽烟，别的都没有", ["smoking:yes", "deny"]],
  ])("[C17] takes no to the rest for nothing where a yes was not understood: %s", (text, options) => {
    expect(read(text)).toEqual(options)
  })
})
