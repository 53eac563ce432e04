import { BadgeCheck, FilePlus2, FileWarning } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { WordingDocument } from "../../../engine/document/schema.ts"
import type { Json } from "../../../engine/index.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { run, useForm } from "../../inspector/FormContext.ts"
import { FieldGroup } from "../../inspector/fields/Field.tsx"
import { ItemTools } from "../../inspector/fields/ItemTools.tsx"
import { LineField } from "../../inspector/fields/inputs.tsx"
import { NamedText } from "../../inspector/fields/NamedText.tsx"
import { PhrasesField } from "../../inspector/fields/PhrasesField.tsx"
import { TextField } from "../../inspector/fields/TextField.tsx"
import type { Entry } from "../page.ts"
import { approvalOf } from "./approval.ts"

type Version = WordingDocument["versions"][number]

/** A regulated text: an approved version is read, a new one is drafted beside it. */
export function WordingFields({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation("catalogue")
  const { file, around } = useForm()
  const wording = around.wordings[entry.id]
  if (wording === undefined) return <p className="form-hint">{t("wordings.unreadable")}</p>
  const { versions } = wording
  const last = versions.at(-1)
  const draft = () => {
    if (last === undefined) return
    const { approved: _, effectiveTo: __, ...rest } = last
    const from = new Date().toISOString().slice(0, 10)
    const value = { ...rest, version: nextVersion(versions), effectiveFrom: from } as unknown as Json
    run({ name: "item.insert", args: { file, path: ["versions"], value } })
  }
  return (
    <>
      <TextField label={t("wordings.title")} path={["title"]} isPlain />
      <LineField label={t("wordings.basis")} path={["basis"]} hint={t("wordings.basisHint")} />
      <FieldGroup label={t("wordings.versions")} path={[]} hint={t("wordings.versionsHint")}>
        {versions
          .map((version, index) => (
            <VersionCard
              key={version.version}
              version={version}
              index={index}
              isOnly={versions.length === 1}
            />
          ))
          .reverse()}
      </FieldGroup>
      {last !== undefined && approvalOf(last) === "approved" && (
        <button type="button" className="plain-button small" onClick={draft}>
          <FilePlus2 size={14} aria-hidden />
          {t("wordings.draft")}
        </button>
      )}
    </>
  )
}

function VersionCard(props: { readonly version: Version; readonly index: number; readonly isOnly: boolean }) {
  const { t } = useTranslation("catalogue")
  const { file } = useForm()
  const { version, index } = props
  const state = approvalOf(version)
  const path = ["versions", index]
  const Icon = state === "approved" ? BadgeCheck : FileWarning
  return (
    <article
      className="item wording-version"
      aria-label={t("wordings.version", { version: version.version })}
    >
      <header className="version-head">
        <strong>{t("wordings.version", { version: version.version })}</strong>
        <span className={state === "approved" ? "wording-state" : "wording-state open"}>
          <Icon size={14} aria-hidden />
          {version.approved !== undefined && state === "approved"
            ? t("wordings.approved", { by: version.approved.by, on: version.approved.on })
            : t(`approval.${state}`)}
        </span>
        {state === "open" && !props.isOnly && (
          <ItemTools
            onRemove={() => run({ name: "item.remove", args: { file, path: ["versions"], index } })}
          />
        )}
      </header>
      {state === "approved" ? <ReadOnly version={version} /> : <Draft path={path} />}
      <Bound version={version} />
      <span className="field-row">
        <LineField label={t("wordings.from")} path={[...path, "effectiveFrom"]} />
        <LineField label={t("wordings.to")} path={[...path, "effectiveTo"]} />
      </span>
    </article>
  )
}

/** What was approved is not touched: every language stands as it is. */
function ReadOnly({ version }: { readonly version: Version }) {
  const { t } = useTranslation("catalogue")
  const { around } = useForm()
  const texts =
    typeof version.text === "string" ? { [around.settings.locales[0] ?? "zh"]: version.text } : version.text
  return (
    <>
      {Object.entries(texts).map(([locale, text]) => (
        <div key={locale} className="version-text" lang={locale === "zh" ? "zh-CN" : locale}>
          <p className="wording-text">
            <NamedText text={text} />
          </p>
          <p className="version-choices">
            <span className="wording-choice">{version.decline?.[locale]?.[0] ?? "—"}</span>
            <span className="wording-choice">{version.accept[locale]?.[0] ?? "—"}</span>
            <small>{t("wordings.phrases", { count: version.accept[locale]?.length ?? 0 })}</small>
          </p>
        </div>
      ))}
    </>
  )
}

function Draft({ path }: { readonly path: readonly (string | number)[] }) {
  const { t } = useTranslation("catalogue")
  return (
    <>
      <TextField label={t("wordings.text")} path={[...path, "text"]} isLong />
      <PhrasesField label={t("wordings.accept")} path={[...path, "accept"]} />
      <PhrasesField label={t("wordings.decline")} path={[...path, "decline"]} />
    </>
  )
}

/** The values that the text names: when one of them changes, what was agreed to holds no longer. */
function Bound({ version }: { readonly version: Version }) {
  const { t } = useTranslation("catalogue")
  const { words } = useForm()
  const paths = boundValues(typeof version.text === "string" ? [version.text] : Object.values(version.text))
  if (paths.length === 0) return null
  return (
    <div className="form-field">
      <span className="form-label">{t("wordings.bound")}</span>
      <p className="bound-values">
        {paths.map((path) => (
          <span key={path} className="variable" title={path}>
            {nameOfPath(path, words)}
          </span>
        ))}
      </p>
      <p className="form-hint">{t("wordings.boundHint")}</p>
    </div>
  )
}

function boundValues(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) =>
    [...text.matchAll(/\{\s*((?:slots|data|derived|parameters|customer)[\w.]*)/g)].map(
      ([, path = ""]) => path,
    ),
  )
  return [...new Set(found)]
}

function nextVersion(versions: readonly Version[]): string {
  const numbers = versions.map(({ version }) => Number(version)).filter(Number.isFinite)
  return String(Math.max(0, ...numbers) + 1)
}
