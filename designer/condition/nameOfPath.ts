import type { DrawContext } from "../canvas/drawing/context.ts"
import { titleOfValue } from "../model/titleOfValue.ts"

/** Returns what a value path is called: a slot's or parameter's title, a short word for the rest. */
export function nameOfPath(
  path: string,
  words: Pick<DrawContext, "flow" | "around" | "text" | "t" | "slot">,
): string {
  const [root = "", name = "", ...more] = path.split(".")
  const { t } = words
  if (root === "slots") return words.text(words.slot(name)?.title) || name
  if (root === "parameters") return words.text(words.around.settings.parameters[name]?.title) || name
  if (root === "customer" && name === "level") return t("value.customerLevel")
  if (root === "customer" && name === "id") return t("value.customer")
  if (root === "channel") return t("value.channel")
  if (root === "today") return t("value.today")
  if (root === "now") return t("value.now")
  if (root === "value") return t("value.value")
  const title = words.text(titleOfValue(path, words.flow, words.around))
  if (title !== "") return title
  if (root === "derived") return words.text(words.slot(name)?.title) || name
  return [name, ...more].filter((part) => part !== "").join(".") || root
}
