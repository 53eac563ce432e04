import { FileWarning } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useDocuments } from "../document/documents.ts"
import { view } from "./viewStore.ts"

/** Says that a text cannot be read, on the canvas that the last good drawing stays; the text is one press away. */
export function BrokenFile({
  file,
  told = "broken",
}: {
  readonly file: string
  readonly told?: "broken" | "brokenPage"
}) {
  const { t } = useTranslation("shell")
  const line = useDocuments(({ files }) => files.problems(file)[0]?.line)
  if (line === undefined) return null
  return (
    <div className="broken-file" role="alert">
      <FileWarning size={16} aria-hidden />
      {t(told, { line })}
      <button type="button" className="plain-button small" onClick={() => view.openDrawer("yaml")}>
        {t("showText")}
      </button>
    </div>
  )
}
