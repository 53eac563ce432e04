import { expressionReads } from "../compile/reads.ts"
import type { TextDocument } from "../document/schema.ts"
import { textArguments } from "../format/index.ts"
import type { CheckContext } from "./context.ts"

/** The values that are read, as `slots.reason`; by flow, and anywhere. */
export type ValueReads = {
  in(flow: string): ReadonlySet<string>
  readonly anywhere: ReadonlySet<string>
}

/** Returns the values that expressions, texts, shown wordings and rules read. */
export function valueReads(context: CheckContext): ValueReads {
  const byFlow = new Map<string, Set<string>>()
  const anywhere = new Set<string>()
  const add = (flow: string | undefined, paths: readonly string[]) => {
    const ofFlow = byFlow.get(flow ?? "") ?? new Set<string>()
    byFlow.set(flow ?? "", ofFlow)
    for (const path of paths) {
      const name = path.split(".").slice(0, 2).join(".")
      ofFlow.add(name)
      anywhere.add(name)
    }
  }
  for (const { cel, flow } of context.expressions) add(flow, expressionReads(cel))
  for (const { text, flow } of context.texts) add(flow, textArguments(text))
  for (const { kind, id, flow } of context.shown) {
    for (const { text, cel } of regulatedReads(context, kind, id))
      add(flow, [
        ...(text === undefined ? [] : textArguments(text)),
        ...(cel === undefined ? [] : expressionReads(cel)),
      ])
  }
  const { rules } = context.documents
  const conditions = (rules?.value.rules ?? []).flatMap(({ requires, holds }) => [requires?.where, holds?.is])
  const ofRules = new Set(conditions.flatMap((cel) => (cel === undefined ? [] : expressionReads(cel))))
  add(undefined, [...ofRules])
  const common = byFlow.get("") ?? new Set<string>()
  return { in: (flow) => new Set([...common, ...(byFlow.get(flow) ?? [])]), anywhere }
}

type RegulatedRead = { readonly text?: TextDocument; readonly cel?: string | undefined }

export function regulatedReads(
  { wordings, questionnaires }: CheckContext,
  kind: "wording" | "questionnaire",
  id: string,
): readonly RegulatedRead[] {
  if (kind === "wording") return (wordings[id]?.versions ?? []).map(({ text }) => ({ text }))
  return (questionnaires[id]?.versions ?? []).flatMap(({ intro, questions }) => [
    ...(intro === undefined ? [] : [{ text: intro }]),
    ...questions.map(({ ask, when }) => ({ text: ask, cel: when })),
  ])
}
