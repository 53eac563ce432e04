import { expect, it } from "vitest"
import { compileFlowSet } from "../../engine/index.ts"
import { shippedFlows } from "../../server/cli/arguments.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"

/** Titles under which anything might stand. */
const VAGUE = [
  "客户的选择",
  "怎么继续",
  "选择",
  "说明",
  "下一步",
  "The choice",
  "How to go on",
  "Choose",
  "Say it",
]

it("calls every state of a flow by a title of its own that tells what it is for, in both languages", async () => {
  const { release } = compileFlowSet(await readFlowFiles(shippedFlows))
  if (release === undefined) throw new Error("The shipped flows have errors.")
  const wrong = Object.values(release.flows).flatMap(({ id, states }) => {
    const own = Object.values(states).filter(
      (state) => !Object.hasOwn(release.settings.defaults.states, state.id),
    )
    return ["zh", "en"].flatMap((locale) => {
      const titled = own.map((state) => [state.id, titleIn(state.document.title, locale)] as const)
      return titled.flatMap(([state, title]) => {
        const alike = titled.filter(([, other]) => other === title).map(([other]) => other)
        if (title === undefined || VAGUE.includes(title)) return [`${id}/${state} ${locale}: ${title}`]
        return alike.length > 1 && alike[0] === state
          ? [`${id} ${locale} "${title}": ${alike.join(", ")}`]
          : []
      })
    })
  })
  expect(wrong).toEqual([])
})

function titleIn(title: unknown, locale: string): string | undefined {
  if (typeof title !== "object" || title === null) return undefined
  const found: unknown = Reflect.get(title, locale)
  return typeof found === "string" ? found : undefined
}
