import { Plus } from "lucide-react"
import { Popover } from "radix-ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { run } from "../inspector/FormContext.ts"
import { view } from "../shell/viewStore.ts"
import type { Adding, Entry, Model } from "./page.ts"
import type { ElementPageId } from "./pages.ts"

/** Pages whose elements are known by their id alone. */
const untitled: readonly ElementPageId[] = ["data", "triggers"]

/** Makes a new element of a page and opens it. */
export function AddElement(props: {
  readonly id: ElementPageId
  readonly adding: Adding
  readonly model: Model
  readonly near: Entry | null
}) {
  const { t } = useTranslation("catalogue")
  const { id: page, adding, model, near } = props
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState("")
  const [id, setId] = useState("")
  const make = () => {
    const { command, item } = adding.make(model, id.trim(), title.trim(), near)
    if (run(command) === null) return
    setOpen(false)
    setTitle("")
    setId("")
    view.openPage(page, item)
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className="plain-button small"
          title={t("add", { one: t(`one.${page}`) })}
          aria-label={t("add", { one: t(`one.${page}`) })}
        >
          <Plus size={14} aria-hidden />
          {t("new")}
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
            {!untitled.includes(page) && (
              <label>
                {t(page === "knowledge" ? "firstQuestion" : "title")}
                <input
                  className="field"
                  required
                  value={title}
                  onChange={(event) => setTitle(event.target.value)}
                />
              </label>
            )}
            <label>
              {t("id")}
              <input
                className="field"
                required
                pattern={adding.pattern}
                placeholder={adding.example}
                value={id}
                onChange={(event) => setId(event.target.value)}
              />
              <small className="form-hint">{t("idHint", { example: adding.example })}</small>
            </label>
            <button type="submit" className="plain-button primary small">
              {t("add", { one: t(`one.${page}`) })}
            </button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
