import AxeBuilder from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { openDesigner } from "./designer-page.ts"

const designer = openDesigner()
const { in: inDesigner } = designer

async function rename(page: Page, step: string, title: string): Promise<void> {
  await page.locator(".outline-name", { hasText: step }).click()
  await page.getByLabel("标题 · 中文").fill(title)
}

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const served = async (): Promise<string> => {
  const { url, operatorToken } = designer.server()
  const response = await fetch(`${url}/api/releases/current`, {
    headers: { authorization: `Bearer ${operatorToken}` },
  })
  const { files } = (await response.json()) as { files: Record<string, string> }
  return files["complaint/flow.yaml"] ?? ""
}

describe("a release", { timeout: 180_000 }, () => {
  it("shows what it changes, takes only what is saved and has no errors, and then serves", async () => {
    await inDesigner("complaint", async (page) => {
      await rename(page, "致歉", "先道歉")
      await page.getByRole("button", { name: "发布", exact: true }).click()
      const dialog = page.getByRole("dialog", { name: "发布" })
      const confirm = dialog.getByRole("button", { name: "发布", exact: true })
      await dialog.getByText("保存的内容和当前版本一样").waitFor({ timeout: 30_000 })
      expect(await confirm.isDisabled()).toBe(true)
      expect(await serious(page)).toEqual([])
      await dialog.getByRole("button", { name: "先保存" }).click()
      await dialog.getByText("有1处改动").waitFor()
      expect(await dialog.locator("del").allTextContents()).toEqual(["致歉"])
      expect(await dialog.locator("ins").allTextContents()).toEqual(["先道歉"])
      expect(await served()).not.toContain("先道歉")
      await confirm.click()
      await dialog.getByText("已发布").waitFor({ timeout: 60_000 })
      expect(await served()).toContain("先道歉")
    })
  })

  it("is stopped by errors, which are listed", async () => {
    await inDesigner("complaint-status", async (page) => {
      await page.locator(".outline-name:not(.group)").first().click()
      await page.getByRole("tab", { name: "YAML" }).click()
      await page.locator(".cm-content").click()
      await page.keyboard.press("Control+End")
      await page.keyboard.type("start: nowhere\n")
      await page.keyboard.press("Control+s")
      await page.getByRole("button", { name: "发布", exact: true }).click()
      const dialog = page.getByRole("dialog", { name: "发布" })
      await dialog.getByText(/处错误，改好之后才能发布/).waitFor({ timeout: 60_000 })
      expect(await dialog.getByRole("button", { name: "发布", exact: true }).isDisabled()).toBe(true)
    })
  })
})

describe("the document for review", { timeout: 180_000 }, () => {
  it("has every text of the flow in both languages, its wordings in full, and no code", async () => {
    await inDesigner("surrender", async (page) => {
      const [document] = await Promise.all([
        page.waitForEvent("popup"),
        page.getByRole("button", { name: "送审稿" }).click(),
      ])
      await document.locator(".review-document").waitFor({ timeout: 60_000 })
      const text = (await document.locator(".review-document").textContent()) ?? ""
      for (const part of [
        ...[
          "3.1 核对保单",
          "多久到账",
          "These policies are yours. Which one do you want to surrender?",
          "退保损失告知书",
          "compliance.lin",
        ],
        ...["退保前必须告知损失并取得明确同意", "保险法 第四十七条", "再次核验身份的金额"],
      ])
        expect(text).toContain(part)
      expect(text).not.toMatch(/data\.|derived\.|slots\.|&&|\bsize\(/)
      expect(await serious(document)).toEqual([])
      await document.getByRole("button", { name: "中文", exact: true }).click()
      expect(await document.locator(".review-document").textContent()).not.toContain("Which one do you want")
      const pdf = await document.pdf({ preferCSSPageSize: true })
      expect(pdf.length).toBeGreaterThan(100_000)
    })
  })
})
