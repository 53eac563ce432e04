import { z } from "zod"
import { type Clip, copyStates, type JsonMap } from "../../engine/index.ts"
import { documents } from "../document/documents.ts"
import { scene } from "../model/scene.ts"
import { madeOrTold, notify } from "../shell/notice.ts"
import { view } from "../shell/viewStore.ts"
import { actionContext } from "./action.ts"
import { removeSelection } from "./removeSelection.ts"

const map = z.custom<JsonMap>((value) => typeof value === "object" && value !== null && !Array.isArray(value))
const clipSchema: z.ZodType<Clip> = z.object({
  colloquy: z.literal("states"),
  file: z.string(),
  states: z.array(z.object({ id: z.string(), value: map })),
  positions: z.record(z.string(), z.object({ x: z.number(), y: z.number() })),
  slots: map,
  data: map,
  derived: map,
})

/** Returns what is selected as text for the clipboard, null when no state is. */
export function clipOfSelection(): string | null {
  const { file, states } = actionContext()
  if (states.length === 0) return null
  return JSON.stringify(
    clipOf(
      file,
      states.map(({ id }) => id),
    ),
  )
}

/** A clip also holds places that no file has yet, so that what is pasted looks like what was copied. */
function clipOf(file: string, ids: readonly string[]): Clip {
  const clip = copyStates(documents.store.getState().files, file, ids)
  const { positions } = scene()
  const placed = ids.flatMap((id) => {
    const at = positions?.get(id)
    return at === undefined ? [] : [[id, { x: at.x, y: at.y }] as const]
  })
  return { ...clip, positions: { ...Object.fromEntries(placed), ...clip.positions } }
}

/** Pastes states from a text; tells why when it holds none. */
export function pasteText(text: string): void {
  const clip = parseClip(text)
  if (clip === null) {
    notify({ zh: "剪贴板里没有步骤。", en: "There are no steps on the clipboard." })
    return
  }
  pasteClip(clip, scene().port?.center() ?? { x: 0, y: 0 })
}

export async function copySelection(): Promise<void> {
  const text = clipOfSelection()
  if (text === null) return
  await navigator.clipboard
    ?.writeText(text)
    .catch(() =>
      notify({ zh: "浏览器不允许写入剪贴板，请用键盘 Ctrl+C。", en: "The browser refuses; press Ctrl+C." }),
    )
}

export async function cutSelection(): Promise<void> {
  await copySelection()
  removeSelection(actionContext())
}

export async function pasteFromClipboard(): Promise<void> {
  const text = await navigator.clipboard?.readText().catch(() => null)
  if (text === null || text === undefined)
    notify({ zh: "浏览器不允许读取剪贴板，请用键盘 Ctrl+V。", en: "The browser refuses; press Ctrl+V." })
  else pasteText(text)
}

export function duplicateSelection(): void {
  const { file, states } = actionContext()
  const ids = states.map(({ id }) => id)
  const places = ids.flatMap((id) => scene().positions?.get(id) ?? [])
  if (places.length === 0) return
  const at = {
    x: Math.min(...places.map(({ x }) => x)) + 48,
    y: Math.min(...places.map(({ y }) => y)) + 48,
  }
  pasteClip(clipOf(file, ids), at, states[0]?.parent ?? null)
}

function pasteClip(clip: Clip, position: { x: number; y: number }, group: string | null = null): void {
  const { file } = scene()
  const made = madeOrTold(documents.run({ name: "states.paste", args: { file, clip, group, position } }))
  if (made !== null) view.select(made)
}

function parseClip(text: string): Clip | null {
  try {
    const parsed = clipSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
