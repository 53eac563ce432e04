import { BadgeCheck, FileWarning } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useForm } from "../FormContext.ts"
import { NamedText } from "../fields/NamedText.tsx"

/** A regulated text in full: its version, who approved it, and what counts as acceptance. Changed only in its own place. */
export function WordingText({ id }: { readonly id: string }) {
  const { t } = useTranslation("inspector")
  const { around, words } = useForm()
  const wording = around.wordings[id]
  const version = wording?.versions.at(-1)
  if (wording === undefined || version === undefined)
    return <p className="form-hint">{t("wording.unknown")}</p>
  const { approved, effectiveFrom, effectiveTo } = version
  const accept = version.accept[words.locale]?.[0]
  const decline = version.decline?.[words.locale]?.[0]
  return (
    <section className="wording-card" aria-label={words.text(wording.title)}>
      <header>
        <strong>{words.text(wording.title)}</strong>
        <span>{t("wording.version", { version: version.version })}</span>
      </header>
      <p className={approved === undefined ? "wording-state open" : "wording-state"}>
        {approved === undefined ? (
          <FileWarning size={14} aria-hidden />
        ) : (
          <BadgeCheck size={14} aria-hidden />
        )}
        {approved === undefined
          ? t("wording.notApproved")
          : t("wording.approved", { by: approved.by, on: approved.on })}
        {" · "}
        {effectiveTo === undefined
          ? t("wording.from", { from: effectiveFrom })
          : t("wording.fromTo", { from: effectiveFrom, to: effectiveTo })}
      </p>
      <div className="wording-text">
        <NamedText text={words.text(version.text)} />
      </div>
      {wording.basis !== undefined && (
        <p className="form-hint">{t("wording.basis", { basis: wording.basis })}</p>
      )}
      <div className="wording-buttons" aria-hidden>
        {decline !== undefined && <span className="wording-choice">{decline}</span>}
        {accept !== undefined && <span className="wording-choice">{accept}</span>}
      </div>
    </section>
  )
}
