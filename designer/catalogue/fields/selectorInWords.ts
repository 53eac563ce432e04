import type { TFunction } from "i18next"
import { findState, type Json } from "../../../engine/index.ts"
import type { Form } from "../../inspector/FormContext.ts"

/** Returns what a name in a rule means: `checkpoint:surrender-loss` is the regulated text of that title. */
export function selectorInWords(
  selector: string,
  { around, words, flow: own }: Form,
  t: TFunction<"catalogue">,
): string {
  if (selector === "handoff") return t("selector.handoff")
  if (selector === "every-waiting-state") return t("selector.anywhere")
  const [, kind = "", name = ""] = /^(\w+):(.+)$/.exec(selector) ?? []
  const [flow = "", inner = ""] = name.split("/")
  const document = around.flows[flow]
  switch (kind) {
    case "state": {
      const state = findState((document ?? null) as unknown as Json, inner)
      return t("selector.state", {
        flow: words.text(document?.title) || flow,
        name: words.text(state?.value.title as string | undefined) || inner,
      })
    }
    case "outcome":
      return t("selector.outcome", { flow: words.text(document?.title) || flow, name: inner })
    case "service":
      return t("selector.service", { name: words.text(around.operations[name]?.title) || name })
    case "checkpoint":
    case "show":
      return t(`selector.${kind}`, { name: words.text(around.wordings[name]?.title) || name })
    case "ask":
    case "fill": {
      const slot = around.settings.slots?.[name] ?? own.slots?.[name]
      return t(`selector.${kind}`, { name: words.text(slot?.title) || name })
    }
    default:
      return selector
  }
}
