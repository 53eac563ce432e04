import { useReactFlow } from "@xyflow/react"
import { useEffect } from "react"
import { type EditCommand, layoutFile, readLayout } from "../../engine/index.ts"
import { documents } from "../document/documents.ts"
import { scene, useScene } from "../model/scene.ts"
import { madeOrTold } from "../shell/notice.ts"
import type { Drawing } from "./drawing/drawing.ts"
import { fitting } from "./fitting.ts"
import type { Size } from "./geometry.ts"
import { arrange, arrangeSome, type Positions } from "./layout/arrange.ts"
import { arrangeVisibly } from "./layout/arranging.ts"
import { placesOf } from "./places.ts"

/** Lets actions reach the canvas: to zoom, to find its middle, to arrange. */
export function useScenePort(positions: Positions | null): void {
  const { fitView, zoomIn, zoomOut, zoomTo, screenToFlowPosition, getInternalNode } = useReactFlow()
  useEffect(() => useScene.setState({ positions }), [positions])
  useEffect(() => {
    const element = () => document.querySelector<HTMLElement>(".canvas .react-flow")
    useScene.setState({
      port: {
        fit: () => void fitView(fitting(element()?.clientHeight ?? 0)),
        zoom: (by) => void (by === "in" ? zoomIn() : by === "out" ? zoomOut() : zoomTo(1)),
        center: () => {
          const box = element()?.getBoundingClientRect()
          return screenToFlowPosition({
            x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
            y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
          })
        },
        cornerOf: (state) => getInternalNode(state)?.internals.positionAbsolute ?? null,
        arrange: (ids) => void arrangeNow(ids),
      },
    })
    return () => useScene.setState({ port: null, positions: null })
  }, [fitView, zoomIn, zoomOut, zoomTo, screenToFlowPosition, getInternalNode])
}

/** Arranges in the worker; what was changed meanwhile stays, since only places are written. */
async function arrangeNow(ids: readonly string[] | null): Promise<void> {
  const { drawing, positions, file } = scene()
  if (positions === null) return
  const placed = await arrangeVisibly(async (elk, onProgress) =>
    ids === null
      ? (await arrange(drawing, elk, onProgress)).positions
      : arrangeSome(drawing, new Set(ids), positions, framesOf(drawing, positions), elk),
  )
  if (placed === null) return
  const layout = readLayout(documents.store.getState().files.value(layoutFile(file)))
  const changed = [...placed].filter(([id, { x, y }]) => {
    const known = layout.states[id]
    return known === undefined || known.x !== x || known.y !== y
  })
  const command: EditCommand = {
    name: "layout.place",
    args: { file, positions: Object.fromEntries(changed) },
  }
  madeOrTold(
    documents.run(command, {
      label: { zh: "自动排列", en: ids === null ? "Arrange all" : "Arrange the selection" },
    }),
  )
}

/** How large the stages are as they stand. */
function framesOf(drawing: Drawing, positions: Positions): ReadonlyMap<string, Size> {
  const { sizes } = placesOf(drawing, positions, new Set())
  return new Map([...sizes].filter(([id]) => drawing.states.get(id)?.type === "group"))
}
