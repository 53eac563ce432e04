/** The lines of a text: where each starts, how far it is indented, and what it is. */
export type Lines = {
  readonly count: number
  readonly start: Int32Array
  /** Spaces before the first other character; of a blank line all its spaces. */
  readonly indent: Int32Array
  /** Whether it is blank or a comment, where no block scalar is. */
  readonly skipped: Uint8Array
  endOf(line: number): number
}

/** Returns the lines of a text with `\n` ends. */
export function linesOf(text: string): Lines {
  let count = 1
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1
  const start = new Int32Array(count)
  const indent = new Int32Array(count)
  const skipped = new Uint8Array(count)
  let at = 0
  for (let line = 0; line < count; line += 1) {
    start[line] = at
    let first = at
    while (text.charCodeAt(first) === 32) first += 1
    indent[line] = first - at
    const unit = text.charCodeAt(first)
    if (unit === 35 || unit === 10 || first >= text.length) skipped[line] = 1
    const end = text.indexOf("\n", first)
    at = end === -1 ? text.length + 1 : end + 1
  }
  const endOf = (line: number) => (line + 1 < count ? (start[line + 1] ?? 0) - 1 : text.length)
  return { count, start, indent, skipped, endOf }
}
