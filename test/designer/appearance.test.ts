import AxeBuilder from "@axe-core/playwright"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser } from "../e2e/browser.ts"
import { type ChatServer, startChatServer } from "./chat-server.ts"

let browser: Browser
let server: ChatServer

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startChatServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const scenes = ["amount", "gate", "readBack", "done", "questionnaire", "documents", "busy"]

async function inPage(
  options: Parameters<Browser["newContext"]>[0],
  act: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    await act(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

async function openChat(page: Page, locale: string): Promise<void> {
  await page.goto(`${server.url}/chat?locale=${locale}`)
  await page.locator(".quick-replies button").first().waitFor()
}

async function playAll(page: Page, locale: string): Promise<void> {
  await openChat(page, locale)
  for (const scene of scenes) server.play(scene)
  await page.locator(".typing").waitFor()
}

async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter((each) => each.impact === "serious" || each.impact === "critical")
    .flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html} ${node.failureSummary ?? ""}`))
}

const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  ["zh", "en"].map((locale) => ({ colorScheme, locale })),
)

describe("accessibility", () => {
  it.each(looks)(
    "leaves nothing serious to axe in the chat: $locale, $colorScheme",
    async ({ colorScheme, locale }) => {
      await inPage({ colorScheme, viewport: { width: 1440, height: 900 } }, async (page) => {
        await playAll(page, locale)
        expect(await seriousFindings(page)).toEqual([])
        server.play("readBack")
        await page.locator(".quick-replies").waitFor()
        await page.locator(".chat-header .popover > button").click()
        expect(await seriousFindings(page)).toEqual([])
      })
    },
  )

  it.each(looks)(
    "leaves nothing serious on the start page: $locale, $colorScheme",
    async ({ colorScheme, locale }) => {
      await inPage({ colorScheme }, async (page) => {
        await page.goto(`${server.url}/?locale=${locale}`)
        await page.locator(".person summary").first().click()
        expect(await seriousFindings(page)).toEqual([])
      })
    },
  )

  it("is used by keyboard alone", async () => {
    await inPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await openChat(page, "zh")
      const focused = () =>
        page.evaluate(() => document.activeElement?.textContent || document.activeElement?.ariaLabel)
      await page.getByLabel("输入消息").focus()
      await page.keyboard.press("Shift+Tab")
      await page.keyboard.press("Shift+Tab")
      expect(await focused()).toBe("理赔报案")
      await page.keyboard.press("Shift+Tab")
      await page.keyboard.press("Shift+Tab")
      await page.keyboard.press("Enter")
      await page.getByText("请告诉我您的保单号。").waitFor()
      await expect.poll(focused).toBe("输入消息")
    })
  })
})

describe("layout", () => {
  it.each([
    { width: 390, textSize: "100" },
    { width: 390, textSize: "125" },
    { width: 390, textSize: "150" },
    { width: 320, textSize: "150" },
    { width: 1440, textSize: "100" },
  ])("never scrolls sideways: $width px, $textSize %", async ({ width, textSize }) => {
    await inPage({ viewport: { width, height: 800 } }, async (page, context) => {
      const preferences = JSON.stringify({ theme: "system", textSize })
      await context.addInitScript((kept) => localStorage.setItem("colloquy.preferences", kept), preferences)
      for (const locale of ["zh", "en"]) {
        await playAll(page, locale)
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll("*")]
            .filter(
              (each) =>
                each.getBoundingClientRect().right > innerWidth + 0.5 &&
                each.closest(".visually-hidden") === null,
            )
            .map((each) => each.outerHTML.slice(0, 120)),
        )
        expect(wide).toEqual([])
      }
    })
  })

  it("lists whom to try beside the chat only where there is room", async () => {
    await inPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url })
      await openChat(page, "zh")
      const panel = page.getByRole("complementary", { name: "可以试的客户" })
      await panel.waitFor()
      await panel.getByText("名下有三份保单，可以试选择保单").click()
      await panel.getByRole("button", { name: "复制保单号 P20230001234" }).click()
      await panel.getByRole("button", { name: "已复制保单号" }).waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("P20230001234")
      await page.setViewportSize({ width: 1000, height: 900 })
      expect(await panel.count()).toBe(0)
    })
  })

  it("remembers the theme over a reload", async () => {
    await inPage({ colorScheme: "light" }, async (page) => {
      await page.goto(`${server.url}/?locale=zh`)
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const light = await ground()
      await page.getByRole("button", { name: "外观" }).click()
      await page.getByRole("button", { name: "深色" }).click()
      const dark = await ground()
      await page.reload()
      expect(dark).not.toBe(light)
      expect(await ground()).toBe(dark)
    })
  })
})

describe("the start page", () => {
  it("leads to the chat in both languages, to each service and to the interfaces", async () => {
    await inPage({}, async (page) => {
      await page.goto(`${server.url}/?locale=zh`)
      await page.locator(".person").first().waitFor()
      const links = await page
        .locator("main a")
        .evaluateAll((all) => all.map((each) => each.getAttribute("href")))
      expect(links).toEqual([
        "/chat?locale=zh",
        "/designer?locale=zh",
        "/chat?locale=en",
        ...[
          "policy-status",
          "claims",
          "renewal",
          "surrender",
          "health-disclosure",
          "complaint",
          "claims-status",
        ].map((flow) => `/chat?flow=${flow}&locale=zh`),
        "/api/openapi.json",
        "http://127.0.0.1:9/",
        "/healthz",
      ])
    })
  })

  it("shows some customers in a line each, all of them on demand, and those that are looked for", async () => {
    await inPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(`${server.url}/?locale=zh`)
      const names = () => page.locator(".person-name").allTextContents()
      await page.locator(".person").first().waitFor()
      expect(await names()).toHaveLength(8)
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2_000)
      await page.getByRole("searchbox", { name: "查找客户" }).fill("手机号 P2019")
      expect(await names()).toEqual(["欧阳海"])
      await page.getByRole("searchbox").fill("没有这样的人")
      await page.getByText("没有找到符合的客户，换个词试试。").waitFor()
      await page.getByRole("searchbox").fill("")
      await page.getByRole("button", { name: "犹豫期" }).click()
      expect(await names()).toEqual(["陈静"])
      await page.getByRole("button", { name: "全部", exact: true }).click()
      await page.getByRole("button", { name: "显示全部12位" }).click()
      expect(await names()).toHaveLength(12)
    })
  })

  it("loads nothing from outside, and keeps to a strict content security policy", async () => {
    await inPage({}, async (page) => {
      const outside: string[] = []
      const errors: string[] = []
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()))
      page.on("pageerror", (error) => errors.push(error.message))
      page.on("request", (request) => {
        if (new URL(request.url()).origin !== server.url) outside.push(request.url())
      })
      await page.goto(`${server.url}/?locale=zh`)
      await page.locator(".person").first().waitFor()
      await playAll(page, "zh")
      expect(outside).toEqual([])
      expect(errors).toEqual([])
    })
  })
})
