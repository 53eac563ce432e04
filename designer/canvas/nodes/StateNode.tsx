import { Handle, type NodeProps, Position } from "@xyflow/react"
import {
  BellRing,
  CheckCheck,
  Clock,
  Database,
  FileCheck2,
  Fingerprint,
  Headset,
  Layers,
  Lock,
  type LucideIcon,
  PackageCheck,
  Play,
  StickyNote,
  UserRound,
} from "lucide-react"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import { stateTypeIcon } from "../../ui/stateTypeIcon.ts"
import type { DrawnExit, DrawnLine, DrawnState } from "../drawing/drawing.ts"
import { chipRows, linesOf, mostChipRows } from "../geometry.ts"
import type { StateOnCanvas } from "../toNodes.ts"
import { useDetail } from "./detail.ts"
import { HandlePlaces } from "./HandlePlaces.tsx"
import { Marks } from "./Marks.tsx"
import { paintedClass, usePainted } from "./Painted.tsx"
import { slotTypeIcon } from "./slotTypeIcon.ts"

/** A state as a card: what it is, what happens in it, and a row for every way out. */
export const StateNode = memo(function StateNode({ data, width, isConnectable }: NodeProps<StateOnCanvas>) {
  const detail = useDetail()
  const { state } = data
  if (detail === "block")
    return (
      <>
        <div className={`state-block type-${state.type}`}>
          <Marks id={state.id} />
        </div>
        <HandlePlaces state={state} type="state" width={width} />
      </>
    )
  if (detail === "title")
    return (
      <>
        <TitleOnly state={state} />
        <HandlePlaces state={state} type="state" width={width} />
      </>
    )
  return (
    <div className={`state type-${state.type}`}>
      <Handle type="target" position={Position.Left} className="entry-handle" isConnectable={isConnectable} />
      <Header state={state} />
      <Body state={state} />
      <Exits state={state} isConnectable={isConnectable} />
      <Tags state={state} />
      <Marks id={state.id} />
    </div>
  )
})

function TitleOnly({ state }: { readonly state: DrawnState }) {
  const Icon = stateTypeIcon(state.type)
  return (
    <div className={`state-title type-${state.type}`}>
      <Icon size={28} aria-hidden />
      <span>{state.title}</span>
      <Marks id={state.id} />
    </div>
  )
}

function Header({ state }: { readonly state: DrawnState }) {
  const { t } = useTranslation("canvas")
  const Icon = stateTypeIcon(state.type)
  return (
    <header className="state-header">
      <Icon size={16} aria-hidden />
      <span className="state-name" title={state.title}>
        {state.title}
      </span>
      {state.isStart && <Play size={12} className="state-start" aria-label={t("node.start")} />}
      {state.note !== "" && (
        <span className="state-note" title={state.note}>
          <StickyNote size={12} aria-label={t("node.note")} />
        </span>
      )}
      <span className="state-kind">{state.kind}</span>
    </header>
  )
}

const lineIcons: Readonly<Record<DrawnLine["icon"], LucideIcon | null>> = {
  say: null,
  wording: FileCheck2,
  evidence: CheckCheck,
  service: Database,
  save: PackageCheck,
  queue: Headset,
  clock: Clock,
  event: BellRing,
  flow: Layers,
  note: StickyNote,
  identity: Fingerprint,
}

function Body({ state }: { readonly state: DrawnState }) {
  const { lines, chips } = state
  if (lines.length === 0 && chips.length === 0) return null
  return (
    <div className="state-body">
      {lines.map((line) => (
        <Line key={line.icon + line.text} line={line} />
      ))}
      {chips.length > 0 && <Chips state={state} />}
    </div>
  )
}

function Line({ line }: { readonly line: DrawnLine }) {
  const Icon = lineIcons[line.icon]
  const lines = linesOf(line.text, line.lines ?? 2)
  return (
    <p className={`state-line ${line.icon}`} style={{ WebkitLineClamp: lines, height: lines * 20 }}>
      {Icon !== null && <Icon size={12} aria-hidden />}
      {line.text}
    </p>
  )
}

function Chips({ state }: { readonly state: DrawnState }) {
  const { t } = useTranslation("canvas")
  const rows = chipRows(state.chips)
  const hidden = rows.slice(mostChipRows).flat().length
  return (
    <div className="state-chips">
      {rows.slice(0, mostChipRows).map((row, index) => (
        <div key={row[0]?.text} className="state-chip-row">
          {row.map((chip) => {
            const Icon = slotTypeIcon(chip.type)
            return (
              <span key={chip.text} className="state-chip">
                <Icon size={12} aria-hidden />
                <span>{chip.text}</span>
                {chip.isSensitive && <Lock size={10} aria-hidden />}
              </span>
            )
          })}
          {hidden > 0 && index === mostChipRows - 1 && (
            <span className="state-more">{t("node.more", { count: hidden })}</span>
          )}
        </div>
      ))}
    </div>
  )
}

function Exits({ state, isConnectable }: { readonly state: DrawnState; readonly isConnectable: boolean }) {
  const { t } = useTranslation("canvas")
  const painted = usePainted()
  if (state.rows.length === 0) return null
  return (
    <ul className="state-exits">
      {state.rows.map((exit) => (
        <li
          key={exit.name}
          className={`${exit.isMissing ? "exit missing" : "exit"} ${paintedClass(painted, `${state.id}#${exit.name}`)}`}
          title={painted?.get(`${state.id}#${exit.name}`)?.label ?? titleOf(exit, t)}
        >
          {exit.by === "event" && <BellRing size={11} aria-hidden />}
          <span>{exit.label}</span>
          <Handle
            type="source"
            position={Position.Right}
            id={exit.name}
            className={exit.isMissing ? "exit-handle missing" : "exit-handle"}
            isConnectable={isConnectable}
          />
        </li>
      ))}
    </ul>
  )
}

function titleOf(exit: DrawnExit, t: ReturnType<typeof useTranslation<"canvas">>["t"]): string {
  if (exit.isMissing) return t("node.missing", { exit: exit.label })
  return t("node.leadsTo", { exit: exit.label, target: exit.targetTitle })
}

function Tags({ state }: { readonly state: DrawnState }) {
  const { t } = useTranslation("canvas")
  const painted = usePainted()
  const { tags } = state
  if (tags.length === 0) return null
  return (
    <div className="state-tags">
      {grouped(tags).map(({ target, title, exits }) => (
        <span
          key={target}
          className={`state-tag ${paintedClass(painted, ...exits.map(({ name }) => `${state.id}#${name}`))}`}
          title={exits.map((exit) => t("node.leadsTo", { exit: exit.label, target: title })).join("\n")}
        >
          <UserRound size={10} aria-hidden className="tag-icon" />
          {exits.length === 1 ? exits[0]?.label : t("node.exits", { count: exits.length })} → {title}
        </span>
      ))}
    </div>
  )
}

/** Exits that go to the same place share a tag. */
function grouped(tags: readonly DrawnExit[]) {
  const groups = new Map<string, { target: string; title: string; exits: DrawnExit[] }>()
  for (const exit of tags) {
    const target = exit.target ?? ""
    const group = groups.get(target)
    if (group === undefined) groups.set(target, { target, title: exit.targetTitle, exits: [exit] })
    else group.exits.push(exit)
  }
  return [...groups.values()]
}
