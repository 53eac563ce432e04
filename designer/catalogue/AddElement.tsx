import { useState } from "react"
import { useTranslation } from "react-i18next"
import { run } from "../inspector/FormContext.ts"
import { view } from "../shell/viewStore.ts"
import { AddField, AddForm } from "../ui/AddForm.tsx"
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
  const [title, setTitle] = useState("")
  const [id, setId] = useState("")
  const label = t("add", { one: t(`one.${page}`) })
  const make = () => {
    const { command, item } = adding.make(model, id.trim(), title.trim(), near)
    if (run(command) === null) return false
    setTitle("")
    setId("")
    view.openPage(page, item)
    return true
  }
  return (
    <AddForm face={t("new")} label={label} submit={label} onSubmit={make}>
      {!untitled.includes(page) && (
        <AddField
          label={t(page === "knowledge" ? "firstQuestion" : "title")}
          value={title}
          onChange={setTitle}
        />
      )}
      <AddField
        label={t("id")}
        pattern={adding.pattern}
        placeholder={adding.example}
        hint={t("idHint", { example: adding.example })}
        value={id}
        onChange={setId}
      />
    </AddForm>
  )
}
