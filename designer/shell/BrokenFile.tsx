import { FileWarning } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useDocuments } from "../document/documents.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { useDiagnostics } from "../problems/checker.ts"
import { view } from "./viewStore.ts"

const settings = "flowset.yaml"

/**
 * Says which texts cannot be read, above what was last made of them: of the file that is shown, and of the settings
 * that all flows share.
 */
export function BrokenFiles({ file, isPage }: { readonly file: string; readonly isPage: boolean }) {
  const { stale } = useSurroundings()
  return (
    <>
      <BrokenFile file={file} told={isPage ? "brokenPage" : "broken"} />
      {file !== settings && stale[settings] === true && <BrokenFile file={settings} told="brokenSettings" />}
    </>
  )
}

function BrokenFile({
  file,
  told,
}: {
  readonly file: string
  readonly told: "broken" | "brokenPage" | "brokenSettings"
}) {
  const { t } = useTranslation("shell")
  const line = useFirstFault(file)
  if (line === null) return null
  return (
    <div className="broken-file" role="alert">
      <FileWarning size={16} aria-hidden />
      <span>{t(told, { line })}</span>
      <button type="button" className="plain-button small" onClick={() => view.openText(file, line)}>
        {t("showText")}
      </button>
    </div>
  )
}

/** The line of what keeps a file from being read, null when it can be. */
function useFirstFault(file: string): number | null {
  const { stale } = useSurroundings()
  const syntax = useDocuments(({ files }) => files.problems(file)[0]?.line)
  const { diagnostics } = useDiagnostics()
  if (syntax !== undefined) return syntax
  if (stale[file] !== true) return null
  return diagnostics.find((each) => each.file === file && each.severity === "error")?.line ?? 1
}
