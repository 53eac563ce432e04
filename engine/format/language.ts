import type { Locale, Text } from "../types.ts"

/** Whether texts of the locale are written in Chinese. */
export function isChinese(locale: Locale): boolean {
  return locale === "zh" || locale.startsWith("zh-")
}

/**
 * Returns the text in a locale; where it is missing, in the locale's language, in `fallback`, else in the first that
 * there is. A plain string is the text in every locale.
 */
export function textIn(text: Text | string, locale: Locale, fallback?: Locale): string {
  if (typeof text === "string") return text
  const [language = locale] = locale.split("-")
  for (const candidate of [locale, language, fallback]) {
    if (candidate !== undefined && Object.hasOwn(text, candidate)) return text[candidate] ?? ""
  }
  return Object.values(text)[0] ?? ""
}
