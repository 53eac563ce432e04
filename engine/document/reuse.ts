import type { Lines } from "./lines.ts"

/** What two texts have in common at both ends, and how much longer the second is. */
export type CommonEnds = {
  readonly head: number
  readonly tail: number
  readonly delta: number
  /** Start of the line in which the first difference is. */
  readonly firstLine: number
}

export function commonEnds(before: string, after: string): CommonEnds {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head + block <= most && before.slice(head, head + block) === after.slice(head, head + block))
    head += block
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
  const rest = most - head
  const [b, a] = [before.length, after.length]
  let tail = 0
  while (
    tail + block <= rest &&
    before.slice(b - tail - block, b - tail) === after.slice(a - tail - block, a - tail)
  )
    tail += block
  while (tail < rest && before.charCodeAt(b - 1 - tail) === after.charCodeAt(a - 1 - tail)) tail += 1
  const firstLine = head === 0 ? 0 : after.lastIndexOf("\n", head - 1) + 1
  return { head, tail, delta: a - b, firstLine }
}

/** So much is compared at once, which is much faster than unit by unit. */
const block = 2_048

/** Returns the line in which an offset lies. */
export function lineAt({ start, count }: Lines, offset: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((start[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
