import type { ReactNode } from "react"
import { ParametersChapter, RulesChapter, ServicesChapter, TimersChapter } from "./AroundChapters.tsx"
import { ChangeList } from "./ChangeList.tsx"
import type { ChangedPart } from "./changes.ts"
import { QuestionnairesChapter, WordingsChapter } from "./DocumentsChapter.tsx"
import { Overview } from "./Overview.tsx"
import { useReview } from "./ReviewContext.ts"
import type { Rule } from "./ruleInWords.ts"
import { SlotsChapter } from "./SlotsChapter.tsx"
import { StepsChapter } from "./StepsChapter.tsx"
import { useDocumentRules } from "./useDocumentRules.ts"

type Chapter = { readonly id: string; readonly title: string; readonly content: ReactNode }

/** A flow as one document that is read, printed and signed without the tool. */
export function ReviewDocument(props: {
  readonly parts: readonly ChangedPart[]
  readonly rules: readonly Rule[]
  /** When the release that serves now was made. */
  readonly released: string
}) {
  const { used, context, words, model } = useReview()
  const { t } = words
  const { parts, rules, released } = props
  const today = new Date().toISOString().slice(0, 10)
  const count = parts.reduce((sum, { changes }) => sum + changes.length, 0)
  const concerned = useDocumentRules(rules)
  const listed = (of: readonly unknown[], content: ReactNode) =>
    of.length === 0 ? <p className="hint">{t("doc.none")}</p> : content
  const chapters: readonly Chapter[] = [
    { id: "overview", title: t("chapter.overview"), content: <Overview /> },
    {
      id: "changes",
      title: t("chapter.changes"),
      content: (
        <>
          <p className="hint">
            {count === 0
              ? t("doc.unchanged", { at: dayOf(released) })
              : t("doc.changed", { count, at: dayOf(released) })}
          </p>
          <ChangeList parts={parts} />
        </>
      ),
    },
    { id: "steps", title: t("chapter.steps"), content: <StepsChapter /> },
    { id: "slots", title: t("chapter.slots"), content: listed(used.slots, <SlotsChapter />) },
    {
      id: "wordings",
      title: t("chapter.wordings"),
      content: listed(used.wordings, <WordingsChapter today={today} />),
    },
    {
      id: "questionnaires",
      title: t("chapter.questionnaires"),
      content: listed(used.questionnaires, <QuestionnairesChapter today={today} />),
    },
    { id: "rules", title: t("chapter.rules"), content: listed(concerned, <RulesChapter rules={rules} />) },
    { id: "services", title: t("chapter.services"), content: listed(used.operations, <ServicesChapter />) },
    { id: "timers", title: t("chapter.timers"), content: <TimersChapter /> },
    {
      id: "parameters",
      title: t("chapter.parameters"),
      content: listed(used.parameters, <ParametersChapter />),
    },
  ]
  return (
    <main className="review-document">
      <header className="cover">
        <p className="cover-name">{t("doc.name")}</p>
        <h1>{words.names.flow(context.flow.id)}</h1>
        <dl className="cover-facts">
          <dt>{t("doc.company")}</dt>
          <dd>{context.text(context.around.settings.name)}</dd>
          <dt>{t("doc.printedOn")}</dt>
          <dd>{today}</dd>
          <dt>{t("doc.state")}</dt>
          <dd>
            {count === 0
              ? t("doc.stateReleased", { at: dayOf(released) })
              : t("doc.stateDraft", { count, at: dayOf(released) })}
          </dd>
          <dt>{t("doc.size")}</dt>
          <dd>
            {t("doc.sizeWords", {
              stages: model.stages.filter(({ group }) => group !== null).length,
              steps: model.stages.reduce((sum, { steps }) => sum + steps.length, 0),
              wordings: used.wordings.length + used.questionnaires.length,
            })}
          </dd>
        </dl>
        <table className="signatures">
          <thead>
            <tr>
              <th>{t("sign.role")}</th>
              <th>{t("sign.opinion")}</th>
              <th>{t("sign.name")}</th>
              <th>{t("sign.date")}</th>
            </tr>
          </thead>
          <tbody>
            {(["business", "compliance", "legal"] as const).map((role) => (
              <tr key={role}>
                <th scope="row">{t(`sign.${role}`)}</th>
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        <nav className="contents" aria-label={t("doc.contents")}>
          <h2>{t("doc.contents")}</h2>
          <ol>
            {chapters.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
                {id === "steps" && (
                  <ol>
                    {model.stages.map((stage) => (
                      <li key={stage.number}>
                        <a href={`#stage-${stage.number}`}>
                          {stage.number} {stage.title}
                        </a>
                      </li>
                    ))}
                  </ol>
                )}
              </li>
            ))}
          </ol>
        </nav>
      </header>
      {chapters.map(({ id, title, content }, index) => (
        <section key={id} className={`chapter ${id}`}>
          <h2 id={id}>
            {index + 1} {title}
          </h2>
          {content}
        </section>
      ))}
    </main>
  )
}

function dayOf(at: string): string {
  return at.slice(0, 10)
}
