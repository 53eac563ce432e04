import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { openDesigner } from "./designer-page.ts"
import {
  drag,
  dragFromPalette,
  endOfWay,
  entryHandle,
  exitHandle,
  exitToNew,
  middle,
  node,
  onWay,
  type Spot,
} from "./gestures.ts"

const designer = openDesigner()

const sayings = {
  zh: [
    ...["多交的保费能退吗", "我多交了保费", "保费交多了想退", "重复扣了我的钱"],
    ...["扣了两次保费", "把多扣的钱退给我", "这个月保费多扣了", "多付的保费怎么退"],
  ],
  en: [
    ...["I overpaid my premium", "refund what I overpaid", "you charged me too much"],
    ...["my premium was taken twice", "I paid the premium double", "give back the overpaid premium"],
    ...["too much was debited this month", "how do I get my overpayment back"],
  ],
}

describe("a first flow", { timeout: 240_000 }, () => {
  it("is drawn by hand from nothing, tried, saved and held by the server", async () => {
    await designer.in("callback", buildAndTry, { viewport: { width: 1590, height: 1000 } })
    expect(existsSync(join(designer.flows, "premium-back/layout.json"))).toBe(true)
    expect(designer.textOf("premium-back/flow.yaml")).toBe(
      readFileSync("test/designer/premium-back.yaml", "utf8"),
    )
    expect(await problemsThere()).toEqual([])
    expect(await post("/api/releases")).toMatchObject({ taken: true })
    const opened = await post("/api/conversations", { channel: "web", locale: "zh", flow: "premium-back" })
    await say(opened, "120元")
    const { waitingFor } = await say(opened, "13812345678")
    expect(waitingFor).toMatchObject({ kind: "checkpoint" })
    const { state, entries } = await choose(opened, "accept")
    expect(JSON.stringify(entries)).toContain("已经登记，我们会给您回电。")
    expect(state).toBeDefined()
  })
})

