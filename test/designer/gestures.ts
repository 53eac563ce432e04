import type { Locator, Page } from "playwright-core"

export type Spot = { readonly x: number; readonly y: number }

/** Presses at one place, moves in steps as a hand does, and lets go at another. */
export async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const steps = 8
  for (let step = 1; step <= steps; step += 1) {
    const share = step / steps
    await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
  }
  await page.mouse.up()
}

export function node(page: Page, title: string): Locator {
  return page.locator(".react-flow__node", { has: page.getByText(title, { exact: true }) })
}

export async function middle(place: Locator): Promise<Spot> {
  const box = await place.boundingBox()
  if (box === null) throw new Error(`Nothing is seen of ${place}.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The handle of an exit, by what the exit is called on the drawing. */
export function exitHandle(page: Page, title: string, exit: string): Locator {
  return node(page, title)
    .locator(".exit", { has: page.getByText(exit, { exact: true }) })
    .locator(".react-flow__handle")
}

export function entryHandle(page: Page, title: string): Locator {
  return node(page, title).locator(".entry-handle")
}

/** Where a way runs, half-way along it. */
export async function onWay(page: Page, id: string): Promise<Spot> {
  const way = page.locator(`.react-flow__edge[data-id="${id}"] .react-flow__edge-path`)
  return way.evaluate((element) => {
    if (!(element instanceof SVGPathElement)) throw new Error("A way is drawn as a path.")
    const { x, y } = element.getPointAtLength(element.getTotalLength() / 2)
    const place = new DOMPoint(x, y).matrixTransform(element.getScreenCTM() ?? new DOMMatrix())
    return { x: place.x, y: place.y }
  })
}

/** The end of a way by which it is taken elsewhere. */
export async function endOfWay(page: Page, id: string): Promise<Spot> {
  return middle(page.locator(`.react-flow__edge[data-id="${id}"] .react-flow__edgeupdater-target`))
}

/** Drags a component from the palette; `type` is what it is called there. */
export async function dragFromPalette(page: Page, type: string, to: Spot): Promise<void> {
  await page.getByRole("tab", { name: "组件" }).click()
  await drag(page, await middle(page.locator(".palette-item", { hasText: type })), to)
}

/** Drags an exit into the empty and chooses from the menu that opens there. */
export async function exitToNew(
  page: Page,
  title: string,
  exit: string,
  to: Spot,
  type: string,
): Promise<void> {
  await drag(page, await middle(exitHandle(page, title, exit)), to)
  await page
    .locator(".add-menu")
    .getByRole("option", { name: new RegExp(`^${type}`) })
    .first()
    .click()
}
