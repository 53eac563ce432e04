import AxeBuilder from "@axe-core/playwright"
import { type ServerType, serve } from "@hono/node-server"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createSampleInsurer, type SampleInsurer } from "../../server/sample-insurer/index.ts"
import { launchBrowser } from "./browser.ts"

let browser: Browser
let insurer: SampleInsurer
let server: ServerType
let url: string

beforeAll(async () => {
  browser = await launchBrowser()
  insurer = createSampleInsurer({ file: ":memory:", now: () => Date.parse("2026-03-02T10:00:00+08:00") })
  url = await new Promise((resolve) => {
    server = serve({ fetch: insurer.app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
  })
})
afterAll(async () => {
  await browser?.close()
  insurer?.close()
  server?.close()
})

async function inPage(
  options: Parameters<Browser["newContext"]>[0],
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    await act(await context.newPage())
  } finally {
    await context.close()
  }
}

const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true
  })

// Everything that the page can do stands open at once, and axe looks at all of it.
describe("the sample insurer's page", { timeout: 180_000 }, () => {
  it.each([
    { locale: "zh", colorScheme: "light" },
    { locale: "en", colorScheme: "dark" },
  ] as const)("leaves nothing serious to axe, nor scrolls sideways: $locale, $colorScheme", async (look) => {
    await inPage({ colorScheme: look.colorScheme, viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(`${url}/?lang=${look.locale}`)
      await openAll(page)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    })
  })

  it("switches a fault on and off by one click each, in its own language", async () => {
    await inPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(`${url}/?lang=en`)
      await page.locator("#faults summary", { hasText: "Accounts" }).click()
      const switches = page.getByRole("form", { name: "Accounts on file" })
      await switches.getByRole("button", { name: "down" }).click()
      await page.locator("#faults .state", { hasText: "1 on" }).waitFor()
      const faults = async () => (await fetch(`${url}/faults`)).json()
      expect(await faults()).toEqual({ "account.list": { kind: "unavailable" } })
      await switches.getByRole("button", { name: "normal" }).click()
      await expect.poll(faults).toEqual({})
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Sample Life core system")
    })
  })
})
