import { ChevronDown, ChevronRight } from "lucide-react"
import { useState } from "react"
import type { Drawing, DrawnState } from "../canvas/drawing/drawing.ts"
import { childrenOf } from "../canvas/places.ts"
import { useView, view } from "../shell/viewStore.ts"
import { stateTypeIcon } from "../ui/stateTypeIcon.ts"

/** The states of a flow as a list, stage by stage: for finding one's way, and for those who read by ear. */
export function Outline({ drawing }: { readonly drawing: Drawing }) {
  const children = childrenOf(drawing)
  return (
    <ul className="outline">
      {(children.get(null) ?? []).map((state) => (
        <Entry key={state.id} state={state} inside={children} depth={0} />
      ))}
    </ul>
  )
}

function Entry(props: {
  readonly state: DrawnState
  readonly inside: ReadonlyMap<string | null, readonly DrawnState[]>
  readonly depth: number
}) {
  const { state, inside, depth } = props
  const [isOpen, setOpen] = useState(true)
  const isSelected = useView(({ selection }) => selection.includes(state.id))
  const Icon = stateTypeIcon(state.type)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  const isGroup = state.type === "group"
  return (
    <li>
      <div className={`outline-row type-${state.type}`} style={{ paddingInlineStart: 4 + depth * 14 }}>
        {isGroup && (
          <button
            type="button"
            className="outline-fold"
            aria-expanded={isOpen}
            aria-label={state.title}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron size={14} aria-hidden />
          </button>
        )}
        <button
          type="button"
          className={isGroup ? "outline-name group" : "outline-name"}
          aria-current={isSelected ? "true" : undefined}
          title={`${state.title} · ${state.kind}`}
          onClick={() => view.show(state.id)}
        >
          {!isGroup && <Icon size={14} aria-hidden />}
          <span>{state.title}</span>
        </button>
      </div>
      {isGroup && isOpen && (
        <ul>
          {(inside.get(state.id) ?? []).map((each) => (
            <Entry key={each.id} state={each} inside={inside} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  )
}
