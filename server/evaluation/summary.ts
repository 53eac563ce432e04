import type { Verdict } from "./judge.ts"

export type Accuracy = {
  readonly name: string
  readonly rows: number
  readonly right: number
  readonly accuracy: number
  /** Of lists: the right answer among the first five. */
  readonly amongFive?: number
  /** Of recognisers: a value where none was expected. */
  readonly madeUp?: number
}
export type Confusion = {
  readonly name: string
  readonly expected: string
  readonly got: string
  readonly rows: number
}
export type Summary = {
  readonly accuracies: readonly Accuracy[]
  /** What was taken for what, the most frequent first. */
  readonly confusions: readonly Confusion[]
  /** Wrong rows, those that were surest first. */
  readonly worst: readonly Verdict[]
}

/** Returns what a file's verdicts come to. */
export function summarize(verdicts: readonly Verdict[], most: number): Summary {
  const names = [...new Set(verdicts.map(({ name }) => name))]
  const wrong = verdicts.filter(({ isRight }) => !isRight)
  return {
    accuracies: names.map((name) =>
      accuracyOf(
        name,
        verdicts.filter((one) => one.name === name),
      ),
    ),
    confusions: confusionsOf(wrong).slice(0, most),
    worst: [...wrong].sort((a, b) => b.confidence - a.confidence).slice(0, most),
  }
}

function accuracyOf(name: string, verdicts: readonly Verdict[]): Accuracy {
  const rows = verdicts.length
  const right = verdicts.filter(({ isRight }) => isRight).length
  const listed = verdicts.filter(({ place }) => place !== undefined)
  const empty = verdicts.filter(({ expected }) => expected === "nothing")
  return {
    ...{ name, rows, right, accuracy: share(right, rows) },
    ...(listed.length === 0
      ? {}
      : { amongFive: share(listed.filter(({ place = 0 }) => place > 0).length, rows) }),
    ...(empty.length === 0
      ? {}
      : { madeUp: share(empty.filter(({ isRight }) => !isRight).length, empty.length) }),
  }
}

function confusionsOf(wrong: readonly Verdict[]): readonly Confusion[] {
  const counts = new Map<string, Confusion>()
  for (const { name, expected, got } of wrong) {
    const key = JSON.stringify([name, expected, got])
    counts.set(key, { name, expected, got, rows: (counts.get(key)?.rows ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows)
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((part / of) * 1000) / 1000
}
