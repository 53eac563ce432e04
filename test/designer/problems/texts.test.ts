import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { problemInWords } from "../../../designer/problems/inWords.ts"
import { problemTextsZh } from "../../../designer/problems/texts/zh.ts"
import { rules } from "../../../engine/check/registry.ts"

const engine = new URL("../../../engine/", import.meta.url)

/** Every code with which the engine reports a problem: of its rules, and those that reading and compiling tell. */
function codes(): readonly string[] {
  const files = readdirSync(engine, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  )
  const told = files.flatMap((file) => {
    const text = readFileSync(new URL(file, engine), "utf8")
    return [
      ...text.matchAll(/\.(?:error|warning)\(\s*"([a-z-]+)",/g),
      ...text.matchAll(/\brule: "([a-z-]+)"/g),
      ...text.matchAll(/\brule = "([a-z-]+)"/g),
    ].map(([, code = ""]) => code)
  })
  return [...new Set([...rules.map(({ id }) => id), ...told])].sort()
}

const words = (key: string, values?: Readonly<Record<string, unknown>>) =>
  `${key} ${JSON.stringify(values ?? {})}`

describe("problems in words", () => {
  it.each(codes())("%s is told in Chinese: what is wrong, and how to mend it", (code) => {
    const problem = {
      ...{ rule: code, severity: "error" as const, file: "a.yaml", line: 1, column: 1 },
      message: 'The state "a" is not "b".',
      help: "Do this.",
    }
    const zh = problemInWords(problem, "zh", words as never)
    expect(zh.message).toMatch(/^[^a-z]*\p{Script=Han}/u)
    expect(zh.help).toMatch(/\p{Script=Han}.*。$/u)
    expect(problemInWords(problem, "en", words as never)).toEqual({
      message: problem.message,
      help: problem.help,
      names: "",
    })
  })

  it("says of a name that stands empty that nothing is chosen, in both languages", () => {
    const problem = {
      ...{ rule: "service-name", severity: "error" as const, file: "a.yaml", line: 1, column: 1 },
      message: 'There is no operation "" in services.yaml.',
      help: "Do this.",
    }
    for (const locale of ["zh", "en"] as const)
      expect(problemInWords(problem, locale, words as never)).toEqual({
        ...{ message: "blank {}", help: "blankHelp {}", names: "" },
      })
  })

  it("has words for no code that the engine does not tell", () => {
    expect(Object.keys(problemTextsZh.rule).filter((code) => !codes().includes(code))).toEqual([])
  })
})
