import { Trash2 } from "lucide-react"
import { useDeferredValue, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { ElementForm } from "../inspector/ElementForm.tsx"
import { run } from "../inspector/FormContext.ts"
import { FieldProblems } from "../inspector/fields/Field.tsx"
import { NameInput } from "../inspector/fields/inputs.tsx"
import { notify } from "../shell/notice.ts"
import { useRoom } from "../shell/room.ts"
import { view } from "../shell/viewStore.ts"
import { IconButton } from "../ui/IconButton.tsx"
import type { Entry, Model, Page } from "./page.ts"
import type { ElementPageId } from "./pages.ts"
import { WhereUsed } from "./uses/WhereUsed.tsx"

/** One element: its form, and where it is used. */
export function ElementDetail(props: {
  readonly page: Page
  readonly id: ElementPageId
  readonly model: Model
  readonly entry: Entry
}) {
  const { t } = useTranslation("catalogue")
  const { page, id, model, entry } = props
  // Where it is named all over the flow set may be told a moment after the keystroke.
  const files = useDeferredValue(model.files)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an element is the same by its file and item
  const uses = useMemo(() => page.uses?.(files, entry) ?? null, [page, files, entry.file, entry.item])
  const remove = page.remove?.(entry) ?? null
  const { Form } = page
  const rename = (to: string) => {
    const renaming = page.rename?.(entry, to)
    if (renaming === undefined || renaming === null) return
    if (run(renaming.command) === null) return
    if (renaming.command.name === "flow.rename" && model.flow.id === entry.id) view.openPage(id, to, to)
    else view.openPage(id, renaming.item)
  }
  return (
    <div className="element-detail" key={entry.item}>
      <fieldset className="inspector-field element-form" disabled={useRoom() === "reading"}>
        <header className="element-head">
          <h1>{entry.title}</h1>
          <span className="element-id">
            <span>{t("id")}</span>
            {page.rename === undefined ? (
              <small>{entry.id}</small>
            ) : (
              <NameInput label={t("rename", { one: t(`one.${id}`) })} value={entry.id} onCommit={rename} />
            )}
          </span>
          {remove !== null && (
            <IconButton
              label={t("remove", { one: t(`one.${id}`) })}
              icon={Trash2}
              onClick={() => {
                if (run(remove) === null) return
                view.openPage(id)
                if (uses !== null && uses.length > 0)
                  notify({
                    zh: `已删除「${entry.title}」，仍有${uses.length}处用到它，见「问题」；撤销可恢复。`,
                    en: `Deleted “${entry.title}”. It is still named in ${uses.length} places, see the problems; undo brings it back.`,
                  })
              }}
            />
          )}
        </header>
        <ElementForm file={entry.file} base={entry.base} flow={entry.flow}>
          <div className="inspector">
            <FieldProblems path={[]} />
            <Form entry={entry} />
          </div>
        </ElementForm>
      </fieldset>
      {uses !== null && <WhereUsed model={model} uses={uses} />}
    </div>
  )
}
