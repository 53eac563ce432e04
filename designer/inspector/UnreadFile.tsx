import { FileWarning } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useDocuments } from "../document/documents.ts"
import { useProblemWords } from "../problems/inWords.ts"
import { view } from "../shell/viewStore.ts"

/** Lines shown before and after the one that is wrong. */
const around = 2

/** Stands in place of a form whose file cannot be read: what is wrong, where, and the way there. */
export function UnreadFile({ file }: { readonly file: string }) {
  const { t } = useTranslation("inspector")
  const inWords = useProblemWords()
  const problem = useDocuments(({ files }) => files.problems(file)[0])
  const text = useDocuments(({ files }) => files.texts[file] ?? "")
  if (problem === undefined) return null
  const { line } = problem
  const { message, help } = inWords(problem)
  const lines = text
    .split("\n")
    .map((content, index) => ({ content, number: index + 1 }))
    .slice(Math.max(0, line - 1 - around), line + around)
  return (
    <section className="unread" aria-label={t("unread.title")}>
      <h2 className="unread-title">
        <FileWarning size={16} aria-hidden />
        {t("unread.title")}
      </h2>
      <p>{message}</p>
      <p className="form-hint">{help}</p>
      <pre className="unread-lines">
        {lines.map(({ content, number }) => (
          <code key={number} className={number === line ? "wrong" : undefined}>
            <span className="unread-number">{number}</span>
            {content === "" ? " " : content}
          </code>
        ))}
      </pre>
      <button type="button" className="plain-button primary" onClick={() => view.openText(file, line)}>
        {t("unread.open", { line })}
      </button>
      <p className="form-hint">{t("unread.hint")}</p>
    </section>
  )
}
