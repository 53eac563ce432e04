import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Browser, Page } from "playwright-core"
import { printLayout } from "../../engine/index.ts"
import { launchBrowser } from "../e2e/browser.ts"
import { operatorToken, serve } from "../load/served.ts"
import { serveBareCanvas } from "./bare-canvas.ts"
import { median, type Ratio } from "./measure.ts"
import { longFlow } from "./thousand-states.ts"

const many = 1_000
const some = 200
const rounds = 5
const steps = 60
const shipped = fileURLToPath(new URL("../../flows", import.meta.url))

/**
 * The designer with a long flow against a page with as many plain nodes and nothing but React Flow: how long it takes
 * until a node can be chosen, and what a step of a drag costs the page. And how long a layout holds the page up.
 */
export async function designer(): Promise<readonly Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), "colloquy-designer-bench-"))
  const flows = join(folder, "flows")
  cpSync(shipped, flows, { recursive: true })
  for (const count of [many, some]) writeLongFlow(flows, count)
  const bare = await serveBareCanvas(join(folder, "bare"))
  const server = await serve(join(folder, "data"), flows, {})
  const browser = await launchBrowser()
  try {
    const bareUrl = `${bare.url}/?count=${many}`
    const designerUrl = `${server.url}/designer?flow=long-${many}`
    const opened: (readonly [bare: number, designer: number])[] = []
    const dragged: (readonly [bare: number, designer: number])[] = []
    for (let round = -1; round < rounds; round += 1) {
      const plain = await measured(browser, bareUrl)
      const ours = await measured(browser, designerUrl)
      if (round < 0) continue
      opened.push([plain.openMs, ours.openMs])
      dragged.push([plain.stepMs, ours.stepMs])
    }
    const blockMs = await longestBlockOfLayout(browser, `${server.url}/designer?flow=long-${some}`)
    return [
      ratioOf(`opening a flow of ${many} states / as many plain nodes`, opened, 2),
      ratioOf(`a step of a drag there / among plain nodes`, dragged, 1.5),
      {
        name: `longest hold-up of the page by a layout of ${some} states, in tenths of a second`,
        ratio: blockMs / 100,
        bound: { atMost: 1 },
        note: `${blockMs.toFixed(0)} ms`,
      },
    ]
  } finally {
    await browser.close()
    await server.kill()
    bare.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function ratioOf(name: string, pairs: readonly (readonly [number, number])[], atMost: number): Ratio {
  const [plain, ours] = [median(pairs.map(([first]) => first)), median(pairs.map(([, second]) => second))]
  return {
    name,
    ratio: median(pairs.map(([first, second]) => second / first)),
    bound: { atMost },
    note: `${ours.toFixed(1)} ms to ${plain.toFixed(1)} ms`,
  }
}

function writeLongFlow(flows: string, count: number): void {
  const id = `long-${count}`
  const columns = 25
  const places = Array.from({ length: count }, (_, index) => {
    const name = index === count - 1 ? "end" : `s${index}`
    return [name, { x: (index % columns) * 320, y: Math.floor(index / columns) * 240 }] as const
  })
  mkdirSync(join(flows, id))
  writeFileSync(join(flows, id, "flow.yaml"), longFlow(count, id))
  writeFileSync(
    join(flows, id, "layout.json"),
    printLayout({ format: 1, states: Object.fromEntries(places) }),
  )
}

/** Opens a page as on a first visit and drags the first node that is seen whole. */
async function measured(browser: Browser, url: string) {
  const context = await newVisitor(browser)
  try {
    const page = await context.newPage()
    const start = performance.now()
    await page.goto(url, { waitUntil: "commit" })
    const node = await someNode(page)
    await page.mouse.click(node.x, node.y)
    await page.locator(".react-flow__node.selected").waitFor()
    const openMs = performance.now() - start
    await page.waitForTimeout(settlingMs)
    return { openMs, stepMs: await stepMs(page, node) }
  } finally {
    await context.close()
  }
}

const settlingMs = 3_000

async function newVisitor(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript((token) => {
    localStorage.setItem("colloquy.operator", token)
    localStorage.setItem("colloquy.designer.introduced", "true")
  }, operatorToken)
  return context
}

async function someNode(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const found = await page.waitForFunction(
    () => {
      for (const node of document.querySelectorAll(".react-flow__node")) {
        const { x, y, width, height } = node.getBoundingClientRect()
        const at = { x: x + width / 3, y: y + 12 }
        const isWhole = x > 320 && y > 60 && x + width < innerWidth - 420 && y + height < innerHeight - 60
        if (isWhole && document.elementFromPoint(at.x, at.y)?.closest(".react-flow__node") === node) return at
      }
      return null
    },
    undefined,
    { timeout: 60_000, polling: 20 },
  )
  const at = await found.jsonValue()
  if (at === null) throw new Error("No node came into sight.")
  return at
}

/** What the page's main thread works for one step of a drag. */
async function stepMs(page: Page, from: { readonly x: number; readonly y: number }): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send("Performance.enable")
  const workedMs = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics")
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000
  }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 8)
  const before = await workedMs()
  for (let step = 1; step <= steps; step += 1) await page.mouse.move(from.x + 8 + step * 2, from.y + 8 + step)
  const after = await workedMs()
  await page.mouse.up()
  return (after - before) / steps
}

async function longestBlockOfLayout(browser: Browser, url: string): Promise<number> {
  const context = await newVisitor(browser)
  try {
    const page = await context.newPage()
    await page.goto(url)
    const node = await someNode(page)
    await page.mouse.click(node.x, node.y)
    await page.waitForTimeout(settlingMs)
    await page.evaluate(() => {
      const blocks: number[] = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) blocks.push(duration)
      }).observe({ type: "longtask" })
      Object.assign(window, { blocks })
    })
    await page.keyboard.press("Control+Shift+L")
    await page.locator(".draft-state.changed").waitFor({ timeout: 120_000 })
    await page.waitForTimeout(settlingMs)
    return await page.evaluate(() => Math.max(0, ...(window as unknown as { blocks: number[] }).blocks))
  } finally {
    await context.close()
  }
}
