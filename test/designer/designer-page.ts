import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pino } from "pino"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, beforeAll, expect } from "vitest"
import { type RunningServer, startServer } from "../../server/index.ts"
import { launchBrowser } from "../e2e/browser.ts"

export type DesignerOptions = BrowserContextOptions & {
  readonly locale?: "zh" | "en"
  /** Parts of messages in the console that the test itself brings about. */
  readonly expected?: readonly string[]
  /** Sees the introduction, as on a first visit. */
  readonly isFirstVisit?: boolean
}

/** The designer as it is served, on a copy of the shipped flows; for the tests of one file. */
export function openDesigner(prepare: (flows: string) => void = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), "colloquy-designer-"))
  const flows = join(folder, "flows")
  let browser: Browser
  let server: RunningServer
  beforeAll(async () => {
    cpSync("flows", flows, { recursive: true })
    prepare(flows)
    server = await startServer({
      port: 0,
      dataDir: join(folder, "data"),
      flowsDir: flows,
      log: pino({ level: "silent" }),
      environment: {},
    })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    /** The folder that the server reads and writes. */
    flows,
    server: () => server,
    textOf: (file: string) => readFileSync(join(flows, file), "utf8"),
    /** Opens a flow in a browser that saw nothing before, and holds that no error is told in its console. */
    async in(flow: string, act: (page: Page) => Promise<void>, options: DesignerOptions = {}): Promise<void> {
      const { locale = "zh", expected = [], isFirstVisit = false, ...more } = options
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        colorScheme: "light",
        ...more,
      })
      try {
        if (!isFirstVisit)
          await context.addInitScript(() => localStorage.setItem("colloquy.designer.introduced", "true"))
        const page = await context.newPage()
        const errors: string[] = []
        page.on("pageerror", (error) => errors.push(error.message))
        page.on("console", (message) => message.type() === "error" && errors.push(message.text()))
        await page.goto(`${server.url}/designer?flow=${flow}&locale=${locale}`)
        await page.locator(".react-flow__node").first().waitFor({ timeout: 90_000 })
        await act(page)
        expect(errors.filter((error) => !expected.some((part) => error.includes(part)))).toEqual([])
      } finally {
        await context.close()
      }
    },
  }
}
