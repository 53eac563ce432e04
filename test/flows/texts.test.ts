import { beforeAll, describe, expect, it } from "vitest"
import { createContext } from "../../engine/check/context.ts"
import { compileDocuments as compileOnly } from "../../engine/compile/flow-set.ts"
import { compileFlowSet, type Diagnostic } from "../../engine/index.ts"
import { shippedFlows } from "../../server/cli/arguments.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"

type Written = { readonly at: string; readonly zh: string; readonly en: string }
let diagnostics: readonly Diagnostic[]
let texts: readonly Written[]
let avoid: Readonly<Record<string, readonly string[]>>

beforeAll(async () => {
  const files = await readFlowFiles(shippedFlows)
  const compiled = compileFlowSet(files)
  diagnostics = compiled.diagnostics
  avoid = compiled.release?.settings.terms?.avoid ?? {}
  const context = createContext(compileOnly(files))
  texts = (context?.texts ?? []).flatMap(({ text, source, path }) =>
    typeof text === "object" && text.zh !== undefined && text.en !== undefined
      ? [{ at: `${source.file}:${path.join("/")}`, zh: text.zh, en: text.en }]
      : [],
  )
})

describe("the shipped texts", () => {
  it.each([
    ["terms", "words of the house, and promises or refusals of a claim"],
    ["digits", "figures that a parameter holds"],
    ["locale-missing", "texts of one language only"],
    ["locale-values", "texts that name other values in another language"],
  ])("%s: have no %s", (rule) => {
    expect(diagnostics.filter((one) => one.rule === rule)).toEqual([])
  })

  it("are held to words that promise or refuse a claim, in both languages", () => {
    expect(avoid.zh).toEqual(
      expect.arrayContaining(["一定赔", "保证赔", "不能赔", "拒赔", "不予赔付", "缴费"]),
    )
    expect(avoid.en).toEqual(expect.arrayContaining(["we will pay your claim", "we will not pay"]))
  })

  it("say that a claim is refused only where the decision of the core is told", () => {
    const refusing = texts.filter(
      ({ zh, en }) => /不予给付/.test(zh) || /decided not to pay|decision is not to pay/.test(en),
    )
    const quoting = refusing.filter(
      ({ zh, en }) => /reasonZh|decided/.test(zh) && /reasonEn|decided/.test(en),
    )
    expect(quoting.length).toBeGreaterThan(0)
    expect(refusing.filter((one) => !quoting.includes(one) && !/title|parameters/.test(one.at))).toEqual([])
  })

  it("have the same figures in both languages", () => {
    const other = texts.filter(({ at, zh, en }) => !/title$/.test(at) && figuresOf(zh) !== figuresOf(en))
    expect(other.map(({ at, zh, en }) => `${at}: ${zh} | ${en}`)).toEqual([])
  })
})

/** The figures written into a text. Day and night, 24小时, is none; neither is what stands in staff's titles. */
function figuresOf(text: string): string {
  return [
    ...text
      .replaceAll("24小时", "")
      .replaceAll(/\{[^{}]*\}/g, " ")
      .matchAll(/\d[\d,.-]*\d|\d/g),
  ]
    .map(([figure]) => figure.replaceAll(",", ""))
    .sort()
    .join(" ")
}
