import i18next from "i18next"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { builtInTypes } from "../../../engine/index.ts"
import { AddField, AddForm } from "../../ui/AddForm.tsx"
import { run, useForm } from "../FormContext.ts"
import { Select } from "../fields/inputs.tsx"

/** Makes a new piece of information to ask for, and asks for it here. */
export function NewSlot() {
  const { t } = useTranslation("inspector")
  const { file, base, around } = useForm()
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({})
  const [name, setName] = useState("")
  const [type, setType] = useState("text")
  const { locales } = around.settings
  const make = () => {
    const named = locales.flatMap((locale) => {
      const title = titles[locale]?.trim() ?? ""
      return title === "" ? [] : [[locale, title] as const]
    })
    const value = {
      type,
      title: Object.fromEntries(named),
      ask: Object.fromEntries(
        named.map(([locale, title]) => [
          locale,
          i18next.getFixedT(locale, "inspector")("slot.firstAsk", { title }),
        ]),
      ),
      ...(type === "choice" || type === "choices" ? { options: {} } : {}),
    }
    const made = run([
      { name: "element.add", args: { file, kind: "slot", name, value } },
      { name: "item.insert", args: { file, path: [...base, "slots"], value: name } },
    ])
    if (made === null) return false
    setTitles({})
    setName("")
    return true
  }
  return (
    <AddForm face={t("slot.new")} submit={t("slot.make")} onSubmit={make}>
      {locales.map((locale, index) => (
        <AddField
          key={locale}
          label={`${t("slot.title")} · ${t(`locale.${locale === "en" ? "en" : "zh"}`)}`}
          isOptional={index > 0}
          lang={locale}
          value={titles[locale] ?? ""}
          onChange={(title) => setTitles({ ...titles, [locale]: title })}
        />
      ))}
      <AddField
        label={t("slot.id")}
        pattern="[a-z][A-Za-z0-9]*"
        placeholder="policyHolderName"
        hint={t("slot.idHint")}
        value={name}
        onChange={setName}
      />
      <div>
        {t("slot.type")}
        <Select
          label={t("slot.type")}
          value={type}
          choices={builtInTypes.map((value) => ({ value, label: t(`slotType.${value}`) }))}
          onChange={setType}
        />
      </div>
    </AddForm>
  )
}
