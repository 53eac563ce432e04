import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { longFlow } from "../bench/thousand-states.ts"
import { openDesigner } from "./designer-page.ts"

const designer = openDesigner((flows) => {
  mkdirSync(join(flows, "vast"))
  writeFileSync(join(flows, "vast/flow.yaml"), longFlow(2_000, "vast"))
  const states = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [
      index === 1_999 ? "end" : `s${index}`,
      { x: (index % 40) * 320, y: Math.floor(index / 40) * 240 },
    ]),
  )
  writeFileSync(join(flows, "vast/layout.json"), JSON.stringify({ format: 1, states }))
})

describe("what the designer is given", { timeout: 180_000 }, () => {
  it("may be a flow of 2,000 states", async () => {
    await designer.in("vast", async (page) => {
      await page.keyboard.press("Control+k")
      await page.getByRole("combobox", { name: /搜索步骤/ }).fill("第1777步")
      await page.keyboard.press("Enter")
      await page.locator(".react-flow__node.selected", { hasText: "第1777步" }).waitFor()
      await page.locator(".inspector .text-area, .inspector input").nth(1).fill("改过的一步")
      await page.locator(".react-flow__node.selected", { hasText: "改过的一步" }).waitFor()
    })
  })

  it("may be a text of 20,000 characters, and a server that is gone while it is saved", async () => {
    const before = designer.textOf("callback/flow.yaml")
    await designer.in(
      "callback",
      async (page) => {
        await page.locator(".outline-name", { hasText: "不约了" }).click()
        await page.getByLabel("对客户说 · 中文").fill("很长的话。".repeat(4_000))
        await page.locator(".draft-state.changed").waitFor()
        await page.route("**/api/flows", (route) => route.abort())
        await page.keyboard.press("Control+s")
        await page.getByText("连不上服务器").waitFor()
        expect(designer.textOf("callback/flow.yaml")).toBe(before)
        await page.unroute("**/api/flows")
        await expect.poll(() => page.evaluate(isKept, "很长的话")).toBe(true)
        await page.reload()
        await page.locator(".draft-state.changed").waitFor()
        await page.keyboard.press("Control+s")
        await page.getByText("已保存", { exact: true }).waitFor()
        expect(designer.textOf("callback/flow.yaml")).toContain("很长的话。很长的话。")
      },
      { expected: ["ERR_FAILED"] },
    )
  })

  it("may hold a type of state from a newer format: it is drawn, said to be unknown, and kept", async () => {
    const file = join(designer.flows, "callback/flow.yaml")
    const text = designer.textOf("callback/flow.yaml")
    const newer = text.replace(/( {2}noOneFree:\n {4}type: )message/, "$1video\n    camera: front")
    writeFileSync(file, newer)
    await designer.in("callback", async (page) => {
      await page.locator(".outline-name", { hasText: "没有人能接" }).click()
      await page.getByText("这个类型来自更新的版本，这里不能修改，但会原样保留。").waitFor()
      await page.getByLabel("标题 · 中文").fill("忙线")
      await page.keyboard.press("Control+s")
      await page.getByText("已保存", { exact: true }).waitFor()
      expect(designer.textOf("callback/flow.yaml")).toBe(newer.replace("没有人能接", "忙线"))
    })
  })
})

describe("a file that cannot be read", { timeout: 180_000 }, () => {
  it("is told of alone, where it is wrong, and one press leads there; the drawing stays", async () => {
    await designer.in("callback", async (page) => {
      const cards = await page.locator(".react-flow__node").count()
      await page.getByRole("tab", { name: "YAML" }).click()
      await page.locator(".cm-line", { hasText: "title:" }).first().click()
      await page.keyboard.press("End")
      await page.keyboard.type(" [")
      const unread = page.locator(".unread")
      await unread.getByText("这个文件暂时读不出来").waitFor()
      expect(await page.locator(".react-flow__node").count()).toBe(cards)
      await page.getByRole("tab", { name: /^问题/ }).click()
      await page.locator(".problem.error", { hasText: /YAML|读/ }).waitFor()
      expect(await page.locator(".problem.error").count()).toBe(1)
      await unread.getByRole("button", { name: /^打开第\d+行改正$/ }).click()
      await page.locator(".cm-editor.cm-focused").waitFor()
      const wrong = await unread.locator(".wrong").evaluate((element) => element.lastChild?.textContent)
      expect(await page.locator(".cm-activeLine").textContent()).toBe(wrong)
      await page.getByRole("button", { name: /^撤销/ }).click()
      await page.locator(".inspector").waitFor()
    })
  })

  it("leaves what it last said: as it was saved, else as it serves customers", async () => {
    const settings = designer.textOf("flowset.yaml")
    const flow = designer.textOf("callback/flow.yaml")
    try {
      writeFileSync(join(designer.flows, "flowset.yaml"), settings.replace("queues:", "queues: ["))
      writeFileSync(join(designer.flows, "callback/flow.yaml"), flow.replace("states:", "states: ["))
      await designer.in("callback", async (page) => {
        await page.getByText("流程集设置的第", { exact: false }).waitFor()
        await page.locator(".outline-name", { hasText: "没有人能接" }).waitFor()
        await page.goto(`${designer.server().url}/designer?flow=callback&page=queues&locale=zh`)
        await page.locator(".element-list").getByText("退保专席").waitFor()
        await page.locator(".unread").waitFor()
      })
    } finally {
      writeFileSync(join(designer.flows, "flowset.yaml"), settings)
      writeFileSync(join(designer.flows, "callback/flow.yaml"), flow)
    }
  })
})

/** Whether this browser keeps unsaved work with such words. */
function isKept(words: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("colloquy.designer")
    opening.onsuccess = () => {
      const kept = opening.result.transaction("unsaved").objectStore("unsaved").getAll()
      kept.onsuccess = () => {
        opening.result.close()
        resolve(JSON.stringify(kept.result).includes(words))
      }
    }
  })
}
