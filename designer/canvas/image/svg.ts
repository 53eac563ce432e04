import type { Box } from "../alignment.ts"

export type TextStyle = {
  readonly size: number
  readonly weight?: number
  readonly anchor?: "middle" | "end"
}

export function words(text: string, x: number, y: number, colour: string, style: TextStyle): string {
  const weight = style.weight === undefined ? "" : ` font-weight="${style.weight}"`
  const anchor = style.anchor === undefined ? "" : ` text-anchor="${style.anchor}"`
  return `<text x="${x}" y="${y}" font-size="${style.size}" fill="${colour}"${weight}${anchor}>${escaped(text)}</text>`
}

export function rectangle(
  { x, y, width, height }: Box,
  { fill, stroke, radius }: { readonly fill: string; readonly stroke: string; readonly radius: number },
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`
}

export function dot(x: number, y: number, stroke: string, fill = stroke): string {
  return `<circle cx="${x}" cy="${y}" r="3" fill="${fill}" stroke="${stroke}"/>`
}

/** A text as XML has it; characters that XML forbids are left out. */
export function escaped(text: string): string {
  const allowed = [...text].filter((character) => character >= " " || character === "\t").join("")
  return allowed
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
