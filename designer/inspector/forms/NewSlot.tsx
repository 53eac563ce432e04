import i18next from "i18next"
import { Plus } from "lucide-react"
import { Popover } from "radix-ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { builtInTypes } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"
import { Select } from "../fields/inputs.tsx"

/** Makes a new piece of information to ask for, and asks for it here. */
export function NewSlot() {
  const { t } = useTranslation("inspector")
  const { file, base, around } = useForm()
  const [isOpen, setOpen] = useState(false)
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
    if (made === null) return
    setOpen(false)
    setTitles({})
    setName("")
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="plain-button small">
          <Plus size={14} aria-hidden />
          {t("slot.new")}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu new-slot" align="end" sideOffset={4}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              make()
            }}
          >
            {locales.map((locale, index) => (
              <label key={locale}>
                {t("slot.title")} · {t(`locale.${locale === "en" ? "en" : "zh"}`)}
                <input
                  className="field"
                  required={index === 0}
                  lang={locale}
                  value={titles[locale] ?? ""}
                  onChange={(event) => setTitles({ ...titles, [locale]: event.target.value })}
                />
              </label>
            ))}
            <label>
              {t("slot.id")}
              <input
                className="field"
                required
                pattern="[a-z][A-Za-z0-9]*"
                title={t("slot.idHint")}
                placeholder="policyHolderName"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
              <small className="form-hint">{t("slot.idHint")}</small>
            </label>
            <div>
              {t("slot.type")}
              <Select
                label={t("slot.type")}
                value={type}
                choices={builtInTypes.map((value) => ({ value, label: t(`slotType.${value}`) }))}
                onChange={setType}
              />
            </div>
            <button type="submit" className="plain-button primary small">
              {t("slot.make")}
            </button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
