import { useTranslation } from "react-i18next"
import type { ScenarioOutcome } from "../../engine/index.ts"
import { useNames } from "../model/useNames.ts"
import { failureInWords } from "./failureInWords.ts"

/** What was expected, what came, and where the conversation stood. */
export function FailureText(props: {
  readonly failure: ScenarioOutcome["failures"][number]
  readonly flow: string
}) {
  const { t } = useTranslation("scenarios")
  const { t: canvas } = useTranslation("canvas")
  const names = useNames()
  const { mismatch, places = [], message } = props.failure
  if (mismatch === undefined) return <p className="failure-text">{message}</p>
  const { expected, came } = failureInWords(mismatch, places, { t, canvas, names, flow: props.flow })
  return (
    <dl className="failure-text">
      <dt>{t("expected")}</dt>
      <dd>{expected}</dd>
      <dt>{t("instead")}</dt>
      <dd>{came}</dd>
      {mismatch.is !== "place" && places.length > 0 && (
        <>
          <dt>{t("at")}</dt>
          <dd>{places.map((place) => names.state(place)).join(" › ")}</dd>
        </>
      )}
    </dl>
  )
}
