import { sentence } from "../../types.ts"
import { type Rule, yaml } from "../rule.ts"

export const terms: Rule = {
  id: "terms",
  doc: "No text uses a word that the flow set's `terms.avoid` lists.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: tell
        states:
          tell:
            type: message
            say:
              zh: 请按时缴费。 # here
              en: Please pay in time.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: tell
        states:
          tell:
            type: message
            say:
              zh: 请按时交费。
              en: Please pay in time.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ settings, texts }, report) {
    const avoid = Object.entries(settings.value.terms?.avoid ?? {})
    const wordsOf = (locale: string) => avoid.find(([name]) => name === locale)?.[1] ?? []
    const every = avoid.flatMap(([, words]) => words)
    for (const { text, scope: _scope, ...spot } of texts) {
      const written =
        typeof text === "string"
          ? [{ source: text, words: every, path: spot.path }]
          : Object.entries(text).map(([locale, source]) => ({
              source,
              words: wordsOf(locale),
              path: [...spot.path, locale],
            }))
      for (const { source, words, path } of written) {
        const plain = source.replaceAll(longerWords, "~").toLowerCase()
        for (const word of words) {
          if (!holdsWord(plain, word.toLowerCase())) continue
          report({
            ...spot,
            path,
            message: sentence`The text uses "${word}", a word to avoid.`,
            help: sentence`Say it in other words; the list is \`terms.avoid\` in flowset.yaml.`,
            severity: "warning",
          })
        }
      }
    }
  },
}

/** Chinese words in which a term may stand by chance, so that they are no sign of it. */
const longerWords = /手续费|[父母双至近血姻探成]亲|[能可]不[能可](?:以)?赔|[会能]不[会能]赔|赔不赔/g

/** Whether a text in small letters holds a term: Chinese anywhere, words in letters only whole. */
function holdsWord(text: string, word: string): boolean {
  if (!text.includes(word)) return false
  if (!/^[a-z]/.test(word)) return true
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(text)
}
