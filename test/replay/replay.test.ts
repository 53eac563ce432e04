import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { compileFlowSet, turn } from "../../engine/index.ts"
import { readRecording } from "./recording.ts"

const recordings = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".json.gz"))

describe("recorded conversations", () => {
  it("exist", () => expect(recordings.length).toBeGreaterThan(0))

  it.each(recordings)("[T17] %s is replayed to the same bytes, from stored JSON at every turn", (file) => {
    const { engine, files, start, turns } = readRecording(new URL(file, import.meta.url))
    const { release } = compileFlowSet(files)
    if (release === undefined) throw new Error("The recorded flow set no longer compiles.")
    const releases = { current: release, all: { [release.id]: release } }
    let conversation = JSON.stringify(start)
    for (const [index, { input, result }] of turns.entries()) {
      const again = turn(releases, JSON.parse(conversation), JSON.parse(JSON.stringify(input)))
      const isSame = JSON.stringify(again) === JSON.stringify(result)
      expect(
        isSame,
        `Turn ${index + 1} (${input.kind}) came out otherwise than version ${engine} had it.`,
      ).toBe(true)
      conversation = JSON.stringify(again.conversation)
    }
  })
})
