import { useReview } from "./ReviewContext.ts"

/** What the flow is for: how customers come to it, how it can end, and on what else it builds. */
export function Overview() {
  const { context, used, words, languages } = useReview()
  const { t, names } = words
  const { flow } = context
  const examples = flow.triggers?.examples ?? {}
  return (
    <dl className="overview">
      {languages.map((language) => {
        const said = examples[language] ?? []
        return said.length === 0 ? null : (
          <div key={language}>
            <dt>{t("doc.saidToBegin", { language: t(`fields.${language}` as "fields.zh") })}</dt>
            <dd>{said.map((phrase) => t("doc.quoted", { phrase })).join(t("and"))}</dd>
          </div>
        )
      })}
      <div>
        <dt>{t("doc.outcomes")}</dt>
        <dd>{flow.outcomes.map((outcome) => names.outcome(outcome, flow.id)).join(t("and"))}</dd>
      </div>
      {used.flows.length > 0 && (
        <div>
          <dt>{t("doc.subflows")}</dt>
          <dd>
            {used.flows.map((id) => names.flow(id)).join(t("and"))}
            <small>{t("doc.subflowsHint")}</small>
          </dd>
        </div>
      )}
      {used.queues.length > 0 && (
        <div>
          <dt>{t("doc.queues")}</dt>
          <dd>{used.queues.map((id) => names.queue(id)).join(t("and"))}</dd>
        </div>
      )}
    </dl>
  )
}
