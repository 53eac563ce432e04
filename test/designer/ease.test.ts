import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { openDesigner } from "./designer-page.ts"
import { drag, entryHandle, exitHandle, middle, node } from "./gestures.ts"

const designer = openDesigner((flows) => {
  mkdirSync(join(flows, "greet"))
  writeFileSync(
    join(flows, "greet/flow.yaml"),
    `format: 1
id: greet
title: { zh: 问好, en: Greeting }
outcomes: [done]
start: hello
states:
  hello:
    type: message
    title: { zh: 问候, en: Hello }
    say: { zh: 您好, en: Good day }
    to: done
  done:
    type: final
    title: { zh: 已问好, en: Greeted }
    outcome: done
`,
  )
  writeFileSync(
    join(flows, "greet/layout.json"),
    JSON.stringify({ format: 1, states: { hello: { x: 0, y: 0 }, done: { x: 400, y: 0 } } }),
  )
})

const command = async (page: Page, words: string) => {
  await page.keyboard.press("Control+k")
  await page.getByRole("combobox").fill(words)
  await page.keyboard.press("Enter")
}

describe("an analyst who reads English", { timeout: 180_000 }, () => {
  it("is shown round, changes a text, connects an exit, tries it and saves", async () => {
    const file = join(designer.flows, "greet/flow.yaml")
    writeFileSync(file, designer.textOf("greet/flow.yaml").replace("    to: done\n", ""))
    await designer.in(
      "greet",
      async (page) => {
        await page.getByRole("button", { name: "Skip" }).click()
        await page.locator(".outline-name", { hasText: "Hello" }).click()
        await page.getByLabel("Says to the customer · English").fill("Good morning")
        await page.getByRole("tab", { name: /^Problems/ }).click()
        const open = page.locator(".problem", { hasText: "leads nowhere" })
        await open.getByText("The exit “Go on” of “Hello” leads nowhere.").waitFor()
        await drag(
          page,
          await middle(exitHandle(page, "Hello", "Go on")),
          await middle(entryHandle(page, "Greeted")),
        )
        await expect.poll(() => open.count(), { timeout: 10_000 }).toBe(0)
        await page.getByRole("tab", { name: "Try it" }).click()
        await page.locator(".start-form button[type=submit]").click()
        await page.locator(".simulator-talk").getByText("Good morning").waitFor({ timeout: 60_000 })
        await page.keyboard.press("Control+s")
        await page.getByText("Saved", { exact: true }).waitFor()
        expect(parse(designer.textOf("greet/flow.yaml")).states.hello).toMatchObject({
          say: { zh: "您好", en: "Good morning" },
          to: "done",
        })
      },
      { locale: "en", isFirstVisit: true },
    )
  })
})

describe("steps on the clipboard", { timeout: 180_000 }, () => {
  it("go as text from one browser to another, and into another flow", async () => {
    const permissions = ["clipboard-read", "clipboard-write"]
    let text = ""
    await designer.in(
      "greet",
      async (page) => {
        await node(page, "问候").click({ position: { x: 40, y: 8 } })
        await page.keyboard.press("Control+c")
        text = await page.evaluate(() => navigator.clipboard.readText())
        await page.evaluate(() => navigator.clipboard.writeText("something else"))
      },
      { permissions },
    )
    await designer.in(
      "callback",
      async (page) => {
        await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
        await page.locator(".react-flow__pane").click({ position: { x: 200, y: 400 } })
        await page.keyboard.press("Control+v")
        await page.locator(".react-flow__node.selected", { hasText: "问候" }).waitFor()
        await page.keyboard.press("Control+s")
        await page.getByText("已保存", { exact: true }).waitFor()
        expect(parse(designer.textOf("callback/flow.yaml")).states.hello).toMatchObject({ type: "message" })
      },
      { permissions },
    )
  })
})

describe("the canvas", { timeout: 180_000 }, () => {
  it("fits a flow beside its overview map, which folds away and stays so", async () => {
    await designer.in("surrender", async (page) => {
      const map = page.locator(".react-flow__minimap")
      await map.waitFor()
      await page.getByRole("button", { name: "全部可见" }).click()
      const covered = () =>
        page.evaluate(() => {
          const over = document.querySelector(".react-flow__minimap")?.getBoundingClientRect()
          if (over === undefined) return ["there is no map"]
          return [...document.querySelectorAll(".react-flow__node")]
            .filter((element) => {
              const card = element.getBoundingClientRect()
              return (
                card.right > over.left &&
                card.left < over.right &&
                card.bottom > over.top &&
                card.top < over.bottom
              )
            })
            .map((element) => element.textContent)
        })
      await expect.poll(covered).toEqual([])
      await page.getByRole("button", { name: "收起缩略图" }).click()
      await expect.poll(() => map.count()).toBe(0)
      await page.reload()
      await page.getByRole("button", { name: "显示缩略图" }).click()
      await map.waitFor()
    })
  })

  it("says how far an arrangement is, and Escape stops it with everything where it was", async () => {
    await designer.in("surrender", async (page) => {
      const places = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>(".react-flow__node")].map(
            ({ style }) => style.transform,
          ),
        )
      const before = await places()
      await command(page, "自动排列")
      await page.locator(".arranging progress").waitFor()
      await page.keyboard.press("Escape")
      await expect.poll(() => page.locator(".arranging").count()).toBe(0)
      expect(await places()).toEqual(before)
      await page.getByText("已保存", { exact: true }).waitFor()
      await command(page, "自动排列")
      await page.locator(".draft-state.changed").waitFor({ timeout: 60_000 })
    })
  })

  it("stays with a flow whose renaming is undone and done again", async () => {
    await designer.in("greet", async (page) => {
      await page.getByLabel("流程编号，用到的地方一起改").fill("welcome")
      await page.keyboard.press("Enter")
      await expect.poll(() => new URL(page.url()).searchParams.get("flow")).toBe("welcome")
      await page.getByRole("button", { name: /^撤销/ }).click()
      await expect.poll(() => new URL(page.url()).searchParams.get("flow")).toBe("greet")
      await page.getByRole("button", { name: /^重做/ }).click()
      await expect.poll(() => new URL(page.url()).searchParams.get("flow")).toBe("welcome")
    })
  })
})
