import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"
import type { RehearsalAct } from "../../engine/index.ts"
import type { Names } from "../model/names.ts"
import { useNames } from "../model/useNames.ts"

/** Names an act in words; `within` puts them into a longer sentence. */
export function ActLabel(props: { readonly act: RehearsalAct; readonly within?: (act: string) => string }) {
  const { t } = useTranslation("simulator")
  const words = actInWords(props.act, t, useNames())
  return <>{props.within === undefined ? words : props.within(words)}</>
}

function actInWords(act: RehearsalAct, t: TFunction<"simulator">, names: Names): string {
  switch (act.does) {
    case "say":
      return t("act.say", { text: act.text })
    case "choose":
      return t("act.choose", { text: act.choice })
    case "upload":
      return t("act.upload", { text: act.document.name })
    case "agent":
      return t("act.agent", { text: agentInWords(act.act, t, names) })
    case "event":
      return t("act.event", { text: act.event })
    case "core":
      return t("act.core", { text: act.act })
    case "stub":
      return t("act.stub", { text: Object.keys(act.stubs).map(names.operation).join(", ") })
    case "wait":
      return t("act.wait", { text: t(`pass.${act.period}` as "pass.P1D", { defaultValue: act.period }) })
    case "answer":
      return t("act.answer", { text: names.operation(act.operation) })
  }
}

function agentInWords(
  act: Extract<RehearsalAct, { does: "agent" }>["act"],
  t: TFunction<"simulator">,
  names: Names,
): string {
  switch (act.act) {
    case "accept":
      return t("agentAccept")
    case "message":
    case "note":
      return act.text
    case "wording":
      return names.wording(act.wording)
    case "transfer":
      return names.queue(act.queue)
    case "return":
      return `${t("agentReturn")} ${act.outcome}`
    case "resolve":
      return t("agentResolve")
  }
}
