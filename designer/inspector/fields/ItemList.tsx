import { Plus } from "lucide-react"
import type { ReactNode } from "react"
import type { Json, Path } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"
import { ItemTools } from "./ItemTools.tsx"

/** An ordered list of parts of a state: each can be moved and deleted, and new ones come last. */
export function ItemList(props: {
  readonly path: Path
  readonly items: readonly Json[]
  readonly render: (item: Json, index: number) => ReactNode
  readonly add?: readonly { readonly label: string; readonly value: Json }[]
}) {
  const { file, base } = useForm()
  const path = [...base, ...props.path]
  const last = props.items.length - 1
  const move = (from: number, before: number) =>
    run({ name: "entry.move", args: { file, path, from, ...(before > last ? {} : { before }) } })
  return (
    <div className="item-list">
      {props.items.map((item, index) => (
        // Parts of a list have no name but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="item">
          <ItemTools
            isFirst={index === 0}
            isLast={index === last}
            onUp={() => move(index, index - 1)}
            onDown={() => move(index, index + 2)}
            onRemove={() => run({ name: "item.remove", args: { file, path, index } })}
          />
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
