import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  ConnectionLineType,
  type EdgeChange,
  type EdgeTypes,
  type NodeChange,
  type NodeTypes,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore,
} from "@xyflow/react"
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { NoteNode } from "../notes/NoteNode.tsx"
import type { PlacedNote } from "../notes/notes.ts"
import { useView, view } from "../shell/viewStore.ts"
import { Anywhere } from "./Anywhere.tsx"
import { Arranging } from "./Arranging.tsx"
import { Breadcrumb } from "./Breadcrumb.tsx"
import { CanvasTools } from "./CanvasTools.tsx"
import type { Drawing } from "./drawing/drawing.ts"
import { FlowEdge } from "./edges/FlowEdge.tsx"
import { useCanvasEdits } from "./edit/useCanvasEdits.ts"
import { Guides } from "./Guides.tsx"
import type { Positions } from "./layout/arrange.ts"
import { DetailProvider, detailAt } from "./nodes/detail.ts"
import { FinalNode } from "./nodes/FinalNode.tsx"
import { FoldingProvider } from "./nodes/folding.ts"
import { FoldedNode, FrameNode } from "./nodes/GroupNodes.tsx"
import { type Mark, MarksProvider } from "./nodes/Marks.tsx"
import { type Painted, PaintedProvider, paintEdges } from "./nodes/Painted.tsx"
import { StateNode } from "./nodes/StateNode.tsx"
import { Overview } from "./Overview.tsx"
import { placesOf } from "./places.ts"
import { type CanvasEdge, createEdgeBuilder } from "./toEdges.ts"
import { type CanvasNode, createNodeBuilder } from "./toNodes.ts"
import { useAlignment } from "./useAlignment.ts"
import { useArrangement } from "./useArrangement.ts"
import { useCanvasKeys } from "./useCanvasKeys.ts"
import { useFirstView } from "./useFirstView.ts"
import { useFolded } from "./useFolded.ts"
import { useReveal } from "./useReveal.ts"
import { useScenePort } from "./useScenePort.ts"

const nodeTypes: NodeTypes = {
  ...{ state: StateNode, final: FinalNode, frame: FrameNode, folded: FoldedNode, note: NoteNode },
}
const snapGrid: [number, number] = [8, 8]
const edgeTypes: EdgeTypes = { flow: FlowEdge }
const noMarks: ReadonlyMap<string, Mark> = new Map()

export type CanvasProps = {
  readonly drawing: Drawing
  /** Places from the layout file. */
  readonly arranged: Positions
  readonly notes: readonly PlacedNote[]
  readonly marks: ReadonlyMap<string, Mark>
  /** What an overlay paints; in place of problems. */
  readonly painted?: Painted
  /** There is no room for changing anything: one looks, moves and chooses. */
  readonly isReading: boolean
  readonly onOpenFlow: (state: string) => void
  /** Stands over the drawing and moves with it, or in a panel at its edge. */
  readonly children?: ReactNode
}

/** The drawing of one flow. */
export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Diagram key={props.drawing.flow} {...props} />
    </ReactFlowProvider>
  )
}

