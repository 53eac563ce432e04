import { describe, expect, it } from "vitest"
import { recognize, recognizeAll } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

const READ: readonly (readonly [type: string, text: string, value: string])[] = [
  ["phone", "138 1234 5678", "13812345678"],
  ["phone", "我手机号是13812345678", "13812345678"],
  ["phone", "+86 138-1234-5678", "13812345678"],
  ["phone", "幺三八零零幺三八零零零", "13800138000"],
  ["phone", "１３８１２３４５６７８", "13812345678"],
  ["phone", "一三八，一二三四，五六七八", "13812345678"],
  ["phone", "(+86)138.1234.5678", "13812345678"],
  ["phone", "one three eight one two three four five six seven eight", "13812345678"],
  ["phone", "call me on 0086 18911111111 please", "18911111111"],
  ["id-card", "11010519491231002x", "11010519491231002X"],
  ["id-card", "身份证110105 19491231 002X。", "11010519491231002X"],
  ["id-card", "一一零一零五一九四九一二三一零零二叉", "11010519491231002X"],
  ["id-card", "911410198112010016", "911410198112010016"],
  ["id-card", "居留证 911410 19811201 0016", "911410198112010016"],
  ["id-card", "11010519491231002×", "11010519491231002X"],
  ["id-card", "11010519491231002艾克斯", "11010519491231002X"],
  ["bank-card", "4111 1111 1111 1111", "4111111111111111"],
  ["bank-card", "my card is 4111-1111-1111-1111", "4111111111111111"],
  ["policy-number", "P20230001234", "P20230001234"],
  ["policy-number", "保单号 p2023 0001 234", "P20230001234"],
  ["policy-number", "Ｐ２０２３０００１２３４", "P20230001234"],
  ["policy-number", "P二零二三零零零幺二三四", "P20230001234"],
  ["email", "我的邮箱是Zhang.San@QQ.com，谢谢", "zhang.san@qq.com"],
  ["email", "ａｂｃ＠ｑｑ．ｃｏｍ", "abc@qq.com"],
  ["email", "Contact webmaster@contoso.com.", "webmaster@contoso.com"],
]

const NOTHING: readonly (readonly [type: string, text: string])[] = [
  ["phone", "12345678901"],
  ["phone", "1381234567"],
  ["phone", "138123456789"],
  ["phone", "4111138123456781111"],
  ["phone", "P20230001234"],
  ["phone", "+1 650 253 0000"],
  ["phone", "1-541-754-3010"],
  ["phone", "+49 176 12345678"],
  ["phone", "1 506 64, 37 41 4, 38 5145"],
  ["phone", "010-62345678"],
  ["id-card", "110105194912310021"],
  ["id-card", "11010519490231002X"],
  ["id-card", "990105194912310026"],
  ["id-card", "911410198112010017"],
  ["id-card", "999410198112010019"],
  ["bank-card", "4111111111111112"],
  ["bank-card", "13812345678"],
  ["bank-card", "0000000000000000"],
  ["policy-number", "P202300012345"],
  ["policy-number", "P2023000123"],
  ["policy-number", "13812345678"],
  ["policy-number", "20230001234号文件"],
  ["email", "abc@def"],
  ["email", "Carol@new_type.com"],
  ["email", "a..bc@outlook.com"],
  ["email", "j_9@129.126.118.1"],
]

/** Heard or typed so that it is worth reading back. */
const UNCERTAIN: readonly (readonly [type: string, text: string, value: string])[] = [
  ["policy-number", "20230001234", "P20230001234"],
  ["policy-number", "保单号是20230001234", "P20230001234"],
  ["policy-number", "批二零二三零零零幺二三四", "P20230001234"],
  ["email", "zhangsan艾特163点com", "zhangsan@163.com"],
  ["email", "john dot smith at gmail dot com", "john.smith@gmail.com"],
  ["email", "12345＠qq。com", "12345@qq.com"],
]

describe("numbers and addresses that name a person", () => {
  it.each(READ)("[S4] reads a %s in %s", (type, text, value) => {
    const found = recognize(type, text, NOW)
    expect(found).toMatchObject({ value, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(found?.text)
  })

  it.each(UNCERTAIN)("[S1] is uncertain of a %s in %s", (type, text, value) => {
    expect(recognize(type, text, NOW)).toMatchObject({ value, certain: false })
  })

  it.each(NOTHING)("[S2] reads no %s in %s", (type, text) => {
    expect(recognize(type, text, NOW)).toBeNull()
  })

  it("[S1] finds both of two numbers", () => {
    const found = recognizeAll("phone", "13812345678 或者 139 8765 4321", NOW)
    expect(found.map(({ value }) => value)).toEqual(["13812345678", "13987654321"])
  })

  it("[S2] is uncertain of a card number that is an identity number too", () => {
    expect(recognize("id-card", "110105199003070068", NOW)?.certain).toBe(true)
    expect(recognize("bank-card", "110105199003070068", NOW)?.certain).toBe(false)
  })
})
