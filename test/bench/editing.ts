import { compileFlowSet, createFiles, type Files, findState, planEdit } from "../../engine/index.ts"
import { shippedTexts } from "../engine/edit/shipped-texts.ts"
import { median, type Ratio } from "./measure.ts"
import { longFlow } from "./thousand-states.ts"

const file = "long/flow.yaml"
const frameMs = 1_000 / 60
const strokes = 21

/**
 * A keystroke in a text of a flow of 1,000 states: what it costs on the page, against one frame, and what the check
 * after it costs in the worker, against the check of the whole flow set that has never been looked at.
 */
export async function editing(): Promise<readonly Ratio[]> {
  let files: Files = createFiles({ ...shippedTexts(), [file]: longFlow(1_000) })
  const value = files.value(file) ?? null
  const path = [...(findState(value, "s500")?.path ?? []), "say", 0]
  const coldMs = took(() => compileFlowSet(files.texts))
  const strokesMs: number[] = []
  const checksMs: number[] = []
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const text = `您好${"呀".repeat(stroke + 1)}`
    strokesMs.push(
      took(() => {
        const planned = planEdit(files, { name: "text.set", args: { file, path, locale: "zh", text } })
        if (!planned.ok) throw new Error(planned.why.en)
        files = planned.files
      }),
    )
    checksMs.push(took(() => compileFlowSet(files.texts)))
  }
  const [strokeMs, checkMs] = [median(strokesMs), median(checksMs)]
  return [
    {
      name: "keystroke in 1,000 states",
      ratio: strokeMs / frameMs,
      bound: { atMost: 1 },
      note: `${strokeMs.toFixed(1)} ms on the page to ${frameMs.toFixed(1)} of a frame`,
    },
    {
      name: "check after it",
      ratio: checkMs / coldMs,
      bound: { atMost: 0.25 },
      note: `${checkMs.toFixed(0)} ms in the worker to ${coldMs.toFixed(0)} for the flow set anew`,
    },
  ]
}

function took(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
