import type { DrawnState } from "./drawing/drawing.ts"

/**
 * The size of every node and the place of every handle follow from what is drawn, so that neither the layout nor
 * React Flow has to measure anything. `nodes.css` and `frames.css` give the parts these same heights.
 */
export const grid = 8
export const nodeWidth = 240
export const headerHeight = 32
export const lineHeight = 20
export const bodyPadding = 16
export const chipHeight = 24
export const rowHeight = 24
export const rowsPadding = 8
export const tagsHeight = 24
export const finalHeight = 40
export const framePadding = { top: 56, right: 32, bottom: 32, left: 32 } as const
export const foldedWidth = 264
export const foldedLine = 24
export const foldedMost = 6

export type Size = { readonly width: number; readonly height: number }
export type Handle = { readonly id: string; readonly y: number }

export const charactersALine = 34

/** Returns how many lines of a node's width a text takes, at most `most`; a Chinese character is two wide. */
export function linesOf(text: string, most: number): number {
  let width = 0
  for (const character of text) width += /[ -ɏ‘’“”]/.test(character) ? 1.06 : 2
  return Math.min(Math.max(Math.ceil(width / charactersALine), 1), most)
}

/** Chips stand in rows; returns the rows, each with the chips that fit, in the asked order. */
export function chipRows<Chip extends { readonly text: string }>(
  chips: readonly Chip[],
): readonly (readonly Chip[])[] {
  const rows: Chip[][] = []
  let left = 0
  for (const chip of chips) {
    const width = chipWidth(chip.text)
    const row = rows.at(-1)
    if (row === undefined || left < width) {
      rows.push([chip])
      left = nodeWidth - 20 - width - 4
    } else {
      row.push(chip)
      left -= width + 4
    }
  }
  return rows
}

export const mostChipRows = 3

function chipWidth(text: string): number {
  let width = 0
  for (const character of text) width += /[ -ɏ]/.test(character) ? 6.4 : 12
  return Math.min(width + 32, nodeWidth - 20)
}

/** Returns the size of a state that is no open frame. */
export function sizeOf(state: DrawnState): Size {
  if (state.type === "final") return { width: finalWidth(state), height: finalHeight }
  return { width: nodeWidth, height: snap(bodyTop(state) + bodyHeight(state) + exitsHeight(state)) }
}

function finalWidth({ title }: DrawnState): number {
  return Math.min(snap(chipWidth(title) * 1.12 + 40), nodeWidth)
}

function bodyTop(_state: DrawnState): number {
  return headerHeight
}

export function bodyHeight({ lines, chips }: DrawnState): number {
  const texts = lines.reduce((sum, line) => sum + linesOf(line.text, line.lines ?? 2) * lineHeight, 0)
  const chipPart = Math.min(chipRows(chips).length, mostChipRows) * (chipHeight + 4)
  return texts + chipPart === 0 ? 0 : texts + chipPart + bodyPadding
}

export function exitsHeight({ rows, tags }: DrawnState): number {
  return (
    (rows.length === 0 ? 0 : rows.length * rowHeight + rowsPadding) + (tags.length === 0 ? 0 : tagsHeight + 4)
  )
}

/** Returns where the handles of a state's exits are, from its top. */
export function handlesOf(state: DrawnState): readonly Handle[] {
  const top = bodyTop(state) + bodyHeight(state) + rowsPadding / 2
  return state.rows.map(({ name }, index) => ({ id: name, y: top + index * rowHeight + rowHeight / 2 }))
}

/** Where edges arrive, from the top of a node. */
export function entryY(state: DrawnState): number {
  return state.type === "final" ? finalHeight / 2 : headerHeight / 2
}

/** Returns the size of a closed frame that lists `lines` of what is inside. */
export function foldedSize(lines: number, hasEntries: boolean): Size {
  const listed = Math.min(lines, foldedMost)
  return {
    width: foldedWidth,
    height: snap(40 + (listed === 0 ? 0 : listed * foldedLine + 16) + (hasEntries ? 24 : 0)),
  }
}

export function snap(value: number): number {
  return Math.ceil(value / grid) * grid
}
