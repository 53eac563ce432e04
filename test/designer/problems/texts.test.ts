import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { sentenceInWords, sentencesZh } from "../../../designer/problems/sentenceInWords.ts"
import { rules } from "../../../engine/check/registry.ts"
import { compileFlowSet, type Diagnostic } from "../../../engine/index.ts"
import { sentence } from "../../../engine/types.ts"
import { sampleFlowSet } from "../../engine/check/sample-flow-set.ts"

const engine = new URL("../../../engine/", import.meta.url)

/** Every sentence that stands in the engine, as a catalogue finds it. */
function written(): readonly string[] {
  const files = readdirSync(engine, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith("types.ts"),
  )
  return [...new Set(files.flatMap((file) => templatesIn(readFileSync(new URL(file, engine), "utf8"))))]
}

function templatesIn(text: string): readonly string[] {
  return [...text.matchAll(/\bsentence`/g)].map(({ index, 0: tag }) => {
    let id = ""
    let count = 0
    for (let at = index + tag.length; text[at] !== "`"; at += 1) {
      if (text[at] === "\\") {
        at += 1
        id += text[at]
      } else if (text.startsWith("${", at)) {
        at = endOfHole(text, at + 2)
        id += `{${count}}`
        count += 1
      } else id += text[at]
    }
    return id
  })
}

function endOfHole(text: string, from: number): number {
  let depth = 1
  let at = from
  for (; depth > 0; at += 1) {
    if (text[at] === "{") depth += 1
    if (text[at] === "}") depth -= 1
  }
  return at - 1
}

const holes = (text: string) => [...text.matchAll(/\{(?:[a-z]+:)?(\d+)\}/g)].map(([, index]) => index)
const named = () => "某项"

/** Sentences that lead over to what stands in them. */
const bare = new Set(["{0}, {1}", "{0}{1}."])

describe("the catalogue of what the engine says", () => {
  it.each(written())("has in Chinese: %s", (id) => {
    const chinese = sentencesZh[id] ?? ""
    if (bare.has(id)) expect(chinese).not.toBe("")
    else expect(chinese).toMatch(/\p{Script=Han}/u)
    for (const index of holes(chinese)) expect(holes(id)).toContain(index)
  })

  it("has nothing that the engine does not say", () => {
    // A kind of value stands at the beginning of a sentence too.
    const capital = (id: string) => id.charAt(0).toUpperCase() + id.slice(1)
    const said = new Set(written().flatMap((id) => [id, capital(id)]))
    expect(Object.keys(sentencesZh).filter((id) => !said.has(id))).toEqual([])
  })

  it.each(rules.map(({ id, example }) => [id, example.wrong] as const))(
    "tells what %s finds in plain words: what is wrong and how to mend it, without the words of the file",
    (id, wrong) => {
      const found = compileFlowSet(sampleFlowSet(wrong)).diagnostics.filter(({ rule }) => rule === id)
      expect(found).not.toEqual([])
      for (const { says } of found) {
        const message = sentenceInWords(says.message, "zh", named)
        const help = sentenceInWords(says.help, "zh", named)
        expect(message).toMatch(/^[^a-z`]*\p{Script=Han}.*。$/u)
        expect(help).toMatch(/\p{Script=Han}.*[。？]$/u)
        expect(message + help).not.toMatch(/`|\bto:/)
      }
    },
  )
})

describe("sentenceInWords", () => {
  const said = sentence`The exit "${"done"}" of "${"ask"}" leads nowhere.`
  const titles: Readonly<Record<string, string>> = { done: "成功", ask: "核验身份" }
  const nameOf = (_: string, id: string) => titles[id] ?? id

  it("names things by their titles, in both languages", () => {
    expect(sentenceInWords(said, "zh", nameOf)).toBe("步骤「核验身份」的出口「成功」没有去处。")
    expect(sentenceInWords(said, "en", nameOf)).toBe("The exit “成功” of “核验身份” leads nowhere.")
  })

  it("says of an exit without a target how to mend it without YAML", () => {
    const open = `start: first
states:
  first:
    type: decision
    cases: { known: { when: "true" } }
    to: { known: done }
  done: { type: final, outcome: done }
`
    const files = sampleFlowSet({ "sample/flow.yaml": open })
    const isOpen = ({ rule }: Diagnostic) => rule === "exit-target"
    const problem = compileFlowSet(files).diagnostics.find(isOpen)
    expect(problem?.help).toBe(
      "Choose the state to which it leads; the flow set has no default for this exit.",
    )
  })
})
