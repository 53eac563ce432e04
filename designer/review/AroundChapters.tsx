import { formatValue, type ValueShape } from "../../engine/format/index.ts"
import { periodInWords } from "../model/periodInWords.ts"
import { useReview } from "./ReviewContext.ts"
import type { Rule } from "./ruleInWords.ts"
import { ruleInWords } from "./ruleInWords.ts"
import { timersOf } from "./timersOf.ts"
import { useDocumentRules } from "./useDocumentRules.ts"

/** The compliance rules that speak of the flow or of anything that it uses. */
export function RulesChapter({ rules }: { readonly rules: readonly Rule[] }) {
  const { context, words } = useReview()
  return (
    <>
      <p className="hint">{words.t("doc.rulesHint")}</p>
      <ol className="rules">
        {useDocumentRules(rules).map((rule) => (
          <li key={rule.id}>
            <strong>{context.text(rule.title) || rule.id}</strong>
            <p>{ruleInWords(rule, context.flow.id, words)}</p>
            {rule.basis !== undefined && (
              <p className="basis">
                {words.t("doc.basis", {
                  basis: rule.basis === "house" ? words.t("parameter.house") : rule.basis,
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** What the core system is asked for and told. */
export function ServicesChapter() {
  const { used, context, words, model } = useReview()
  const { t, canvas } = words
  const steps = model.stages.flatMap((stage) => stage.steps)
  return (
    <table className="listing">
      <thead>
        <tr>
          <th>{t("service.name")}</th>
          <th>{t("service.does")}</th>
          <th>{t("service.usedIn")}</th>
          <th>{t("service.noAnswer")}</th>
        </tr>
      </thead>
      <tbody>
        {used.operations.map((id) => {
          const operation = context.around.operations[id]
          if (operation === undefined) return null
          const callers = steps.filter(({ document }) => document.service === id)
          const { timeout, retry } = operation
          return (
            <tr key={id}>
              <th scope="row">{words.names.operation(id)}</th>
              <td>{t(`service.effect.${operation.effect}`)}</td>
              <td>{callers.map(({ number }) => number).join(t("and"))}</td>
              <td>
                {[
                  timeout === undefined
                    ? ""
                    : t("service.timeout", { period: periodInWords(timeout, canvas) }),
                  retry === undefined || retry.times === 0 ? "" : t("service.retry", { count: retry.times }),
                ]
                  .filter((each) => each !== "")
                  .join(t("and"))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Every period of the flow, in words. */
export function TimersChapter() {
  const { model, context, words } = useReview()
  const timers = timersOf(model, context, words)
  return (
    <table className="listing">
      <thead>
        <tr>
          <th>{words.t("timer.where")}</th>
          <th>{words.t("timer.what")}</th>
        </tr>
      </thead>
      <tbody>
        {timers.map(({ where, what }) => (
          <tr key={where + what}>
            <th scope="row">{where}</th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Every figure on which the flow rests, and where it comes from. */
export function ParametersChapter() {
  const { used, context, words } = useReview()
  const { t } = words
  return (
    <table className="listing">
      <thead>
        <tr>
          <th>{t("parameter.name")}</th>
          <th>{t("parameter.value")}</th>
          <th>{t("parameter.source")}</th>
        </tr>
      </thead>
      <tbody>
        {used.parameters.map((name) => {
          const parameter = context.around.settings.parameters[name]
          if (parameter === undefined) return null
          const { value, source, title, type } = parameter
          return (
            <tr key={name}>
              <th scope="row">{context.text(title) || name}</th>
              <td>{formatValue(value, shapeOf(type), words.t("locale"), context.around.settings)}</td>
              <td>{source === "house" ? t("parameter.house") : source}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function shapeOf(type: string | undefined): ValueShape {
  return type === "money" || type === "percent" || type === "duration" ? { kind: type } : { kind: "any" }
}
