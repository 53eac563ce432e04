import type { TFunction } from "i18next"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { Diagnostic } from "../../engine/index.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { useNames } from "../model/useNames.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { namesInProblem, type ProblemReader } from "./namesInProblem.ts"
import { sentenceInWords } from "./sentenceInWords.ts"

export type ProblemWords = { readonly message: string; readonly help: string }

/** Returns how problems are told in the reader's language: what is wrong, and how to mend it. */
export function useProblemWords(): (problem: Diagnostic) => ProblemWords {
  const { t } = useTranslation("problems")
  const { t: canvas } = useTranslation("canvas")
  const { t: inspector } = useTranslation("inspector")
  const locale = useLocale()
  const names = useNames()
  const around = useSurroundings()
  return useCallback(
    (problem) => problemInWords(problem, { locale, names, around, canvas, inspector }, t),
    [locale, names, around, canvas, inspector, t],
  )
}

/** What was not chosen yet is no name that is wrong. */
export function problemInWords(
  problem: Diagnostic,
  reader: ProblemReader,
  t: TFunction<"problems">,
): ProblemWords {
  const { rule, message, says } = problem
  if (rule.endsWith("-name") && message.includes('""')) return { message: t("blank"), help: t("blankHelp") }
  const nameOf = namesInProblem(problem, reader)
  return {
    message: sentenceInWords(says.message, reader.locale, nameOf),
    help: sentenceInWords(says.help, reader.locale, nameOf),
  }
}
