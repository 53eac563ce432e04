import { nodeHandles, type StateOnCanvas } from "../toNodes.ts"

type Props = { readonly state: StateOnCanvas["data"]["state"]; readonly width: number | undefined } & {
  readonly type: Parameters<typeof nodeHandles>[1]
}

/**
 * Where ways leave and enter a card that is too small for its handles. React Flow measures what it first sees of a card,
 * and draws no way to a handle that it did not find.
 */
export function HandlePlaces({ state, type, width = 0 }: Props) {
  return nodeHandles(state, type, { width, height: 0 }).map((handle) => (
    <span
      key={`${handle.type} ${handle.id ?? ""}`}
      className={handle.type}
      data-handleid={handle.id}
      data-handlepos={handle.position}
      style={{ position: "absolute", left: handle.x, top: handle.y }}
    />
  ))
}
