import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Json, Path } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"

/** An ordered list of parts of a state: each can be moved and deleted, and new ones come last. */
export function ItemList(props: {
  readonly path: Path
  readonly items: readonly Json[]
  readonly render: (item: Json, index: number) => ReactNode
  readonly add?: readonly { readonly label: string; readonly value: Json }[]
}) {
  const { t } = useTranslation("inspector")
  const { file, base } = useForm()
  const path = [...base, ...props.path]
  const last = props.items.length - 1
  return (
    <div className="item-list">
      {props.items.map((item, index) => (
        // Parts of a list have no name but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="item">
          <div className="item-tools">
            <button
              type="button"
              className="quiet-button"
              title={t("list.up")}
              aria-label={t("list.up")}
              disabled={index === 0}
              onClick={() =>
                run({ name: "entry.move", args: { file, path, from: index, before: index - 1 } })
              }
            >
              <ArrowUp size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="quiet-button"
              title={t("list.down")}
              aria-label={t("list.down")}
              disabled={index === last}
              onClick={() =>
                run({
                  name: "entry.move",
                  args: { file, path, from: index, ...(index + 2 > last ? {} : { before: index + 2 }) },
                })
              }
            >
              <ArrowDown size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="quiet-button"
              title={t("list.remove")}
              aria-label={t("list.remove")}
              onClick={() => run({ name: "item.remove", args: { file, path, index } })}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </div>
          {props.render(item, index)}
        </div>
      ))}
      {(props.add ?? []).map(({ label, value }) => (
        <button
          key={label}
          type="button"
          className="quiet-button add-button"
          onClick={() => run({ name: "item.insert", args: { file, path, value } })}
        >
          <Plus size={14} aria-hidden />
          {label}
        </button>
      ))}
    </div>
  )
}
