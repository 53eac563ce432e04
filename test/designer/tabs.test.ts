import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { openDesigner } from "./designer-page.ts"

const designer = openDesigner()
const { in: inDesigner, textOf } = designer

async function select(page: Page, step: string): Promise<void> {
  await page.locator(".outline-name", { hasText: step }).click()
}
async function rename(page: Page, step: string, title: string): Promise<void> {
  await select(page, step)
  await page.getByLabel("标题 · 中文").fill(title)
}
async function second(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator(".react-flow__node").first().waitFor({ timeout: 60_000 })
  return other
}

describe("two tabs on one flow", { timeout: 180_000 }, () => {
  it("see at once what the other saved, are told, and keep what is not saved", async () => {
    await inDesigner("complaint", async (page) => {
      const other = await second(page)
      await rename(page, "致歉", "先道歉")
      await page.keyboard.press("Control+s")
      await other.getByText("另一个窗口保存了修改，这里已经更新。").waitFor()
      await other.locator(".outline-name", { hasText: "先道歉" }).waitFor()

      await rename(other, "不登记了", "不登记")
      await rename(page, "先道歉", "致歉")
      await page.keyboard.press("Control+s")
      const dialog = other.getByRole("dialog", { name: "有人同时改了这些文件" })
      await dialog.getByRole("button", { name: "合并" }).click()
      await other.locator(".outline-name", { hasText: "致歉" }).waitFor()
      await other.locator(".outline-name", { hasText: "不登记" }).first().waitFor()
      await other.keyboard.press("Control+s")
      await expect.poll(() => textOf("complaint/flow.yaml")).toContain("zh: 不登记\n")
      expect(textOf("complaint/flow.yaml")).toContain("zh: 致歉")
      await page.getByText("另一个窗口保存了修改，这里已经更新。").waitFor()
    })
  })

  it("meet a colleague's change of the same words on saving, side by side", async () => {
    await inDesigner(
      "callback",
      async (page) => {
        const file = join(designer.flows, "callback/flow.yaml")
        const name = await page.locator(".outline-name:not(.group)").first().textContent()
        await rename(page, name ?? "", "我的标题")
        writeFileSync(file, textOf("callback/flow.yaml").replace(`zh: ${name}`, "zh: 同事的标题"))
        await page.keyboard.press("Control+s")
        const dialog = page.getByRole("dialog", { name: "有人同时改了这些文件" })
        await dialog.locator("pre", { hasText: "同事的标题" }).waitFor()
        await dialog.getByText("我的标题 › 标题 › 中文").waitFor()
        await dialog.getByRole("radio").nth(1).check()
        await dialog.getByRole("button", { name: "合并" }).click()
        await page.locator(".outline-name", { hasText: "同事的标题" }).waitFor()
      },
      { expected: ["409"] },
    )
  })
})

describe("the server gone while saving", { timeout: 120_000 }, () => {
  it("is told, and nothing is lost", async () => {
    await inDesigner(
      "complaint-status",
      async (page) => {
        await page.locator(".outline-name:not(.group)").first().click()
        await page.getByLabel("标题 · 中文").fill("断网时改的")
        await page.route("**/api/flows", (route) => route.abort())
        await page.keyboard.press("Control+s")
        await page.getByText("没有保存成功：连不上服务器。").waitFor()
        await page.getByText(/草稿 · 未保存/).waitFor()
        await page.unroute("**/api/flows")
        await page.keyboard.press("Control+s")
        await expect.poll(() => textOf("complaint-status/flow.yaml")).toContain("断网时改的")
      },
      { expected: ["ERR_FAILED"] },
    )
  })
})

describe("the history", { timeout: 120_000 }, () => {
  it("has a step for each gesture, none for what one looks at, leads to any of them and outlives a closed tab", async () => {
    await inDesigner("complaint", async (page) => {
      await page.getByRole("tab", { name: "历史" }).click()
      await page.getByText("还没有修改。").waitFor()
      const steps = page.locator(".history-step")
      await select(page, "登记投诉")
      await page.getByLabel("标题 · 中文").focus()
      await page.keyboard.press("End")
      await page.keyboard.type("（一二三）")
      await select(page, "查投诉进度")
      const node = page.locator(".react-flow__node.selected")
      const box = await node.boundingBox()
      if (box === null) throw new Error("The step is not in sight.")
      await page.mouse.move(box.x + 60, box.y + 14)
      await page.mouse.down()
      await page.mouse.move(box.x + 200, box.y + 90, { steps: 12 })
      await page.mouse.up()
      await page.keyboard.press("Escape")
      await page.getByRole("button", { name: "放大" }).click()
      await expect.poll(() => steps.count()).toBe(3)
      const names = await steps.allTextContents()
      expect(names.at(-1)).toBe("打开时的样子")
      await page.waitForTimeout(500)
      const other = await page.context().newPage()
      const address = page.url()
      await page.close()
      await other.goto(address)
      await other.locator(".outline-name", { hasText: "登记投诉（一二三）" }).waitFor({ timeout: 60_000 })
      expect(await other.locator(".history-step").allTextContents()).toEqual(names)
      await other.locator(".history-step").last().click()
      await other.locator(".outline-name", { hasText: /^登记投诉$/ }).waitFor()
      await other.locator(".history-step").first().click()
      await other.locator(".outline-name", { hasText: "登记投诉（一二三）" }).waitFor()
    })
  })
})