function Diagram({
  drawing,
  arranged,
  notes,
  marks,
  painted = null,
  isReading,
  onOpenFlow,
  children,
}: CanvasProps) {
  const { t } = useTranslation("canvas")
  const detail = useStore((state) => detailAt(state.transform[2]))
  const positions = useArrangement(drawing, arranged)
  const { folded, toggle } = useFolded(drawing)
  const selection = useView((state) => state.selection)
  const [buildNodes] = useState(createNodeBuilder)
  const [buildEdges] = useState(createEdgeBuilder)
  const built = useMemo(
    () =>
      positions === null ? null : buildNodes(drawing, placesOf(drawing, positions, folded), folded, notes),
    [drawing, positions, folded, notes, buildNodes],
  )
  const [nodes, setNodes] = useState<CanvasNode[]>([])
  useEffect(() => {
    if (built === null) return
    const chosen = new Set(selection)
    setNodes((before) => adopt(built, before, chosen))
  }, [built, selection])
  const plainEdges = useMemo(() => buildEdges(drawing, folded), [drawing, folded, buildEdges])
  const edges = useMemo(
    () => paintEdges(strengthen(plainEdges, selection), painted),
    [plainEdges, selection, painted],
  )

  const { guides, catchOn } = useAlignment()
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      selectByChanges(changes)
      const others = catchOn(changes).filter(({ type }) => type !== "select")
      if (others.length > 0) setNodes((before) => applyNodeChanges(others, before))
    },
    [catchOn],
  )
  const putBack = useCallback(() => {
    if (built !== null) setNodes((before) => adopt(built, before, new Set(useView.getState().selection)))
  }, [built])
  const edits = useCanvasEdits(arranged.size > 0, putBack)
  useScenePort(positions)
  const onKeyDown = useCanvasKeys(onOpenFlow, toggle)
  useFirstView(drawing, built !== null && nodes.length > 0)
  useReveal(drawing, folded, toggle)

  const hasFocus = selection.length > 0
  return (
    <section
      className={hasFocus ? "canvas has-focus" : "canvas"}
      aria-label={t("canvas")}
      onKeyDown={onKeyDown}
      onDragOver={edits.onDragOver}
      onDrop={edits.onDrop}
    >
      <DetailProvider value={detail}>
        <MarksProvider value={painted === null ? marks : noMarks}>
          <PaintedProvider value={painted}>
            <FoldingProvider value={toggle}>
              <ReactFlow<CanvasNode, CanvasEdge>
                nodes={nodes}
                edges={edges}
                nodeTypes={nodeTypes}
                edgeTypes={edgeTypes}
                onNodesChange={onNodesChange}
                onEdgesChange={selectByChanges}
                onNodeDoubleClick={(_, node) => {
                  if (node.type === "note") view.openRight("inspector")
                  else if (node.data.state.type === "subflow") onOpenFlow(node.id)
                  else if (node.type === "folded" || node.type === "frame") toggle(node.id)
                }}
                onNodeDragStart={edits.onNodeDragStart}
                onNodeDragStop={edits.onNodeDragStop}
                onConnect={edits.onConnect}
                onConnectEnd={edits.onConnectEnd}
                onReconnect={edits.onReconnect}
                connectionLineType={ConnectionLineType.SmoothStep}
                connectionRadius={28}
                nodesDraggable={!isReading}
                nodesConnectable={!isReading}
                edgesReconnectable={!isReading}
                multiSelectionKeyCode={["Meta", "Control", "Shift"]}
                disableKeyboardA11y
                onlyRenderVisibleElements
                minZoom={0.04}
                maxZoom={2}
                snapToGrid
                snapGrid={snapGrid}
                selectionMode={SelectionMode.Partial}
                panOnScroll
                zoomOnDoubleClick={false}
                deleteKeyCode={null}
                elevateNodesOnSelect={false}
                elevateEdgesOnSelect={false}
              >
                {detail === "full" && <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />}
                {!isReading && <Overview />}
                <Panel position="bottom-left">
                  <CanvasTools drawing={drawing} />
                </Panel>
                <Panel position="top-left" className="canvas-top">
                  <Breadcrumb />
                  <Anywhere drawing={drawing} />
                </Panel>
                <Guides guides={guides} />
                {children}
                <Arranging />
              </ReactFlow>
            </FoldingProvider>
          </PaintedProvider>
        </MarksProvider>
      </DetailProvider>
    </section>
  )
}

/** What is selected is kept outside React Flow, which only says what it would select; so there is one truth of it. */
function selectByChanges(changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[]): void {
  const selection = new Set(useView.getState().selection)
  for (const change of changes) {
    if (change.type !== "select") continue
    if (change.selected) selection.add(change.id)
    else selection.delete(change.id)
  }
  view.select([...selection])
}

/** Takes over what was built, keeping what React Flow knows of nodes that are the same. */
function adopt(
  built: readonly CanvasNode[],
  before: readonly CanvasNode[],
  chosen: ReadonlySet<string>,
): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  return built.map((node) => {
    const old = known.get(node.id)
    const selected = chosen.has(node.id)
    if (
      old !== undefined &&
      old.data === node.data &&
      old.type === node.type &&
      old.position.x === node.position.x &&
      old.position.y === node.position.y &&
      old.width === node.width &&
      old.height === node.height &&
      old.parentId === node.parentId &&
      (old.selected ?? false) === selected
    )
      return old
    return selected ? { ...node, selected } : node
  })
}

/** The ways in and out of what is selected stand out. */
function strengthen(edges: readonly CanvasEdge[], selection: readonly string[]): CanvasEdge[] {
  if (selection.length === 0) return [...edges]
  const chosen = new Set(selection)
  return edges.map((edge) => {
    const selected = chosen.has(edge.id)
    if (!selected && !chosen.has(edge.source) && !chosen.has(edge.target)) return edge
    return { ...edge, className: "near", selected }
  })
}
