import { useView, view } from "../shell/viewStore.ts"

/** Brings the innermost of these places (`flow/state`) into sight that stands in the flow that is shown. */
export function showPlace(places: readonly string[]): void {
  const flow = useView.getState().trail.at(-1) ?? ""
  const place = places.findLast((each) => each.startsWith(`${flow}/`))
  if (place !== undefined) view.show(place.slice(flow.length + 1))
}
