import type { Model } from "../catalogue/page.ts"
import type { TextPlace } from "./textRows.ts"

/** Returns what the place of a text is called. */
export function placeTitle({ title, id }: TextPlace, model: Model): string {
  return model.text(title) || id
}
