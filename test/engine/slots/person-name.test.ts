import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["我叫张伟", "张伟", "张伟"],
  ["我爸叫王建国", "王建国", "王建国"],
  ["我姓张，单名一个伟字", "张伟", "姓张，单名一个伟字"],
  ["姓名是欧阳娜娜", "欧阳娜娜", "欧阳娜娜"],
  ["我叫张伟想退保", "张伟", "张伟"],
  ["我叫王芳今年三十岁", "王芳", "王芳"],
  ["被保险人是刘德华", "刘德华", "刘德华"],
  ["张伟", "张伟", "张伟"],
  ["阿凡提·买买提", "阿凡提·买买提", "阿凡提·买买提"],
  ["我叫陳小明", "陳小明", "陳小明"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["my name is John Smith", "John Smith", "John Smith"],
  ["My name is john smith and I want to claim", "john smith", "john smith"],
  ["John Smith", "John Smith", "John Smith"],
  ["Harold Smith, I'm so sorry to trouble you", "Harold Smith", "Harold Smith"],
]

const UNCERTAIN = [
  "被保险人王小明",
  "我儿子王小宝住院了",
  "zhang wei",
  "张 伟",
  "陈小明 13812345678",
  "I'm Mary Brown",
]

const NOTHING = [
  "我儿子高烧",
  "我老婆周五住院",
  "客户经理",
  "王先生",
  "高血压",
  "我是高血压患者",
  "方便",
  "全部",
  "周三",
  "李",
  "我是投保人",
  "Yes Please",
  "Good Morning",
  "马上",
  "都要",
  "谢谢",
]

describe("person-name", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("person-name", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("person-name", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("person-name", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("person-name", text, NOW)).toBeNull()
  })
})
