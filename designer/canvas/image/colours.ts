import type { DrawnType } from "../drawing/drawing.ts"

/** A colour in three strengths. */
export type Hue = { readonly strong: string; readonly line: string; readonly soft: string }

export type Colours = {
  readonly ink: string
  readonly quiet: string
  readonly paper: string
  readonly ground: string
  readonly line: string
  readonly strongLine: string
  readonly edge: string
  readonly bad: string
  readonly note: Hue
  readonly hues: ReadonlyMap<DrawnType, Hue>
}

const types: readonly DrawnType[] = [
  ...(["message", "collect", "decision", "checkpoint", "service", "handoff"] as const),
  ...(["subflow", "wait", "group", "final", "unknown"] as const),
]

export function hueOf(type: DrawnType, colours: Colours): Hue {
  return colours.hues.get(type) ?? { strong: colours.ink, line: colours.line, soft: colours.ground }
}

/** Returns the tokens' light values as plain red, green and blue, which every viewer of images knows. */
export function lightColours(): Colours {
  const probe = document.createElement("span")
  document.body.append(probe)
  // Tokens are worked out on the root, so it is light for as long as they are read; nothing is painted meanwhile.
  const { dataset } = document.documentElement
  const { theme } = dataset
  dataset.theme = "light"
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const read = (value: string): string => {
    if (pixel === null) return "#000000"
    probe.style.color = value
    pixel.fillStyle = getComputedStyle(probe).color
    pixel.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`
  }
  const hue = (name: string): Hue => ({
    strong: read(`var(${name})`),
    line: read(`color-mix(in oklab, var(${name}) 38%, var(--line))`),
    soft: read(`color-mix(in oklab, var(${name}) 13%, var(--paper-1))`),
  })
  try {
    return {
      ink: read("var(--ink-1)"),
      quiet: read("var(--ink-2)"),
      paper: read("var(--paper-1)"),
      ground: read("var(--paper-2)"),
      line: read("var(--line)"),
      strongLine: read("var(--line-strong)"),
      edge: read("var(--edge)"),
      bad: read("var(--bad)"),
      note: hue("--warn"),
      hues: new Map(types.map((type) => [type, hue(type === "unknown" ? "--bad" : `--hue-${type}`)])),
    }
  } finally {
    probe.remove()
    if (theme === undefined) delete dataset.theme
    else dataset.theme = theme
  }
}
