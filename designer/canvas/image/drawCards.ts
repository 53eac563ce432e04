import type { Note } from "../../../engine/index.ts"
import { noteLines } from "../../notes/noteSize.ts"
import type { Box } from "../alignment.ts"
import type { DrawnExit, DrawnState } from "../drawing/drawing.ts"
import {
  bodyHeight,
  chipRows,
  entryY,
  exitsHeight,
  foldedLine,
  handlesOf,
  headerHeight,
  lineHeight,
  linesOf,
  mostChipRows,
} from "../geometry.ts"
import { type Colours, hueOf } from "./colours.ts"
import { dot, rectangle, type TextStyle, words } from "./svg.ts"
import { fitted, widthOf, wrap } from "./wrap.ts"

const small: TextStyle = { size: 12 }

/** A state as a card: header, body, exits; as it is on the canvas, without its icons. */
export function drawCard(state: DrawnState, box: Box, colours: Colours): string {
  const { x, y, width } = box
  const hue = hueOf(state.type, colours)
  const isFilled = state.type === "checkpoint"
  const ink = isFilled ? colours.paper : colours.ink
  const kindWidth = widthOf(state.kind) * 6.2
  return [
    rectangle(box, { fill: colours.paper, stroke: hue.line, radius: 6 }),
    `<path d="M${x} ${y + headerHeight}V${y + 6}a6 6 0 0 1 6 -6h${width - 12}a6 6 0 0 1 6 6V${y + headerHeight}z" fill="${isFilled ? hue.strong : hue.soft}"/>`,
    words(fitted(state.title, (width - kindWidth - 30) / 6.8), x + 10, y + 21, ink, {
      size: 13,
      weight: 600,
    }),
    words(state.kind, x + width - 10, y + 21, isFilled ? colours.paper : colours.quiet, {
      ...small,
      anchor: "end",
    }),
    drawBody(state, box, colours),
    drawExits(state, box, colours),
    dot(x, y + entryY(state), hue.strong),
  ].join("")
}

function drawBody(state: DrawnState, { x, y }: Box, colours: Colours): string {
  let top = y + headerHeight + 8
  const parts: string[] = []
  for (const { text, lines } of state.lines) {
    const count = linesOf(text, lines ?? 2)
    for (const [index, line] of wrap(text, count).entries())
      parts.push(words(line, x + 12, top + index * lineHeight + 14, colours.ink, small))
    top += count * lineHeight
  }
  const rows = chipRows(state.chips)
  for (const row of rows.slice(0, mostChipRows)) {
    const text = row.map((chip) => `[${chip.text}]`).join(" ")
    parts.push(words(fitted(text, 36), x + 12, top + 16, colours.ink, small))
    top += 28
  }
  return parts.join("")
}

function drawExits(state: DrawnState, { x, y, width, height }: Box, colours: Colours): string {
  if (exitsHeight(state) === 0) return ""
  const line = y + headerHeight + bodyHeight(state)
  const handles = handlesOf(state)
  return [
    `<path d="M${x} ${line}h${width}" stroke="${colours.line}"/>`,
    ...state.rows.map((exit, index) => drawExit(exit, x + width, y + (handles[index]?.y ?? 0), colours)),
    state.tags.length === 0
      ? ""
      : words(fitted(tagsInWords(state.tags), 38), x + 12, y + height - 10, colours.quiet, small),
  ].join("")
}

function drawExit({ label, isMissing }: DrawnExit, x: number, y: number, colours: Colours): string {
  const ink = isMissing ? colours.bad : colours.ink
  return (
    words(fitted(label, 34), x - 12, y + 4, ink, { ...small, anchor: "end" }) +
    dot(x, y, ink, isMissing ? colours.paper : ink)
  )
}

function tagsInWords(tags: readonly DrawnExit[]): string {
  return tags.map(({ label, targetTitle }) => `${label} → ${targetTitle}`).join("  ")
}

/** The end of a flow: a pill. */
export function drawFinal(state: DrawnState, box: Box, colours: Colours): string {
  const hue = hueOf("final", colours)
  const { x, y, width, height } = box
  return (
    rectangle(box, { fill: hue.soft, stroke: hue.strong, radius: height / 2 }) +
    words(fitted(state.title, width / 6.8 - 4), x + width / 2, y + height / 2 + 5, colours.ink, {
      ...{ size: 13, weight: 600, anchor: "middle" },
    })
  )
}

/** An open stage: a frame with a title. */
export function drawFrame(state: DrawnState, box: Box, colours: Colours): string {
  return (
    rectangle(box, { fill: colours.ground, stroke: colours.line, radius: 10 }) +
    words(state.title, box.x + 16, box.y + 26, colours.ink, { size: 14, weight: 600 }) +
    words(state.kind, box.x + 28 + widthOf(state.title) * 7.2, box.y + 26, colours.quiet, small)
  )
}

/** A folded stage: its title and what matters inside. */
export function drawFolded(
  state: DrawnState,
  inside: readonly DrawnState[],
  box: Box,
  colours: Colours,
): string {
  return [
    rectangle(box, { fill: colours.paper, stroke: colours.strongLine, radius: 6 }),
    words(fitted(state.title, 24), box.x + 12, box.y + 25, colours.ink, { size: 13, weight: 600 }),
    words(state.kind, box.x + box.width - 12, box.y + 25, colours.quiet, { ...small, anchor: "end" }),
    ...inside.flatMap(({ type, title }, index) => {
      const y = box.y + 40 + 8 + index * foldedLine + 12
      return [
        dot(box.x + 18, y, hueOf(type, colours).strong),
        words(fitted(title, 36), box.x + 30, y + 4, colours.ink, small),
      ]
    }),
  ].join("")
}

export function drawNote(note: Note, box: Box, colours: Colours): string {
  const head = [note.for, note.by, note.on].filter((part) => part !== undefined).join(" · ")
  return [
    rectangle(box, { fill: colours.note.soft, stroke: colours.note.line, radius: 3 }),
    words(head, box.x + 10, box.y + 18, colours.note.strong, { ...small, weight: 600 }),
    ...wrap(note.text, noteLines(note.text)).map((line, index) =>
      words(line, box.x + 10, box.y + 28 + index * lineHeight + 14, colours.ink, { size: 13 }),
    ),
  ].join("")
}
