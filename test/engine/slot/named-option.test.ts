import { describe, expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

const services = `
account.list:
  request: { method: GET, path: /accounts }
  input: { type: object, properties: {} }
  output: { type: object, properties: { accounts: { type: array, items: { type: object, properties: { id: { type: string }, last4: { type: string }, bank: { type: string } } } } } }
  effect: read
`
const release = flowSet({
  "services.yaml": services,
  ...flow(
    "sample",
    `
slots:
  name: { type: text, title: 姓名, ask: 姓名？ }
  account:
    type: choice
    title: 账户
    ask: 哪个账户？
    options:
      from: data.mine.accounts
      key: item.id
      label: "{item.bank}（尾号{item.last4}）"
      says: "[item.last4, item.bank]"
      also: { other: { label: 换一张卡 } }
  sure: { type: boolean, title: 确认, ask: 确认吗？ }
data: { mine: account.list }
start: first
states:
  first: { type: collect, slots: [name], to: { filled: read, declined: kept } }
  read: { type: service, service: account.list, save: mine, to: { done: pick, failed: kept } }
  pick: { type: collect, slots: [account], to: { filled: last, declined: kept } }
  last: { type: collect, slots: [sure], to: { filled: done, declined: kept } }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`,
  ),
})
const accounts = [
  { id: "A1", last4: "8120", bank: "建设银行" },
  { id: "A2", last4: "6621", bank: "工商银行" },
]

/** Names an account in these words before the accounts are known, and goes on to where one is asked for. */
function toldFirst(...said: string[]) {
  const customer = talk(release, { flow: "sample" })
  for (const text of said) customer.say(text, { command: "name-option", text })
  customer.tell("name", "李")
  customer.returns("account.list", { accounts })
  return customer
}

describe("what was said of an option before it was known", () => {
  it.each([
    ["退到6621那张卡", "A2"],
    ["退到8120的卡，不对，是6621", "A2"],
    ["退到工行卡，谢谢", "A2"],
  ])("[S22] fills the choice by %s", (text, account) => {
    const customer = toldFirst(text)
    expect(customer.slot("account")).toMatchObject({ status: "filled", value: account, certain: true })
    expect(customer.slot("account")?.from).toMatchObject({ by: "said", text })
    expect(customer.said()).toEqual(["确认吗？"])
  })

  it.each(["退到9999那张卡", "退到8120或者6621那张卡", "退到第一张卡", "换一张卡"])(
    "[S22] is asked where it names no one option of the data: %s",
    (text) => {
      const customer = toldFirst(text)
      expect(customer.slot("account")).toBeUndefined()
      expect(customer.said()).toEqual(["哪个账户？"])
    },
  )

  it("[S22] counts in its last words, and serves once", () => {
    const customer = toldFirst("退到8120那张卡", "退到6621那张卡")
    expect(customer.slot("account")?.value).toBe("A2")
    customer.say("账户不对", { command: "correct-slot", slot: "account" })
    expect(customer.said()).toEqual(["已经更正。", "哪个账户？"])
  })

  it("[S22] is confirmed where a part of a name is all that was said", () => {
    const customer = toldFirst("工商")
    expect(customer.slot("account")).toMatchObject({ value: "A2", certain: false })
    expect(customer.waiting()).toMatchObject({ kind: "confirmation", id: "account" })
  })
})
