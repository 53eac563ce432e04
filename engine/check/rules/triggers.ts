import { sentence } from "../../types.ts"
import type { Spot } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

/** Fewer examples than this do not tell one flow from another. */
const fewest = 8

export const triggers: Rule = {
  id: "triggers",
  doc: "A flow that customers start has eight examples or more in each locale, and none that mean another flow.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        triggers:
          examples:
            zh: [退保, 我要退保, 想退保, 不想要了, 把保险退了, 退掉保险, 终止合同, 解除合同]
            en: [surrender] # here
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        triggers:
          examples:
            zh: [退保, 我要退保, 想退保, 不想要了, 把保险退了, 退掉保险, 终止合同, 解除合同]
            en: [surrender, cancel it, end my policy, give it back, refund me, stop it, no more, I want out]
      `,
    },
  },
  run({ documents, settings }, report) {
    const { locales } = settings.value
    const taken = new Map<string, { readonly flow: string; readonly phrase: string }>()
    for (const { value, source, isPattern } of documents.flows) {
      const examples = value.triggers?.examples
      if (examples === undefined) continue
      for (const locale of locales) {
        const list = examples[locale] ?? []
        if (!isPattern && Object.hasOwn(examples, locale) && list.length < fewest) {
          report({
            source,
            path: ["triggers", "examples", locale],
            at: value.id,
            message: sentence`The flow "${value.id}" has ${list.length} of the ${fewest} examples in "${locale}" that are needed to tell it from others.`,
            help: sentence`Add ways in which customers say it: short, long, as a question, in other words.`,
            severity: "warning",
          })
        }
        list.forEach((phrase, index) => {
          const spot: Spot = { source, path: ["triggers", "examples", locale, index], at: value.id }
          const other = taken.get(plain(phrase))
          if (other === undefined) taken.set(plain(phrase), { flow: value.id, phrase })
          else if (other.flow === value.id) {
            report({
              ...spot,
              message: sentence`The example "${phrase}" stands twice in the flow "${value.id}".`,
              help: sentence`Delete one, or say it in other words.`,
              severity: "warning",
            })
          } else {
            report({
              ...spot,
              message: sentence`"${phrase}" is an example of the flow "${value.id}" and of "${other.flow}", so it tells neither.`,
              help: sentence`Keep it in the flow that a customer who says it wants.`,
            })
          }
        })
      }
    }
    const questions = new Map<string, string>()
    for (const { value, source } of documents.knowledge) {
      value.forEach(({ id, ask }, index) => {
        for (const [locale, phrases] of Object.entries(ask)) {
          phrases.forEach((phrase, place) => {
            const path = [index, "ask", locale, place]
            const flow = taken.get(plain(phrase))?.flow
            const entry = questions.get(plain(phrase))
            questions.set(plain(phrase), id)
            if (flow === undefined && (entry === undefined || entry === id)) return
            const other =
              flow === undefined ? sentence`the entry "${entry ?? ""}"` : sentence`the flow "${flow}"`
            report({
              source,
              path,
              message: sentence`"${phrase}" is asked of the entry "${id}" and of ${other}, so either may answer.`,
              help: sentence`Keep it where a customer who says it is best served.`,
              severity: "warning",
            })
          })
        }
      })
    }
  },
}

/** A phrase without what does not change its meaning: case, spaces and signs. */
function plain(phrase: string): string {
  return phrase.toLowerCase().replaceAll(/[\s\p{P}\p{S}]/gu, "")
}
