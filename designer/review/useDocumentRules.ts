import { useMemo } from "react"
import { useReview } from "./ReviewContext.ts"
import { concerns, type Rule } from "./ruleInWords.ts"

/** Those of the flow set's rules that concern the flow of the document. */
export function useDocumentRules(rules: readonly Rule[]): readonly Rule[] {
  const { used, context } = useReview()
  return useMemo(() => {
    const names = new Set(
      [used.wordings, used.questionnaires, used.operations, Object.keys(context.flow.slots ?? {})].flat(),
    )
    return rules.filter((rule) => concerns(rule, context.flow.id, names))
  }, [rules, used, context])
}
