import { readFileSync } from "node:fs"
import AxeBuilder from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { openDesigner } from "./designer-page.ts"
import { drag, middle } from "./gestures.ts"

const designer = openDesigner()

describe("notes on the drawing", { timeout: 120_000 }, () => {
  it("are put down, written, addressed, moved, closed and listed, each a step that can be undone", async () => {
    await designer.in("callback", async (page) => {
      const note = page.locator(".note-card")
      await page.getByRole("tab", { name: "组件" }).click()
      await drag(page, await middle(page.locator(".palette-note")), { x: 700, y: 200 })
      await page.getByLabel("内容").fill("这里要先问客户方便的时间吗？")
      await page.getByLabel("给谁").fill("王敏")
      await page.getByLabel("关于哪个步骤").selectOption("noOneFree")
      const before = await middle(note)
      await drag(page, before, { x: before.x + 80, y: before.y + 80 })
      await page.getByRole("tab", { name: "便签" }).click()
      await page.getByRole("button", { name: /给王敏.*没有人能接/ }).waitFor()
      await page.keyboard.press("Control+s")
      await expect.poll(() => designer.textOf("callback/layout.json")).toContain('"about": "noOneFree"')
      await page.getByRole("button", { name: "已处理" }).last().click()
      await expect.poll(() => note.count()).toBe(0)
      await page.getByText("已处理 1 张").or(page.getByText("已处理1张")).waitFor()
      for (const left of [1, 1, 1, 1, 1, 0]) {
        await page.getByRole("button", { name: /^撤销/ }).click()
        await expect.poll(() => note.count()).toBe(left)
      }
    })
  })
})

describe("notes and the dialog of a new flow", { timeout: 120_000 }, () => {
  it("leave nothing serious to axe", async () => {
    await designer.in(
      "callback",
      async (page) => {
        await page.keyboard.press("Shift+N")
        await page.getByLabel("For whom").fill("Min")
        await page.getByRole("tab", { name: "Notes" }).click()
        expect(await serious(page)).toEqual([])
        await page.locator(".flow-picker").click()
        await page.getByRole("button", { name: "New flow" }).click()
        await page.getByRole("radio", { name: /A copy/ }).check()
        expect(await serious(page)).toEqual([])
      },
      { locale: "en", colorScheme: "dark" },
    )
  })
})

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

describe("a picture of a flow", { timeout: 120_000 }, () => {
  it("is the whole drawing, in one file that needs nothing else", async () => {
    await designer.in("callback", async (page) => {
      const svg = (await downloaded(page, "SVG")).toString("utf8")
      for (const title of ["从哪里来", "打哪个号码", "回电已约好", "未约回电"]) expect(svg).toContain(title)
      expect(svg.match(/(?:href|src|url\(|@import)/g)).toBeNull()
      const [, width = "0", height = "0"] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
      const png = await downloaded(page, "PNG")
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)])
    })
  })

  it("is light on a dark screen too", async () => {
    await designer.in(
      "callback",
      async (page) => expect((await downloaded(page, "SVG")).toString("utf8")).toContain('fill="#ffffff"'),
      { colorScheme: "dark" },
    )
  })
})

async function downloaded(page: Page, kind: "SVG" | "PNG"): Promise<Buffer> {
  await page.keyboard.press("Control+k")
  await page.getByRole("combobox", { name: /搜索步骤/ }).fill(kind)
  await page.getByRole("option", { name: new RegExp(`导出图片.*${kind}`) }).waitFor()
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")])
  expect(download.suggestedFilename()).toBe(`callback.${kind.toLowerCase()}`)
  return readFileSync(await download.path())
}

describe("the first visit", { timeout: 120_000 }, () => {
  it("shows a newcomer round, is skipped with a key, stays away, and comes back when asked for", async () => {
    await designer.in(
      "callback",
      async (page) => {
        const card = page.locator(".introduction")
        await card.getByText("1 / 5").waitFor()
        const { violations } = await new AxeBuilder({ page }).include(".introduction").analyze()
        expect(violations).toEqual([])
        await page.keyboard.press("Enter")
        await card.getByText("添加步骤").waitFor()
        await page.keyboard.press("Escape")
        await expect.poll(() => card.count()).toBe(0)
        await page.reload()
        await page.locator(".react-flow__node").first().waitFor()
        expect(await card.count()).toBe(0)
        await page.keyboard.press("Control+k")
        await page.getByRole("combobox", { name: /搜索步骤/ }).fill("介绍")
        await page.keyboard.press("Enter")
        for (const step of [1, 2, 3, 4, 5]) {
          await card.getByText(`${step} / 5`).waitFor()
          await page.keyboard.press("Enter")
        }
        await expect.poll(() => card.count()).toBe(0)
      },
      { isFirstVisit: true },
    )
  })
})

describe("the room there is", { timeout: 120_000 }, () => {
  it("puts form and trial side by side from 1,600 px", async () => {
    await designer.in(
      "callback",
      async (page) => {
        await page.locator(".outline-name").first().click()
        await page.getByLabel("标题 · 中文").waitFor()
        await page.getByRole("button", { name: "开始试聊" }).waitFor()
      },
      { viewport: { width: 1600, height: 900 } },
    )
  })

  it.each([900, 390])("leaves reading alone at %d px", async (width) => {
    await designer.in(
      "callback",
      async (page) => {
        await page.getByText("窗口太窄，只能阅读").waitFor()
        const first = page.locator(".react-flow__node").first()
        const before = await middle(first)
        await first.click()
        await page.getByRole("tab", { name: "属性" }).click()
        expect(await page.getByLabel("标题 · 中文").isDisabled()).toBe(true)
        await drag(page, before, { x: before.x + 80, y: before.y - 60 })
        await page.keyboard.press("Delete")
        await page.getByText("已保存", { exact: true }).waitFor({ state: "attached" })
        expect(await page.locator(".react-flow__node", { hasText: "从哪里来" }).count()).toBe(1)
        await page.getByRole("tab", { name: "大纲" }).click()
        await page.locator(".outline-name", { hasText: "回电已约好" }).click()
        await page.locator(".react-flow__node.selected", { hasText: "回电已约好" }).waitFor()
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide).toBeLessThanOrEqual(0)
      },
      { viewport: { width, height: 844 } },
    )
  })
})