async function buildAndTry(page: Page): Promise<void> {
  const inspector = page.locator(".inspector")
  const field = (label: string) => inspector.getByLabel(label)
  const both = async (label: string, zh: string, en: string) => {
    await field(`${label} · 中文`).fill(zh)
    await field(`${label} · 英文`).fill(en)
  }
  const near = async (title: string, by: Spot): Promise<Spot> => {
    const box = await node(page, title).boundingBox()
    return { x: (box?.x ?? 0) + by.x, y: (box?.y ?? 0) + by.y }
  }
  const choose = (title: string) => node(page, title).click({ position: { x: 60, y: 8 } })
  const connect = async (from: string, exit: string, to: string) =>
    drag(page, await middle(exitHandle(page, from, exit)), await middle(entryHandle(page, to)))

  await page.locator(".flow-picker").click()
  await page.getByRole("button", { name: "新建流程" }).click()
  const dialog = page.getByRole("dialog", { name: "新建流程" })
  await dialog.getByLabel("名称 · 英文").fill("Callback")
  await dialog.getByText("已有流程「callback」。").waitFor()
  await dialog.getByLabel("标识").fill("../callback")
  await dialog.getByText("不能作流程名称").waitFor()
  await dialog.getByLabel("标识").fill("premium-back")
  await dialog.getByRole("button", { name: "新建", exact: true }).click()
  await dialog.getByText("请填写流程名称。").waitFor()
  await dialog.getByLabel("名称 · 中文").fill("退还保费")
  await dialog.getByLabel("名称 · 英文").fill("Premium back")
  await dialog.getByRole("button", { name: "新建", exact: true }).click()
  await node(page, "问候").waitFor()

  for (const level of ["83%", "69%"]) {
    await page.getByRole("button", { name: "缩小" }).click()
    await page.getByRole("button", { name: level }).waitFor()
  }
  await drag(page, { x: 900, y: 800 }, { x: 640, y: 500 })

  // A component dropped onto a way stands on it.
  await dragFromPalette(page, "询问", await onWay(page, "greeting#next"))
  await both("标题", "问清楚", "Details")
  for (const [zh, en, id, type] of [
    ["多交的金额", "Amount overpaid", "amount", "money"],
    ["手机号", "Mobile number", "phone", "phone"],
  ] as const) {
    await page.getByRole("button", { name: "新建", exact: true }).click()
    const made = page.locator(".add-form")
    await made.getByLabel("名称 · 中文").fill(zh)
    await made.getByLabel("名称 · 英文").fill(en)
    await made.getByLabel("编号").fill(id)
    await made.getByLabel("类型").selectOption(type)
    await made.getByRole("button", { name: "新建并询问" }).click()
    await page.locator(".slot-head", { hasText: zh }).waitFor()
  }

  // One dropped into the empty waits for a way, which is taken from where it led.
  await dragFromPalette(page, "判断", await near("问清楚", { x: 100, y: 170 }))
  await both("标题", "金额大不大", "Large?")
  await drag(page, await endOfWay(page, "collect#filled"), await middle(entryHandle(page, "金额大不大")))
  await page.getByRole("button", { name: "添加一路" }).click()
  await both("名称", "超过一万", "Over 10,000")
  await page.getByRole("button", { name: "添加条件" }).click()
  await page
    .locator(".variable-menu")
    .getByRole("option", { name: /^多交的金额/ })
    .click()
  await page.getByLabel("比较方式").selectOption({ label: "大于" })
  await page.getByLabel("比较的值").fill("10000")

  // An exit dragged into the empty asks what comes next.
  await exitToNew(page, "金额大不大", "超过一万", await near("金额大不大", { x: 180, y: 130 }), "转人工")
  await both("标题", "专人办理", "By a person")
  await exitToNew(page, "金额大不大", "其他情况", await near("金额大不大", { x: 220, y: -40 }), "合规")
  await both("标题", "个人信息告知", "Privacy notice")
  await field("合规话术").selectOption("privacy-notice")
  await field("种类").selectOption("consent")
  await drag(page, { x: 600, y: 880 }, { x: 420, y: 830 })
  await exitToNew(page, "个人信息告知", "同意", await near("个人信息告知", { x: 220, y: 10 }), "系统调用")
  await both("标题", "登记回电", "Book a call")
  await field("系统调用").selectOption("callback.request")
  await field("事由").fill("'退还多交的保费'")
  await field("联系电话").fill("slots.phone")
  await page.keyboard.press("Escape")
  await connect("登记回电", "没有回音", "专人办理")
  await exitToNew(page, "登记回电", "成功", await near("登记回电", { x: 170, y: -30 }), "说话")
  await both("标题", "已登记", "Booked")
  await both("对客户说", "已经登记，我们会给您回电。", "It is booked: we will call you back.")
  await exitToNew(page, "个人信息告知", "不同意", await near("个人信息告知", { x: 240, y: 170 }), "说话")
  await both("标题", "不办了", "Not now")
  await both("对客户说", "好的，需要时随时找我。", "All right, I am here whenever you need me.")
  await exitToNew(page, "不办了", "继续", await near("不办了", { x: 190, y: 110 }), "已办完")
  await exitToNew(page, "已登记", "继续", await near("已登记", { x: 190, y: -60 }), "已办完")
  await exitToNew(page, "专人办理", "办完交回", await near("专人办理", { x: 210, y: 150 }), "结束")
  await both("标题", "人工办结", "Done by a person")

  await page.mouse.click(1000, 300)
  await page.getByPlaceholder("添加结局，如 done").fill("resolvedByPerson")
  await page.keyboard.press("Enter")
  await field("客户怎么说会进入 · 中文").fill(sayings.zh.join("\n"))
  await field("客户怎么说会进入 · 英文").fill(sayings.en.join("\n"))
  await choose("人工办结")
  await field("结局").selectOption("resolvedByPerson")
  await page.getByText("没有问题").first().waitFor()

  await page.getByRole("tab", { name: "试聊" }).click()
  await page.getByRole("button", { name: "开始试聊" }).click()
  const log = page.getByRole("log")
  await log.getByText("您好，我来为您办理。").waitFor({ timeout: 60_000 })
  for (const [question, answer] of [
    ["请告诉我多交的金额。", "20000元"],
    ["请告诉我手机号。", "13812345678"],
  ] as const) {
    await log.getByText(question).waitFor()
    await page.locator("[data-answer]").fill(answer)
    await page.keyboard.press("Enter")
  }
  const isAt = node(page, "专人办理")
  await expect.poll(() => isAt.evaluate((element) => getComputedStyle(element).outlineWidth)).toBe("3px")

  await page.keyboard.press("Control+s")
  await page.getByText("已保存", { exact: true }).waitFor()
}

/** What the check says of the new flow. */
async function problemsThere(): Promise<readonly unknown[]> {
  const { diagnostics } = await post("/api/check", {})
  return diagnostics.filter(({ file }: { readonly file?: string }) => file?.startsWith("premium-back/"))
}

type Opened = { readonly id: string; readonly token: string }

async function post(path: string, body?: unknown, token = designer.server().operatorToken) {
  const response = await fetch(`${designer.server().url}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect(response.ok).toBe(true)
  return response.json()
}

function say({ id, token }: Opened, text: string) {
  return post(`/api/conversations/${id}/messages`, { text }, token)
}

function choose({ id, token }: Opened, choice: string) {
  return post(`/api/conversations/${id}/messages`, { choice }, token)
}
