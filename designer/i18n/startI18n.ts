import i18next, { type Resource } from "i18next"
import { initReactI18next } from "react-i18next"
import { uiTextsEn } from "../ui/texts.en.ts"
import { uiTextsZh } from "../ui/texts.zh.ts"
import { initialLocale, keepLocale, type UiLocale } from "./locale.ts"

/** Starts translation for one page with that page's texts beside the shared ones. */
export function startI18n(texts: { readonly [Locale in UiLocale]: Resource[string] }): void {
  const locale = initialLocale()
  void i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: "zh",
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { zh: { ui: uiTextsZh, ...texts.zh }, en: { ui: uiTextsEn, ...texts.en } },
  })
  showLocale(locale)
}

/** The language that the page is shown in now. */
export function currentLocale(): UiLocale {
  return i18next.language === "en" ? "en" : "zh"
}

/** Switches every text of the page at once, and remembers it. */
export function switchLocale(locale: UiLocale): void {
  void i18next.changeLanguage(locale)
  keepLocale(locale)
  showLocale(locale)
  const address = new URL(location.href)
  if (address.searchParams.has("locale")) {
    address.searchParams.set("locale", locale)
    history.replaceState(null, "", address)
  }
}

function showLocale(locale: UiLocale): void {
  document.documentElement.lang = locale === "zh" ? "zh-CN" : "en"
}
