import { type Edge, type Node, ReactFlow, useEdgesState, useNodesState } from "@xyflow/react"
import { createRoot } from "react-dom/client"
import "@xyflow/react/dist/style.css"

const count = Number(new URLSearchParams(location.search).get("count"))
const columns = 25
const nodes = Array.from(
  { length: count },
  (_, index): Node => ({
    id: `s${index}`,
    position: { x: (index % columns) * 320, y: Math.floor(index / columns) * 240 },
    data: { label: `Step ${index}` },
  }),
)
const edges = nodes.slice(1).map((node, index): Edge => {
  const source = `s${index}`
  return { id: `${source}-${node.id}`, source, target: node.id }
})

/** React Flow as its own documentation starts with it: plain nodes, plain edges, nothing else. */
function Bare() {
  const [shown, , onNodesChange] = useNodesState(nodes)
  const [ways, , onEdgesChange] = useEdgesState(edges)
  return (
    <ReactFlow
      nodes={shown}
      edges={ways}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      fitView
    />
  )
}

createRoot(document.querySelector("#root") ?? document.body).render(<Bare />)
