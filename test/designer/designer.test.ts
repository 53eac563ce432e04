import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { describe, expect, it } from "vitest"
import { openDesigner } from "./designer-page.ts"

const designer = openDesigner()
const inDesigner = designer.in
const textOf = (flow: string) => designer.textOf(`${flow}/flow.yaml`)

describe("the flow designer", { timeout: 120_000 }, () => {
  it("changes one text, which is one line of the file, and undoes it", async () => {
    await inDesigner("complaint-status", async (page) => {
      const before = textOf("complaint-status")
      await page.locator(".outline-name:not(.group)").first().click()
      const title = page.getByLabel("标题 · 中文")
      await title.fill("另一个名字")
      await page.locator(".react-flow__node", { hasText: "另一个名字" }).waitFor()
      await page.getByText("草稿 · 未保存 1 处").or(page.getByText("草稿 · 未保存1处")).waitFor()
      await page.keyboard.press("Control+s")
      await page.getByText("已保存", { exact: true }).waitFor()
      const after = textOf("complaint-status").split("\n")
      const changed = before.split("\n").filter((line, index) => line !== after[index])
      expect(after).toHaveLength(before.split("\n").length)
      expect(changed).toHaveLength(1)
      await page.getByRole("button", { name: /^撤销/ }).click()
      await page.keyboard.press("Control+s")
      await expect.poll(() => textOf("complaint-status")).toBe(before)
    })
  })

  it("adds a step after the one that is selected and tells what it lacks", async () => {
    await inDesigner("callback", async (page) => {
      await page.locator(".outline-name").first().click()
      await page.getByRole("tab", { name: "组件" }).click()
      await page.getByRole("button", { name: /^系统调用/ }).click()
      await page.getByLabel("标题 · 中文").waitFor()
      expect(await page.getByLabel("标题 · 中文").inputValue()).toBe("新的系统调用")
      expect(await page.getByLabel("标题 · 英文").inputValue()).toBe("New system call")
      await page.locator(".form-problems").first().waitFor()
      await page.keyboard.press("Escape")
      await page.getByRole("button", { name: /^撤销/ }).click()
      await page.getByText("没有问题").waitFor()
    })
  })

  it("begins every form at its top, and names what a flow is given", async () => {
    await inDesigner("callback", async (page) => {
      await page.locator(".outline-name", { hasText: "从哪里来" }).click()
      await page.getByText("已有回电事由").or(page.getByText("已有 回电事由")).first().waitFor()
      const form = page.locator(".side-panel.right .side-content[data-state=active]")
      await form.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      await expect.poll(() => form.evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
      await page.locator(".outline-name", { hasText: "打哪个号码" }).click()
      await expect.poll(() => form.evaluate((element) => element.scrollTop)).toBe(0)
    })
  })

  it("draws every way to the cards that come into sight when the whole is shown", async () => {
    await inDesigner("complaint", async (page) => {
      const ways = page.locator(".react-flow__edge")
      const before = await ways.count()
      await page.getByRole("button", { name: "全部可见" }).click()
      await expect.poll(() => ways.count()).toBeGreaterThan(before + 10)
    })
  })

  it("goes on drawing while an entry has only its name in the text", async () => {
    await inDesigner("complaint", async (page) => {
      await page.getByRole("tab", { name: "YAML" }).click()
      await page.locator(".cm-content").click()
      await page.keyboard.press("Control+End")
      await page.keyboard.type("\n  later:")
      await page.locator(".draft-state.changed").waitFor()
      await page.locator(".react-flow__node").first().waitFor()
    })
  })

  it("finds steps by what they say, from the keyboard", async () => {
    await inDesigner("callback", async (page) => {
      await page.keyboard.press("Control+k")
      await page.getByRole("combobox", { name: /搜索步骤/ }).fill("回电号码")
      await page.getByRole("option").first().waitFor()
      await page.keyboard.press("Enter")
      await page.locator(".react-flow__node.selected").waitFor()
    })
  })

  it("deletes what is selected and mends the way through it", async () => {
    await inDesigner("callback", async (page) => {
      const first = page.locator(".outline-name", { hasText: "没有人能接" })
      await first.click()
      await page.locator(".react-flow__node.selected").click()
      await page.keyboard.press("Delete")
      await expect.poll(() => first.count()).toBe(0)
      await page.keyboard.press("Control+z")
      await first.waitFor()
    })
  })

  it("holds a conversation with the flow as it is being edited, and keeps it as a scenario", async () => {
    await inDesigner("complaint", async (page) => {
      await page.getByRole("tab", { name: "试聊" }).click()
      await page.getByRole("button", { name: "开始试聊" }).click()
      await page.getByRole("log").getByText("抱歉").first().waitFor({ timeout: 60_000 })
      await page.locator("[data-answer]").fill("柜台让我跑了三次")
      await page.keyboard.press("Enter")
      await page.getByRole("log").getByText("柜台让我跑了三次").waitFor()
      await page.getByRole("tab", { name: "信息项" }).click()
      await page.locator(".slot-table", { hasText: "柜台让我跑了三次" }).waitFor()
      await page.getByRole("tab", { name: "经过" }).click()
      await page.locator(".trace", { hasText: "客户说「柜台让我跑了三次」" }).waitFor()
      await page.getByRole("button", { name: "存为用例" }).click()
      await page.getByLabel("用例名称").fill("跑了三次")
      await page.getByLabel("文件名").fill("three visits")
      await page.locator("form.play-bar").getByRole("button", { name: "存为用例" }).click()
      await page.locator("form.play-bar").waitFor({ state: "detached" })
      await page.keyboard.press("Control+s")
      const kept = join(designer.flows, "complaint/scenarios/three-visits.yaml")
      await expect.poll(() => existsSync(kept)).toBe(true)
      expect(readFileSync(kept, "utf8")).toContain("- customer: 柜台让我跑了三次")
      await page.getByRole("button", { name: "回到这里" }).first().click()
      await expect.poll(() => page.locator(".trace > li").count(), { timeout: 30_000 }).toBe(1)
    })
  })

  it.each([
    ["zh", "light"],
    ["en", "dark"],
  ] as const)("leaves nothing serious to axe: %s, %s", async (locale, colorScheme) => {
    await inDesigner(
      "callback",
      async (page) => {
        for (const index of [0, 1, 2, 4, 5, 9]) {
          await page.locator(".outline-name").nth(index).click()
          await page.locator(".react-flow__node.selected").waitFor()
          const { violations } = await new AxeBuilder({ page }).analyze()
          const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical")
          expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
        }
      },
      { locale, colorScheme },
    )
  })
})
