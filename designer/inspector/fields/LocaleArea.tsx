import type { ComponentProps, ReactNode } from "react"
import { useTranslation } from "react-i18next"

/** A field of a text in one language, with the language's name before it and what belongs to it behind. */
export function LocaleArea({
  locale,
  label,
  children,
  ...area
}: ComponentProps<"textarea"> & {
  readonly locale: string
  readonly label: string
  readonly children?: ReactNode
}) {
  const { t } = useTranslation("inspector")
  const name = t(`locale.${locale === "zh" || locale === "en" ? locale : "other"}`, { locale })
  return (
    <div className="locale-text">
      <span className="locale-name" aria-hidden>
        {name}
      </span>
      <textarea
        className="field text-area"
        lang={locale === "zh" ? "zh-CN" : locale}
        aria-label={`${label} · ${name}`}
        {...area}
      />
      {children}
    </div>
  )
}
