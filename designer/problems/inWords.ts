import type { TFunction } from "i18next"
import type { Diagnostic } from "../../engine/index.ts"
import type { UiLocale } from "../i18n/locale.ts"
import { problemTextsZh } from "./texts/zh.ts"

export type ProblemWords = { readonly message: string; readonly help: string; readonly names: string }

/**
 * Returns a diagnostic in the reader's language. The engine writes English sentences; a reader of Chinese gets what the
 * rule says in Chinese, and the names that the sentence quotes. What was not chosen yet is no name that is wrong.
 */
export function problemInWords(
  { rule, message, help }: Diagnostic,
  locale: UiLocale,
  t: TFunction<"problems">,
): ProblemWords {
  if (rule.endsWith("-name") && message.includes('""'))
    return { message: t("blank"), help: t("blankHelp"), names: "" }
  if (locale !== "zh" || !isKnown(rule)) return { message, help, names: "" }
  const { title, help: mend } = problemTextsZh.rule[rule]
  // The place of what is not filled in is told by where the problem stands.
  if (rule === "shape") return { message: title, help: mend, names: "" }
  const names = [...new Set([...message.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name))].slice(0, 4)
  return {
    message: title,
    help: mend,
    names: names.length === 0 ? "" : t("about", { names: names.join(t("and")) }),
  }
}

function isKnown(rule: string): rule is keyof typeof problemTextsZh.rule {
  return Object.hasOwn(problemTextsZh.rule, rule)
}
