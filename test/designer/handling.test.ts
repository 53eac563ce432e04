import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { openDesigner } from "./designer-page.ts"
import { drag, dragFromPalette, middle, node, onWay } from "./gestures.ts"

const designer = openDesigner((flows) => {
  mkdirSync(join(flows, "small"))
  writeFileSync(
    join(flows, "small/flow.yaml"),
    `format: 1
id: small
title: { zh: 小流程, en: A small flow }
outcomes: [done]
start: hello
states:
  hello:
    type: message
    title: { zh: 问候, en: Hello }
    say: { zh: 您好, en: Hello }
    to: stage
  stage:
    type: group
    title: { zh: 阶段, en: A stage }
    start: inside
    states:
      inside:
        type: message
        title: { zh: 里面, en: Inside }
        say: { zh: 请稍等, en: One moment }
        to: over
      over:
        type: final
        title: { zh: 阶段完成, en: Over }
        outcome: done
    to:
      done: end
  end:
    type: final
    title: { zh: 完成, en: Done }
    outcome: done
`,
  )
  const states = {
    hello: { x: 0, y: 0 },
    stage: { x: 480, y: 0 },
    inside: { x: 32, y: 56 },
    over: { x: 344, y: 88 },
    end: { x: 1080, y: 0 },
  }
  writeFileSync(join(flows, "small/layout.json"), JSON.stringify({ format: 1, states }))
})

const states = () => parse(designer.textOf("small/flow.yaml")).states

async function save(page: Page): Promise<void> {
  await page.keyboard.press("Control+s")
  await page.getByText("已保存", { exact: true }).waitFor()
}

async function undoAll(page: Page): Promise<void> {
  const undo = page.getByRole("button", { name: /^撤销/ })
  while (await undo.isEnabled()) await undo.click()
  await save(page)
}

describe("the canvas by hand", { timeout: 180_000 }, () => {
  it("puts a loose step onto a way, into a stage and out of it", async () => {
    await designer.in("small", async (page) => {
      await dragFromPalette(page, "说话", { x: 420, y: 700 })
      const step = node(page, "新的说话")
      await step.waitFor()
      await drag(page, await middle(step), await onWay(page, "hello#next"))
      const where = await middle(step)
      await save(page)
      expect(states()).toMatchObject({ hello: { to: "message" }, message: { to: "stage" } })
      expect(await middle(step)).toEqual(where)
      await page.getByRole("button", { name: "全部可见" }).click()
      await page.waitForFunction(() => document.querySelectorAll(".react-flow__node-frame").length === 1)
      const inside = await middle(node(page, "里面"))
      await drag(page, await middle(step), { x: inside.x + 20, y: inside.y - 10 })
      await save(page)
      expect(states().stage.states).toHaveProperty("message")
      await drag(page, await middle(step), { x: 420, y: 760 })
      await save(page)
      expect(states()).toHaveProperty("message")
      await undoAll(page)
    })
  })

  it("selects several, duplicates them, moves them together and deletes them, each as one step", async () => {
    await designer.in("small", async (page) => {
      const chosen = page.locator(".react-flow__node.selected")
      await node(page, "问候").click({ position: { x: 40, y: 8 } })
      await page.keyboard.down("Shift")
      await node(page, "完成").click()
      await page.keyboard.up("Shift")
      expect(await chosen.count()).toBe(2)
      await page.keyboard.press("Control+d")
      await expect.poll(() => page.locator(".outline-name", { hasText: "问候" }).count()).toBe(2)
      await page.keyboard.press("Alt+ArrowDown")
      await page.keyboard.press("Alt+ArrowDown")
      await page.keyboard.press("Delete")
      await expect.poll(() => page.locator(".outline-name", { hasText: "问候" }).count()).toBe(1)
      for (const left of [2, 2, 1]) {
        await page.keyboard.press("Control+z")
        await expect.poll(() => page.locator(".outline-name", { hasText: "问候" }).count()).toBe(left)
      }
      expect(await page.getByRole("button", { name: /^撤销/ }).isEnabled()).toBe(false)
    })
  })

  it("catches on what stands beside, and shows the line", async () => {
    await designer.in("small", async (page) => {
      const { x, y } = await middle(node(page, "完成"))
      await page.mouse.move(x, y)
      await page.mouse.down()
      const guide = page.locator(".guide")
      for (let step = 1; step <= 80 && (await guide.count()) === 0; step += 1)
        await page.mouse.move(x, y + step)
      expect(await guide.count()).toBeGreaterThan(0)
      await page.mouse.up()
      expect(await guide.count()).toBe(0)
    })
  })

  it("carries steps to another flow by the clipboard", async () => {
    await designer.in("small", async (page) => {
      await node(page, "问候").click({ position: { x: 40, y: 8 } })
      await page.keyboard.press("Control+c")
      await page.locator(".flow-picker").click()
      await page.getByRole("searchbox", { name: "查找流程" }).fill("callback")
      await page.keyboard.press("Enter")
      await page.locator(".outline-name", { hasText: "没有人能接" }).waitFor()
      await page.keyboard.press("Control+v")
      await page.locator(".react-flow__node.selected", { hasText: "问候" }).waitFor()
    })
  })

  it("is used by keyboard alone", async () => {
    await designer.in("small", async (page) => {
      await page.locator(".outline-name", { hasText: "问候" }).press("Enter")
      const chosen = page.locator(".react-flow__node.selected")
      await chosen.focus()
      await page.keyboard.press("ArrowRight")
      await expect.poll(() => chosen.getAttribute("data-id")).toBe("inside")
      await page.keyboard.press("Enter")
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
        .toBe("标题 · 中文")
    })
  })
})
