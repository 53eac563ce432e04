import { charactersALine } from "../geometry.ts"

/** Returns a text in lines of a card's width, at most so many; what does not fit ends in an ellipsis. */
export function wrap(text: string, most: number, width = charactersALine): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split("\n")) {
    let line = ""
    let taken = 0
    for (const part of partsOf(paragraph)) {
      const wide = widthOf(part)
      if (taken > 0 && taken + wide > width) {
        lines.push(line.trimEnd())
        line = ""
        taken = 0
      }
      line += part
      taken += wide
    }
    lines.push(line)
  }
  if (lines.length <= most) return lines
  const last = lines[most - 1] ?? ""
  return [...lines.slice(0, most - 1), `${shortened(last, width - 2)}…`]
}

/** Returns as much of a text as fits, with an ellipsis where some is left out. */
export function fitted(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${shortened(text, width - 2)}…`
}

/** A Chinese character is two wide. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += /[ -ɏ‘’“”]/.test(character) ? 1.06 : 2
  return width
}

/** Words of Latin letters stay whole, Chinese breaks anywhere. */
function partsOf(text: string): readonly string[] {
  return (text.match(/[!-ɏ]{1,24} ?|[^!-ɏ]/g) ?? []) as readonly string[]
}

function shortened(text: string, width: number): string {
  let short = ""
  for (const character of text) {
    if (widthOf(short + character) > width) break
    short += character
  }
  return short
}
