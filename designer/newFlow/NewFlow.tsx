import { Copy, FilePlus2, ListChecks, type LucideIcon, X } from "lucide-react"
import { Dialog } from "radix-ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { documents } from "../document/documents.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { useScene } from "../model/scene.ts"
import { useFlowTitle } from "../model/useFlowTitle.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { view } from "../shell/viewStore.ts"
import { creation, idOf, type NewFlowDraft, useNewFlow } from "./newFlow.ts"

/** The dialog that makes a flow: empty, from a template, or as a copy of another. */
export function NewFlow() {
  const { t } = useTranslation("shell")
  const { isOpen } = useNewFlow()
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => useNewFlow.setState({ isOpen: open })}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="dialog new-flow" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{t("newFlow.title")}</Dialog.Title>
          <NewFlowForm />
          <Dialog.Close className="quiet-button dialog-close" aria-label={t("close")}>
            <X size={16} aria-hidden />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function NewFlowForm() {
  const { t } = useTranslation("shell")
  const { t: inspector } = useTranslation("inspector")
  const locale = useLocale()
  const { settings, flowFiles } = useSurroundings()
  const titleOf = useFlowTitle()
  const shown = useScene(({ flow }) => flow)
  const [isAsked, setAsked] = useState(false)
  const [draft, setDraft] = useState<NewFlowDraft>({
    titles: {},
    id: null,
    from: "empty",
    copy: flowFiles[shown] ?? Object.values(flowFiles)[0] ?? "",
  })
  const fieldId = useId()
  const [main = "zh"] = settings.locales
  const id = idOf(draft)
  const isNamed = (draft.titles[main] ?? "").trim() !== ""
  const planned = documents.plan(creation(draft, settings.locales))
  const why = planned.ok || (id === "" && !isAsked) ? null : planned.why[locale]

  const make = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!isNamed || !documents.run(creation(draft, settings.locales)).ok) return
    useNewFlow.setState({ isOpen: false })
    view.openFlow(id)
    view.openLeft("palette")
  }
  return (
    <form className="new-flow-form" onSubmit={make} noValidate>
      <fieldset className="origins">
        <legend className="form-label">{t("newFlow.from")}</legend>
        <Origin value="empty" icon={FilePlus2} draft={draft} onChange={setDraft} />
        <Origin value="form" icon={ListChecks} draft={draft} onChange={setDraft} />
        <Origin value="copy" icon={Copy} draft={draft} onChange={setDraft} />
      </fieldset>
      {draft.from === "copy" && (
        <label className="form-field">
          <span className="form-label">{t("newFlow.copied")}</span>
          <select
            className="field"
            value={draft.copy}
            onChange={(event) => setDraft({ ...draft, copy: event.target.value })}
          >
            {Object.entries(flowFiles).map(([flow, file]) => (
              <option key={file} value={file}>
                {titleOf(flow)}
              </option>
            ))}
          </select>
        </label>
      )}
      {settings.locales.map((each) => (
        <label key={each} className="form-field">
          <span className="form-label">
            {t("newFlow.name", { language: inspector(`locale.${each === "en" ? "en" : "zh"}`) })}
          </span>
          <input
            className="field"
            value={draft.titles[each] ?? ""}
            required={each === main}
            aria-invalid={isAsked && each === main && !isNamed}
            placeholder={t(each === "en" ? "newFlow.exampleEn" : "newFlow.exampleZh")}
            onChange={(event) =>
              setDraft({ ...draft, titles: { ...draft.titles, [each]: event.target.value } })
            }
          />
          {isAsked && each === main && !isNamed && <p className="form-refusal">{t("newFlow.needsName")}</p>}
        </label>
      ))}
      <div className="form-field">
        <label className="form-label" htmlFor={fieldId}>
          {t("newFlow.id")}
        </label>
        <input
          id={fieldId}
          className="field"
          value={id}
          spellCheck={false}
          autoCapitalize="off"
          aria-invalid={why !== null}
          aria-describedby={`${fieldId}-hint`}
          placeholder="premium-refund"
          onChange={(event) => setDraft({ ...draft, id: event.target.value })}
        />
        <p id={`${fieldId}-hint`} className={why === null ? "form-hint" : "form-refusal"} aria-live="polite">
          {why ?? t("newFlow.idHint")}
        </p>
      </div>
      <div className="dialog-buttons">
        <Dialog.Close className="plain-button small">{t("cancel")}</Dialog.Close>
        <button type="submit" className="plain-button primary small">
          {t("newFlow.make")}
        </button>
      </div>
    </form>
  )
}

function Origin(props: {
  readonly value: NewFlowDraft["from"]
  readonly icon: LucideIcon
  readonly draft: NewFlowDraft
  readonly onChange: (draft: NewFlowDraft) => void
}) {
  const { t } = useTranslation("shell")
  const { value, draft } = props
  return (
    <label className="origin">
      <input
        type="radio"
        name="origin"
        checked={draft.from === value}
        onChange={() => props.onChange({ ...draft, from: value })}
      />
      <props.icon size={16} aria-hidden />
      <span>
        {t(`newFlow.origin.${value}`)}
        <small>{t(`newFlow.originHelp.${value}`)}</small>
      </span>
    </label>
  )
}
