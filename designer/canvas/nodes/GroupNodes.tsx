import { Handle, type NodeProps, Position } from "@xyflow/react"
import { BellRing, Frame, Maximize2, MessageCircleQuestion, Minimize2, Play, Timer } from "lucide-react"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import { stateTypeIcon } from "../../ui/stateTypeIcon.ts"
import type { DrawnEntry } from "../drawing/drawing.ts"
import type { StateOnCanvas } from "../toNodes.ts"
import { useDetail } from "./detail.ts"
import { useFolding } from "./folding.ts"
import { HandlePlaces } from "./HandlePlaces.tsx"
import { Marks } from "./Marks.tsx"

/** A group that is open: a frame with a title tab around its states. */
export const FrameNode = memo(function FrameNode({ data, isConnectable }: NodeProps<StateOnCanvas>) {
  const { t } = useTranslation("canvas")
  const toggle = useFolding()
  const detail = useDetail()
  const { state } = data
  return (
    <div className={`frame detail-${detail}`}>
      <Handle
        type="target"
        position={Position.Left}
        className="entry-handle frame-handle"
        isConnectable={isConnectable}
      />
      <div className="frame-tab">
        {state.isStart && detail === "full" && <Play size={12} aria-label={t("node.start")} />}
        <span className="frame-title">{state.title}</span>
        {detail === "full" && <span className="frame-count">{state.kind}</span>}
        {detail === "full" && <Entries entries={state.entries} />}
        <button
          type="button"
          className="frame-button nodrag"
          title={t("node.fold")}
          onClick={() => toggle(state.id)}
        >
          <Minimize2 size={14} aria-hidden />
          <span className="visually-hidden">{t("node.fold")}</span>
        </button>
      </div>
      <Handle type="source" position={Position.Right} className="frame-source" isConnectable={false} />
      <Marks id={state.id} />
    </div>
  )
})

/** A group that is folded: its title and what matters inside. */
export const FoldedNode = memo(function FoldedNode({ data, width, isConnectable }: NodeProps<StateOnCanvas>) {
  const { t } = useTranslation("canvas")
  const toggle = useFolding()
  const detail = useDetail()
  const { state, highlights } = data
  if (detail === "block")
    return (
      <>
        <div className="folded detail-block">
          <span>{state.title}</span>
          <Marks id={state.id} />
        </div>
        <HandlePlaces state={state} type="folded" width={width} />
      </>
    )
  return (
    <div className={`folded detail-${detail}`}>
      <Handle
        type="target"
        position={Position.Left}
        className="entry-handle frame-handle"
        isConnectable={isConnectable}
      />
      <header className="folded-header">
        <Frame size={16} className="folded-icon" aria-hidden />
        <span className="state-name" title={state.title}>
          {state.title}
        </span>
        {state.isStart && <Play size={12} className="state-start" aria-label={t("node.start")} />}
        <span className="state-kind">{state.kind}</span>
        <button
          type="button"
          className="frame-button nodrag"
          title={t("node.open")}
          onClick={() => toggle(state.id)}
        >
          <Maximize2 size={14} aria-hidden />
          <span className="visually-hidden">{t("node.open")}</span>
        </button>
      </header>
      {detail === "full" && highlights.length > 0 && (
        <ul className="folded-list">
          {highlights.map(({ id, type, title }) => {
            const Icon = stateTypeIcon(type)
            return (
              <li key={id} className={`type-${type}`}>
                <Icon size={14} className="folded-type" aria-hidden />
                <span>{title}</span>
              </li>
            )
          })}
        </ul>
      )}
      {detail === "full" && <Entries entries={state.entries} />}
      <Handle type="source" position={Position.Right} className="frame-source" isConnectable={false} />
      <Marks id={state.id} />
    </div>
  )
})

const entryIcons = { event: BellRing, says: MessageCircleQuestion, silence: Timer, timer: Timer } as const

/** What may happen anywhere inside, in few words; the whole of it in the tooltip. */
function Entries({ entries }: { readonly entries: readonly DrawnEntry[] }) {
  const { t } = useTranslation("canvas")
  const [first, ...more] = entries
  if (first === undefined) return null
  const Icon = entryIcons[first.how]
  return (
    <span className="frame-entries" title={entries.map(({ label }) => label).join("\n")}>
      <Icon size={12} aria-hidden />
      {t("entry.inStage")}：{first.label}
      {more.length > 0 && ` +${more.length}`}
    </span>
  )
}
