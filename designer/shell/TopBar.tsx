import { CheckCircle2, Languages, Search, SunMoon, TriangleAlert } from "lucide-react"
import { useTranslation } from "react-i18next"
import { ActionButton } from "../actions/ActionButton.tsx"
import { useOpenFile } from "../catalogue/useOpenFile.ts"
import { useDocuments } from "../document/documents.ts"
import { switchLocale } from "../i18n/startI18n.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { useProblems } from "../problems/useProblems.ts"
import { DisplaySettings } from "../ui/DisplaySettings.tsx"
import { Popover } from "../ui/Popover.tsx"
import { FlowPicker } from "./FlowPicker.tsx"
import { useRoom } from "./room.ts"
import { useSaving } from "./saving.ts"
import { view } from "./viewStore.ts"

/** Which flow, how it stands, and what can be done with it as a whole. */
export function TopBar({ flow }: { readonly flow: string }) {
  const { t } = useTranslation("shell")
  const locale = useLocale()
  const { unsaved, isSaving } = useSaving()
  const undoes = useDocuments(({ past }) => past.at(-1)?.label ?? null)
  const redoes = useDocuments(({ future }) => future[0]?.label ?? null)
  const isReading = useRoom() === "reading"
  return (
    <header className="top-bar">
      <FlowPicker flow={flow} />
      <span className={unsaved === 0 ? "draft-state" : "draft-state changed"} role="status">
        {isSaving ? t("saving") : unsaved === 0 ? t("saved") : t("unsaved", { count: unsaved })}
      </span>
      {!isReading && <ProblemCount flow={flow} />}
      <span className="top-space" />
      {!isReading && (
        <>
          <ActionButton
            id="undo"
            isDisabled={undoes === null}
            {...(undoes === null ? {} : { label: t("undoNamed", { name: undoes[locale] }) })}
          />
          <ActionButton
            id="redo"
            isDisabled={redoes === null}
            {...(redoes === null ? {} : { label: t("redoNamed", { name: redoes[locale] }) })}
          />
          <span className="top-line" />
        </>
      )}
      <button
        type="button"
        className="search-button"
        title={t("commands")}
        aria-label={t("commands")}
        onClick={() => view.showCommands(true)}
      >
        <Search size={14} aria-hidden />
        <span className="search-words">{t("commands")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {!isReading && (
        <>
          <ActionButton
            id="save"
            className="plain-button primary save-button"
            isDisabled={unsaved === 0}
            isNamed
          />
          <ActionButton id="release" className="plain-button save-button" isDisabled={false} isNamed />
          <ActionButton id="review" isDisabled={unsaved > 0} />
        </>
      )}
      <button
        type="button"
        className="quiet-button"
        title={t("language")}
        aria-label={t("language")}
        onClick={() => switchLocale(locale === "zh" ? "en" : "zh")}
      >
        <Languages size={16} aria-hidden />
        {locale === "zh" ? "EN" : "中文"}
      </button>
      <Popover label={t("appearance")} face={<SunMoon size={16} aria-hidden />}>
        <DisplaySettings />
      </Popover>
    </header>
  )
}

function ProblemCount({ flow }: { readonly flow: string }) {
  const { t } = useTranslation("shell")
  const { ofFlow, others, isChecking } = useProblems(flow)
  const openFile = useOpenFile(flow)
  const problems = [...ofFlow, ...others.filter(({ file }) => file === openFile)]
  const errors = problems.filter(({ severity }) => severity === "error").length
  const Icon = problems.length === 0 ? CheckCircle2 : TriangleAlert
  return (
    <button
      type="button"
      className={errors > 0 ? "quiet-button problem-count bad" : "quiet-button problem-count"}
      aria-busy={isChecking}
      onClick={() => view.openDrawer("problems")}
    >
      <Icon size={16} aria-hidden />
      {problems.length === 0 ? t("noProblems") : t("problems", { count: problems.length })}
    </button>
  )
}
