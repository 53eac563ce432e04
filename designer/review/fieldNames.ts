import type { TFunction } from "i18next"
import type { FieldChange } from "../../engine/index.ts"

/** Returns where in an element something stands, in words: 话术 · 中文. A list's items are counted from one. */
export function fieldInWords(path: FieldChange["path"], t: TFunction<"review">): string {
  return path
    .map((part) =>
      typeof part === "number"
        ? t("field.item", { number: part + 1 })
        : t(`fields.${part}` as "fields.title", { defaultValue: part }),
    )
    .join(" · ")
}
