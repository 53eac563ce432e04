import { useTranslation } from "react-i18next"
import { setPreferences, usePreferences } from "./preferences.ts"
import { Segments } from "./Segments.tsx"

/** Theme and text size, for any page's settings. */
export function DisplaySettings() {
  const { t } = useTranslation("ui")
  const { theme, textSize } = usePreferences()
  return (
    <>
      <Segments
        label={t("textSize")}
        value={textSize}
        options={[
          { value: "100", label: t("textNormal") },
          { value: "125", label: "125%" },
          { value: "150", label: "150%" },
        ]}
        onChange={(value) => setPreferences({ textSize: value })}
      />
      <Segments
        label={t("theme")}
        value={theme}
        options={[
          { value: "system", label: t("themeSystem") },
          { value: "light", label: t("themeLight") },
          { value: "dark", label: t("themeDark") },
        ]}
        onChange={(value) => setPreferences({ theme: value })}
      />
    </>
  )
}
