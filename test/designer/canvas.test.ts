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
      await page.getByRole("button", { name: /给王敏.*暂时没有空闲人工/ }).waitFor()
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
