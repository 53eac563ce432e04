import type { QuestionnaireDocument, WordingDocument } from "../../engine/document/schema.ts"
import { periodInWords } from "../model/periodInWords.ts"
import { conditionIn } from "./conditionIn.ts"
import { useReview } from "./ReviewContext.ts"
import { TextLine, Texts } from "./Texts.tsx"

type Version = Pick<
  WordingDocument["versions"][number],
  "version" | "approved" | "effectiveFrom" | "effectiveTo"
>

/** Every regulated text in full, with its version, approval and what counts as an answer. */
export function WordingsChapter({ today }: { readonly today: string }) {
  const { used, context, words } = useReview()
  return used.wordings.map((id) => {
    const wording = context.around.wordings[id]
    if (wording === undefined) return null
    return (
      <section key={id} className="wording">
        <h3>{words.t("document", { title: context.text(wording.title) })}</h3>
        {wording.basis !== undefined && (
          <p className="basis">{words.t("doc.basis", { basis: wording.basis })}</p>
        )}
        {living(wording.versions, today).map((version) => (
          <article key={version.version}>
            <VersionLine version={version} today={today} />
            <Texts text={version.text} className="full-text" />
            <Phrases label={words.t("doc.accepts")} phrases={version.accept} />
            {version.decline !== undefined && (
              <Phrases label={words.t("doc.declines")} phrases={version.decline} />
            )}
          </article>
        ))}
      </section>
    )
  })
}

export function QuestionnairesChapter({ today }: { readonly today: string }) {
  const { used, context, words } = useReview()
  return used.questionnaires.map((id) => {
    const questionnaire = context.around.questionnaires[id]
    if (questionnaire === undefined) return null
    return (
      <section key={id} className="wording">
        <h3>{words.t("document", { title: context.text(questionnaire.title) })}</h3>
        {questionnaire.basis !== undefined && (
          <p className="basis">{words.t("doc.basis", { basis: questionnaire.basis })}</p>
        )}
        {living(questionnaire.versions, today).map((version) => (
          <article key={version.version}>
            <VersionLine version={version} today={today} />
            {version.intro !== undefined && <Texts text={version.intro} />}
            <ol className="questions">
              {version.questions.map((question) => (
                <Question key={question.id} question={question} />
              ))}
            </ol>
          </article>
        ))}
      </section>
    )
  })
}

function Question(props: {
  readonly question: QuestionnaireDocument["versions"][number]["questions"][number]
}) {
  const { context, words } = useReview()
  const { ask, of, period, type, when } = props.question
  const { t } = words
  const traits = [
    of === undefined ? "" : t(`question.of.${of}`),
    period === undefined ? "" : t("question.period", { period: periodInWords(period, words.canvas) }),
    type === undefined ? t("question.yesNo") : t(`slotType.${type}`),
    when === undefined ? "" : t("doc.rowWhen", { condition: conditionIn(when, t, context) }),
  ].filter((each) => each !== "")
  return (
    <li>
      <Texts text={ask} />
      <small>{traits.join(" · ")}</small>
    </li>
  )
}

/** Versions in force or still to come; those that have run out serve nobody any more. */
function living<V extends Version>(versions: readonly V[], today: string): readonly V[] {
  const found = versions.filter(({ effectiveTo }) => effectiveTo === undefined || effectiveTo >= today)
  return found.length > 0 ? found : versions.slice(-1)
}

function VersionLine({ version, today }: { readonly version: Version; readonly today: string }) {
  const { words } = useReview()
  const { t } = words
  const { approved, effectiveFrom: from, effectiveTo: to } = version
  const state = from > today ? "doc.toCome" : to !== undefined && to < today ? "doc.ended" : "doc.inForce"
  return (
    <p className="version-line">
      <strong>{t("version", { version: version.version })}</strong>
      <span>{t(state)}</span>
      <span>{to === undefined ? t("doc.from", { from }) : t("doc.fromTo", { from, to })}</span>
      <span className={approved === undefined ? "missing" : undefined}>
        {approved === undefined
          ? t("doc.notApproved")
          : t("doc.approved", { by: approved.by, on: approved.on })}
      </span>
      {approved !== undefined && (
        <small>{t("doc.fingerprint", { sha256: approved.sha256.slice(0, 16) })}</small>
      )}
    </p>
  )
}

function Phrases(props: {
  readonly label: string
  readonly phrases: Readonly<Record<string, readonly string[]>>
}) {
  const { languages, words } = useReview()
  return (
    <div className="phrases">
      <p className="label">{props.label}</p>
      <div className={`texts columns-${languages.length}`}>
        {languages.map((language) => {
          const [button, ...more] = props.phrases[language] ?? []
          return (
            <div key={language} lang={language === "zh" ? "zh-CN" : language}>
              {button !== undefined && (
                <span className="button-label">
                  <TextLine text={button} language={language} />
                </span>
              )}
              {more.length > 0 && (
                <small>{words.t("doc.alsoSaid", { phrases: more.join(words.t("and")) })}</small>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
