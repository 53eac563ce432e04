import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { openDesigner } from "./designer-page.ts"
import { drag, middle } from "./gestures.ts"

const designer = openDesigner()

function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  return Object.fromEntries(
    names
      .filter((name) => /\.(?:ya?ml|json)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  )
}

/** The lines of one text that the other has not, by place. */
function changedLines(before: string, after: string): readonly (readonly [string, string])[] {
  const [old, now] = [before.split("\n"), after.split("\n")]
  expect(now).toHaveLength(old.length)
  return old.flatMap((line, index) => (line === now[index] ? [] : [[line, now[index] ?? ""] as const]))
}

describe("what is saved", { timeout: 300_000 }, () => {
  it("is nothing after every flow was opened and nothing changed", async () => {
    const before = filesIn(designer.flows)
    const flows = Object.keys(before).flatMap((file) => /([^/]+)\/flow\.yaml$/.exec(file)?.[1] ?? [])
    expect(flows.length).toBeGreaterThan(30)
    await designer.in("surrender", async (page) => {
      for (const flow of flows) {
        await page.evaluate((id) => {
          history.pushState(null, "", `/designer?flow=${id}`)
          window.dispatchEvent(new PopStateEvent("popstate"))
        }, flow)
        await page.locator(".flow-picker", { has: page.getByText(flow, { exact: true }) }).waitFor()
        await page.locator(".react-flow__node").first().waitFor()
      }
      await page.getByText("已保存", { exact: true }).waitFor()
      await page.keyboard.press("Control+s")
      expect(filesIn(designer.flows)).toEqual(before)
    })
  })

  it("is one line for a text, one for an exit and one for a place of the longest flow", async () => {
    const before = filesIn(designer.flows)
    await designer.in("surrender", async (page) => {
      await page.locator(".outline-name", { hasText: "没有查到保单号" }).click()
      await page.locator(".react-flow__node.selected").waitFor()
      await page.getByLabel("标题 · 中文").fill("没有这份保单")
      await page.locator(".inspector").getByLabel("继续", { exact: true }).selectOption({ label: "离异提示" })
      const node = page.locator(".react-flow__node.selected")
      const { x, y } = await middle(node)
      await drag(page, { x, y: y - 30 }, { x: x + 40, y: y + 100 })
      await page.keyboard.press("Control+s")
      await page.getByText("已保存", { exact: true }).waitFor()
    })
    const after = filesIn(designer.flows)
    const changed = Object.keys(after).filter((file) => after[file] !== before[file])
    expect(changed.sort()).toEqual(["surrender/flow.yaml", "surrender/layout.json"])
    const inFlow = changedLines(before["surrender/flow.yaml"] ?? "", after["surrender/flow.yaml"] ?? "")
    expect(inFlow.map(([, line]) => line.trim())).toEqual([
      "zh: 没有这份保单",
      expect.stringMatching(/^to: \w+$/),
    ])
    const inLayout = changedLines(before["surrender/layout.json"] ?? "", after["surrender/layout.json"] ?? "")
    expect(inLayout.map(([, line]) => line.trim())).toEqual([expect.stringMatching(/^"notFound": \{/)])
  })
})
