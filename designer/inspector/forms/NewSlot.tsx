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
  const [title, setTitle] = useState("")
  const [name, setName] = useState("")
  const [type, setType] = useState("text")
  const locale = around.settings.locales[0] ?? "zh"
  const make = () => {
    const value = {
      type,
      title: { [locale]: title },
      ask: { [locale]: t("slot.firstAsk", { title }) },
      ...(type === "choice" || type === "choices" ? { options: {} } : {}),
    }
    const made = run([
      { name: "element.add", args: { file, kind: "slot", name, value } },
      { name: "item.insert", args: { file, path: [...base, "slots"], value: name } },
    ])
    if (made === null) return
    setOpen(false)
    setTitle("")
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
            <label>
              {t("slot.title")}
              <input
                className="field"
                required
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            </label>
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
