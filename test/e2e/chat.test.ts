import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { pino } from "pino"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { type RunningServer, startServer } from "../../server/index.ts"
import { launchBrowser } from "./browser.ts"

let browser: Browser
let server: RunningServer
let dataDir: string
let context: BrowserContext
let page: Page

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "colloquy-chat-"))
  browser = await launchBrowser()
  server = await startServer({
    port: 0,
    dataDir,
    now: "2026-03-02T10:00:00+08:00",
    environment: {},
    log: pino({ level: "silent" }),
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
})
afterEach(() => context.close())

const button = (name: string) => page.getByRole("button", { name, exact: true })
const shown = (text: string) => page.getByText(text).last().waitFor()

async function say(text: string): Promise<void> {
  await page.locator("[data-answer]").fill(text)
  await page.locator("[data-answer]").press("Enter")
}

/** Opens the surrender of 张伟 (C1001) and goes as far as the card with the amount. */
async function openSurrender(): Promise<void> {
  await page.goto(`${server.url}/chat?flow=surrender&locale=zh`)
  await button("同意").click()
  await shown("请告诉我您的保单号。")
  await say("P20230001234")
  await shown("证件号码的后四位")
  await say("1036")
  await shown("请输入短信里的6位验证码。")
  await say("861001")
  await shown("今天退保可得")
}

async function desk(path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${server.url}/api/handoffs${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${server.operatorToken}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect(response.status).toBe(200)
  return response.json()
}

describe("the chat on the real server", () => {
  it("keeps the policy when the loss is not accepted", async () => {
    await openSurrender()
    await button("跳过").click()
    await button("还是要退保").click()
    await shown("退保损失告知书")
    await page.locator(".checkpoint").last().getByRole("button", { name: "暂不同意" }).click()
    await expect.poll(() => page.locator(".checkpoint .plain-button:enabled").count()).toBe(0)
    const chosen = page
      .locator(".checkpoint")
      .last()
      .locator(".plain-button", { has: page.getByLabel("已选择") })
    await expect.poll(() => chosen.textContent()).toBe("暂不同意")
    expect(await page.getByText("退保申请已受理").count()).toBe(0)
  })

  it("surrenders a policy, with a reload on the way and the account changed at the read-back", async () => {
    await openSurrender()
    expect(await page.locator(".figure-value").textContent()).toBe("9,600.00元")
    await page.reload()
    await button("跳过").click()
    await button("还是要退保").click()
    await shown("退保损失告知书")
    expect(await page.locator(".checkpoint .figure-value").textContent()).toBe("9,600.00元")
    await button("我已知晓并同意").click()
    await page.getByRole("button", { name: "尾号8120" }).click()
    await page.locator(".read-back-value", { hasText: "尾号8120" }).waitFor()
    await button("修改收款账户").click()
    await page.getByRole("button", { name: "尾号6621" }).click()
    await page.locator(".read-back-value", { hasText: "尾号6621" }).waitFor()
    await button("确认办理").last().click()
    await shown("退保申请已受理")
    const finding = await new AxeBuilder({ page }).analyze()
    expect(finding.violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual(
      [],
    )
  })

  it("sends what was written offline once the network is back", async () => {
    await page.goto(`${server.url}/chat?locale=zh`)
    await shown("智能客服")
    await context.setOffline(true)
    await shown("网络已断开，恢复后自动发送")
    await say("我要退保")
    await shown("待发送")
    await context.setOffline(false)
    await page.locator(".checkpoint").waitFor()
    expect(await page.getByText("待发送").count()).toBe(0)
    expect(await page.locator(".line.customer").count()).toBe(1)
  })

  it("brings an agent in, who is named, and goes back to us", async () => {
    await page.goto(`${server.url}/chat?locale=zh`)
    await shown("智能客服")
    await button("转人工客服").click()
    await shown("正在为您转接人工客服，请稍候")
    const { handoffs } = (await desk("?status=queued")) as { handoffs: readonly { id: string }[] }
    const id = handoffs[0]?.id ?? ""
    const agent = { id: "1024", name: "王敏" }
    await desk(`/${id}/accept`, { agent })
    await desk(`/${id}/message`, { agent, text: "您好，请问有什么可以帮您？" })
    await shown("您好，请问有什么可以帮您？")
    await shown("以下由人工客服为您服务 · 王客服 工号1024")
    await say("没事了，谢谢")
    await desk(`/${id}/resolve`, { agent })
    await shown("以下由智能客服为您服务")
  })

  it("offers what can be begun until the customer speaks", async () => {
    await page.goto(`${server.url}/chat?locale=zh`)
    await button("查保单").waitFor()
    const offered = await page.locator(".quick-replies button").allTextContents()
    expect(offered).toEqual(["查保单", "理赔报案", "续期交费", "退保", "健康告知", "投诉"])
    await button("退保").click()
    await page.locator(".line.customer", { hasText: "退保" }).waitFor()
    await page.locator(".checkpoint").waitFor()
    expect(await button("查保单").count()).toBe(0)
  })

  it("speaks English to who asks for it", async () => {
    await page.goto(`${server.url}/chat?flow=policy-status&locale=en`)
    await page.locator(".checkpoint").waitFor()
    expect(await page.locator(".transcript").textContent()).not.toMatch(/\p{Script=Han}/u)
    expect(await page.getByLabel("Message").count()).toBe(1)
  })

  it("starts from the page that lists what runs and who can be tried", async () => {
    await page.goto(`${server.url}/?locale=zh`)
    await page.locator(".person", { hasText: "P20230001234" }).first().waitFor()
    const paths = await page
      .locator('main a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))
    expect(await page.getByRole("link", { name: "示例保险公司" }).getAttribute("href")).toBe(
      `${server.insurerUrl}/`,
    )
    for (const path of paths) expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200])
    await page.getByRole("link", { name: "退保" }).click()
    await page.locator(".checkpoint").waitFor()
  })
})
