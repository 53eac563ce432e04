import { writeFileSync } from "node:fs"
import { join } from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { describe, expect, it } from "vitest"
import { openDesigner } from "./designer-page.ts"

const failing = `scenario: 说完就结束
flow: complaint
now: 2026-03-02T10:00:00+08:00
opens: complaint
steps:
  - customer: 柜台让我跑了三次
  - at: registered
`

const { in: inDesigner } = openDesigner((flows) =>
  writeFileSync(join(flows, "complaint/scenarios/ends-at-once.yaml"), failing),
)

describe("the scenarios of a flow", { timeout: 180_000 }, () => {
  it("run on the draft, paint their coverage and tell on the drawing where one failed", async () => {
    await inDesigner("complaint", async (page) => {
      await page.getByRole("tab", { name: /^用例/ }).click()
      const rows = page.locator(".scenario-row")
      const count = await rows.count()
      expect(await page.getByRole("tab", { name: /^用例/ }).textContent()).toBe(`用例${count}`)
      await page.getByRole("button", { name: "运行全部" }).click()
      await page.getByText(/^正在运行/).waitFor()
      await page.getByText("未通过 1", { exact: true }).waitFor({ timeout: 90_000 })
      await page.getByText(`通过 ${count - 1}`, { exact: true }).waitFor()

      await page.getByLabel("在图上显示覆盖").check()
      await page
        .locator(".coverage-legend")
        .getByText(/^走到过 \d+$/)
        .waitFor()
      await page.locator(".react-flow__node .paint.reached").first().waitFor()

      await page.locator(".scenario-row.failed .scenario-name").click()
      const callout = page.locator(".failure-callout")
      await callout.getByText("停在「经过与诉求」").waitFor()
      expect(await callout.getByRole("strong").textContent()).toContain("第2步没有通过")

      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])

      await page.getByLabel("在图上显示覆盖").uncheck()
      expect(await page.locator(".paint").count()).toBe(0)

      await page.getByRole("button", { name: "从这里接着试聊" }).first().click()
      await page.getByRole("log").getByText("柜台让我跑了三次").waitFor({ timeout: 60_000 })
    })
  })

  it("say that they are of an earlier flow once it was changed, and one runs alone", async () => {
    await inDesigner("complaint", async (page) => {
      await page.getByRole("tab", { name: /^用例/ }).click()
      await page.getByRole("button", { name: "运行「说完就结束」" }).click()
      await page.getByText("未通过 1", { exact: true }).waitFor({ timeout: 60_000 })
      await page.locator(".outline-name:not(.group)").first().click()
      await page.getByLabel("标题 · 中文").fill("先道歉")
      await page.getByText("流程改过了，下面是改之前的结果。").waitFor()
    })
  })
})
