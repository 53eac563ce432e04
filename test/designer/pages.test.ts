import { readFileSync } from "node:fs"
import AxeBuilder from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { readSheets } from "../../designer/texttable/textSheet.ts"
import { readXlsx, writeXlsx } from "../../designer/texttable/xlsx.ts"
import { changedLines } from "../engine/edit/flow-set.ts"
import { openDesigner } from "./designer-page.ts"

const { in: inDesigner, textOf } = openDesigner()

async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "资料" }).click()
  await page.getByRole("navigation", { name: "资料页面" }).getByRole("button", { name }).click()
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press("Control+s")
  await page.getByText("已保存", { exact: true }).waitFor()
}

describe("the pages beside the canvas", { timeout: 300_000 }, () => {
  it("change a slot in one line of the file, tell where it is used, and lead there", async () => {
    await inDesigner("complaint", async (page) => {
      const before = textOf("complaint/flow.yaml")
      await openPage(page, "信息项")
      await page.getByRole("searchbox", { name: "查找信息项" }).fill("经过")
      await page.locator(".list-entry").first().click()
      const name = await page.getByRole("heading", { level: 1 }).textContent()
      await page.getByLabel("怎么问 · 中文").fill("请说说事情的经过。")
      await save(page)
      const { gone, come } = changedLines(before, textOf("complaint/flow.yaml"))
      expect(gone).toHaveLength(1)
      expect(come).toEqual([expect.stringContaining("请说说事情的经过。")])
      const uses = page.getByRole("region", { name: "用在哪里" })
      await uses.getByRole("button", { name: /询问$/ }).first().click()
      await page.locator(".react-flow__node.selected").waitFor()
      await page.goBack()
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(name)
      expect(page.url()).toContain("page=slots&item=")
    })
  })

  it("rename a slot wherever it is named, touching nothing else, and undo it", async () => {
    await inDesigner("callback", async (page) => {
      const file = "callback/flow.yaml"
      const before = textOf(file)
      await openPage(page, "信息项")
      await page.locator(".list-entry").first().click()
      const id = page.getByLabel(/修改信息项的编号/)
      const name = await id.inputValue()
      await id.fill(`${name}Told`)
      await id.press("Enter")
      await expect.poll(() => page.url()).toContain(`item=${name}Told`)
      await save(page)
      const { gone, come } = changedLines(before, textOf(file))
      const told = gone.map((line) => line.replaceAll(new RegExp(`\\b${name}\\b`, "g"), `${name}Told`))
      expect(come.filter((line) => !line.includes("was:")).sort()).toEqual(told.sort())
      expect(come.filter((line) => line.includes("was:"))).toEqual([`    was: [${name}]`])
      await page.getByRole("button", { name: /^撤销：重命名/ }).click()
      await save(page)
      expect(textOf(file)).toBe(before)
    })
  })

  it("make an answer, find it by its words, and tell on its field what it lacks", async () => {
    await inDesigner("callback", async (page) => {
      await page.keyboard.press("Control+k")
      await page.getByRole("combobox", { name: /搜索步骤/ }).fill("打开：知识")
      await page.keyboard.press("Enter")
      await page.getByRole("button", { name: "新建知识" }).click()
      const made = page.locator(".add-form")
      await made.getByLabel("客户怎么问").fill("可以改天再办吗")
      await made.getByLabel("编号").fill("another-day")
      await made.getByRole("button", { name: "新建知识" }).click()
      await page.getByRole("heading", { level: 1, name: "可以改天再办吗" }).waitFor()
      await page.locator(".form-problems").first().waitFor()
      await page.getByLabel("回答 · 英文").fill("Yes, whenever you like.")
      await page.getByRole("searchbox", { name: "查找知识" }).fill("another-day")
      await expect.poll(() => page.locator(".list-entry").count()).toBe(1)
      await page.getByRole("button", { name: "删除知识" }).click()
      await page.getByText("没有找到").waitFor()
    })
  })

  it("write texts out for translators and take them back as one step, never over what changed", async () => {
    await inDesigner("complaint-status", async (page) => {
      const file = "complaint-status/flow.yaml"
      const before = textOf(file)
      await openPage(page, "文案表")
      const downloading = page.waitForEvent("download")
      await page.getByRole("button", { name: "导出 Excel" }).click()
      const written = readFileSync(await (await downloading).path())
      const sheets = (await readXlsx(new Uint8Array(written).buffer)) ?? []
      const read = readSheets(sheets)
      if (typeof read === "string") throw new Error(read)
      const [texts = [], originals = []] = sheets.map((sheet) =>
        sheet.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
      )
      const translated = texts.map((row, index) =>
        index === 1 || index === 2 ? row.with(3, `Translated ${index}`) : row,
      )
      const blob = await writeXlsx({ flow: read.flow, locales: ["zh", "en"], texts: translated, originals })
      const buffer = Buffer.from(await blob.arrayBuffer())

      await page.getByLabel("含步骤名称").check()
      await page.locator(".text-line .text-area").nth(2).fill("原文后来改了")
      await page.getByRole("button", { name: "有改动 1", exact: true }).click()
      expect(await page.locator(".text-place .text-line").count()).toBe(1)
      await page.getByRole("button", { name: /^全部/ }).click()
      await page.locator("input[type=file]").setInputFiles({ name: "译文.xlsx", mimeType: "", buffer })
      const dialog = page.getByRole("dialog")
      await dialog.getByText("将修改1处").waitFor()
      await dialog.getByText("不导入1处").waitFor()
      await dialog.getByRole("button", { name: "导入1处" }).click()
      await page.getByRole("button", { name: "撤销：导入 1 处文案" }).waitFor()
      await save(page)
      const { come } = changedLines(before, textOf(file))
      expect(come.map((line) => line.trim()).sort()).toEqual(["en: Translated 1", "zh: 原文后来改了"])
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "别的.xlsx", mimeType: "", buffer: Buffer.from("no spreadsheet") })
      await dialog.getByRole("alert").getByText("不是 Excel 文件").waitFor()
    })
  })

  it.each([
    ["zh", "light", 1440],
    ["en", "dark", 1100],
  ] as const)("leave nothing serious to axe: %s, %s, %i px", async (locale, colorScheme, width) => {
    await inDesigner(
      "complaint",
      async (page) => {
        await page.locator(".rail-link").nth(1).click()
        const links = page.locator(".page-nav .menu-item")
        for (let index = 0; index < (await links.count()); index += 1) {
          await links.nth(index).click()
          await page.locator(".element-form .inspector, .text-line, .page-empty").first().waitFor()
          const { violations } = await new AxeBuilder({ page }).analyze()
          const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical")
          const name = await links.nth(index).textContent()
          expect(
            serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${name} ${id}: ${html}`)),
          ).toEqual([])
        }
      },
      { locale, colorScheme, viewport: { width, height: 900 } },
    )
  })
})
