import { CloudUpload, Crosshair, X } from "lucide-react"
import { Dialog } from "radix-ui"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Diagnostic } from "../../engine/index.ts"
import { type CurrentRelease, readRelease, releaseFlows } from "../api/flows.ts"
import { NoConnection } from "../api/request.ts"
import { documents, useDocuments } from "../document/documents.ts"
import { useNames } from "../model/useNames.ts"
import { useDiagnostics } from "../problems/checker.ts"
import { useProblemWords } from "../problems/inWords.ts"
import { ChangeList } from "../review/ChangeList.tsx"
import { changesBetween } from "../review/changes.ts"
import { saveAll, useSaving } from "../shell/saving.ts"
import { view } from "../shell/viewStore.ts"
import { IconButton } from "../ui/IconButton.tsx"
import { closeReleaseDialog, useReleaseDialog } from "./releaseDialog.ts"

/** What a release would change, what stands in its way, and the button for it. */
export function ReleaseDialog() {
  const { t } = useTranslation("review")
  const { t: shell } = useTranslation("shell")
  const isOpen = useReleaseDialog((state) => state.isOpen)
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && closeReleaseDialog()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="dialog release-dialog">
          <Dialog.Title className="dialog-title">{t("release.title")}</Dialog.Title>
          <Dialog.Description className="dialog-text">{t("release.intro")}</Dialog.Description>
          <Releasing />
          <Dialog.Close className="quiet-button dialog-close" aria-label={shell("close")}>
            <X size={16} aria-hidden />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type Told =
  | { readonly is: "nothing" | "releasing" | "done" }
  | { readonly is: "refused"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly is: "failed"; readonly why: unknown }

function Releasing() {
  const { t } = useTranslation("review")
  const current = useCurrentRelease()
  const { unsaved, isSaving } = useSaving()
  const { diagnostics, isChecking } = useDiagnostics()
  const parts = useChanges(current.is === "ready" ? current.release : null)
  const [told, setTold] = useState<Told>({ is: "nothing" })
  const errors = (told.is === "refused" ? told.diagnostics : diagnostics).filter(
    ({ severity }) => severity === "error",
  )
  const release = async () => {
    setTold({ is: "releasing" })
    try {
      const { taken, diagnostics: found } = await releaseFlows()
      setTold(taken ? { is: "done" } : { is: "refused", diagnostics: found })
    } catch (why) {
      setTold({ is: "failed", why })
    }
  }
  if (told.is === "done") {
    return (
      <p className="release-told good" role="status">
        {t("release.done")}
      </p>
    )
  }
  const count = parts?.reduce((sum, { changes }) => sum + changes.length, 0) ?? 0
  const isBlocked = unsaved > 0 || errors.length > 0 || isChecking || count === 0 || told.is === "releasing"
  return (
    <>
      {current.is === "reading" && <p role="status">{t("release.reading")}</p>}
      {current.is === "failed" && (
        <p className="release-told bad" role="alert">
          {t("release.unread", { why: whyInWords(current.why, t("release.unreachable")) })}
        </p>
      )}
      {told.is === "failed" && (
        <p className="release-told bad" role="alert">
          {t("release.failed", { why: whyInWords(told.why, t("release.unreachable")) })}
        </p>
      )}
      {told.is === "refused" && (
        <p className="release-told bad" role="alert">
          {t("release.refused")}
        </p>
      )}
      {unsaved > 0 && (
        <p className="release-told warn">
          {t("release.unsaved")}
          <button
            type="button"
            className="plain-button small"
            disabled={isSaving}
            onClick={() => void saveAll()}
          >
            {t("release.save")}
          </button>
        </p>
      )}
      {errors.length > 0 && <Blocking errors={errors} />}
      {current.is === "ready" && parts !== null && (
        <section className="release-changes">
          <p>
            {count === 0 ? t("release.nothing") : t("release.count", { count })}
            <small>
              {t("release.since", { at: current.release.created.slice(0, 16).replace("T", " ") })}
            </small>
          </p>
          <ChangeList parts={parts} />
        </section>
      )}
      <div className="dialog-buttons">
        <button type="button" className="plain-button" onClick={closeReleaseDialog}>
          {t("release.cancel")}
        </button>
        <button
          type="button"
          className="plain-button primary"
          disabled={isBlocked}
          onClick={() => void release()}
        >
          <CloudUpload size={16} aria-hidden />
          {t(
            told.is === "releasing"
              ? "release.releasing"
              : isChecking
                ? "release.checking"
                : "release.confirm",
          )}
        </button>
      </div>
    </>
  )
}

const mostErrors = 5

function Blocking({ errors }: { readonly errors: readonly Diagnostic[] }) {
  const { t } = useTranslation("review")
  const { t: problems } = useTranslation("problems")
  const inWords = useProblemWords()
  return (
    <section className="release-errors">
      <p>{t("release.blocked", { count: errors.length })}</p>
      <ul>
        {errors.slice(0, mostErrors).map((error) => (
          <li key={`${error.rule} ${error.file} ${error.line} ${error.message}`}>
            <span>
              {inWords(error).message}
              <small>
                {error.at ?? error.file} · {problems("line", { line: error.line })}
              </small>
            </span>
            <IconButton
              label={t("release.show")}
              icon={Crosshair}
              size={14}
              onClick={() => showProblem(error)}
            />
          </li>
        ))}
      </ul>
      {errors.length > mostErrors && <p>{t("release.andMore", { count: errors.length - mostErrors })}</p>}
    </section>
  )
}

function showProblem({ at }: Diagnostic): void {
  const [flow = "", state] = at?.split(/[/#]/) ?? []
  closeReleaseDialog()
  view.openDrawer("problems")
  if (flow === "" || state === undefined) return
  view.openFlow(flow)
  view.show(state)
}

type Current =
  | { readonly is: "reading" }
  | { readonly is: "ready"; readonly release: CurrentRelease }
  | { readonly is: "failed"; readonly why: unknown }

/** Reads the present release, and what stands on disk beside it: that is what would be released. */
function useCurrentRelease(): Current {
  const [current, setCurrent] = useState<Current>({ is: "reading" })
  useEffect(() => {
    let isWanted = true
    Promise.all([readRelease(), documents.refresh()]).then(
      ([release]) => isWanted && setCurrent({ is: "ready", release }),
      (why: unknown) => isWanted && setCurrent({ is: "failed", why }),
    )
    return () => {
      isWanted = false
    }
  }, [])
  return current
}

function useChanges(release: CurrentRelease | null) {
  const saved = useDocuments((state) => state.saved)
  const names = useNames()
  const { t } = useTranslation("review")
  const { t: canvas } = useTranslation("canvas")
  return useMemo(
    () => (release === null ? null : changesBetween(release.files, saved, { t, canvas, names })),
    [release, saved, t, canvas, names],
  )
}

function whyInWords(why: unknown, unreachable: string): string {
  if (why instanceof NoConnection) return unreachable
  return why instanceof Error ? why.message : String(why)
}
