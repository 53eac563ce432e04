import { Languages, Printer } from "lucide-react"
import { useTranslation } from "react-i18next"
import { switchLocale } from "../i18n/startI18n.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { Segments } from "../ui/Segments.tsx"

const choices = { both: ["zh", "en"], zh: ["zh"], en: ["en"] } as const
type Choice = keyof typeof choices

/** What one can do with the document on the screen; never printed. */
export function ReviewTools(props: {
  readonly languages: readonly string[]
  readonly onLanguages: (languages: readonly string[]) => void
}) {
  const { t } = useTranslation("review")
  const locale = useLocale()
  const value: Choice = props.languages.length === 2 ? "both" : props.languages[0] === "en" ? "en" : "zh"
  return (
    <div className="review-tools">
      <Segments<Choice>
        label={t("doc.texts")}
        value={value}
        options={[
          { value: "both", label: t("doc.both") },
          { value: "zh", label: t("fields.zh") },
          { value: "en", label: t("fields.en") },
        ]}
        onChange={(choice) => props.onLanguages(choices[choice])}
      />
      <span className="tools-space" />
      <button
        type="button"
        className="quiet-button"
        aria-label={t("doc.language")}
        title={t("doc.language")}
        onClick={() => switchLocale(locale === "zh" ? "en" : "zh")}
      >
        <Languages size={16} aria-hidden />
        {locale === "zh" ? "EN" : "中文"}
      </button>
      <button type="button" className="plain-button primary" onClick={() => window.print()}>
        <Printer size={16} aria-hidden />
        {t("doc.print")}
      </button>
    </div>
  )
}
