import type { OnEntryDocument } from "../../engine/document/schema.ts"
import type { AnyState } from "../../engine/states/registry.ts"
import { nameOfPath } from "../condition/nameOfPath.ts"
import { parsedState } from "../model/parsedState.ts"
import { findStateDocument } from "../model/stateOf.ts"
import { conditionIn, isInWords } from "./conditionIn.ts"
import { useReview } from "./ReviewContext.ts"
import { leadsTo, type ReviewStage, type ReviewStep } from "./reviewModel.ts"
import { Say, Texts } from "./Texts.tsx"

/** The flow step by step: what is said, what is asked, and where every way leads. */
export function StepsChapter() {
  const { model, context, words } = useReview()
  return (
    <>
      {Object.keys(context.flow.on ?? {}).length > 0 && (
        <section className="stage">
          <h3>{words.t("doc.anywhere")}</h3>
          <Entries on={context.flow.on} targets={context.flow.to} />
        </section>
      )}
      {model.stages.map((stage) => (
        <Stage key={stage.number} stage={stage} />
      ))}
    </>
  )
}

function Stage({ stage }: { readonly stage: ReviewStage }) {
  const { context, words } = useReview()
  const { number, title, group, steps } = stage
  const document = group === null ? null : findStateDocument(context.flow.states, group.id)
  return (
    <section className="stage">
      <h3 id={`stage-${number}`}>
        {number} {title}
      </h3>
      {document?.on !== undefined && (
        <>
          <p className="label">{words.t("doc.inStage")}</p>
          <Entries on={document.on} targets={document.to} />
        </>
      )}
      {steps.map((step) => (
        <Step key={step.number} step={step} />
      ))}
    </section>
  )
}

function Step({ step }: { readonly step: ReviewStep }) {
  const { words } = useReview()
  const { number, drawn, document } = step
  const state = parsedState(document)
  return (
    <article className="step">
      <h4>
        {number} {drawn.title}
        <span className="kind">
          {drawn.type === "final" ? words.canvas("type.final") : drawn.kind}
          {drawn.isStart && ` · ${words.canvas("node.start")}`}
        </span>
      </h4>
      {state === null ? <p>{words.t("doc.unreadable")}</p> : <Body state={state} step={step} />}
      <Exits step={step} state={state} />
    </article>
  )
}

function Body({ state, step }: { readonly state: AnyState; readonly step: ReviewStep }) {
  const { context, words } = useReview()
  const { t } = words
  const lines = step.drawn.lines.filter(({ icon }) => icon !== "say" && icon !== "save")
  return (
    <>
      {lines.map(({ icon, text }) => (
        <p key={icon + text} className="line">
          {text}
        </p>
      ))}
      {"say" in state && state.say !== undefined && (
        <>
          <p className="label">{t("doc.says")}</p>
          <Say say={state.say} />
        </>
      )}
      {state.type === "message" &&
        Object.entries(state.tone ?? {}).map(([tone, say]) => (
          <div key={tone}>
            <p className="label">{t(`doc.tone.${tone as "calm"}`)}</p>
            <Say say={say} />
          </div>
        ))}
      {state.type === "collect" && (
        <>
          <p className="label">{t("doc.asks")}</p>
          <ol className="plain">
            {state.slots.map((name) => {
              const slot = context.slot(name)
              return (
                <li key={name}>
                  <strong>{words.names.slot(name, context.flow.id)}</strong>
                  {slot?.when !== undefined && (
                    <span className="when">
                      {" "}
                      {t("doc.rowWhen", { condition: conditionIn(slot.when, t, context) })}
                    </span>
                  )}
                  {slot?.ask !== undefined && <Texts text={slot.ask} className="bubble" />}
                </li>
              )
            })}
          </ol>
        </>
      )}
      {state.type === "handoff" && (
        <>
          {state.reason !== undefined && (
            <>
              <p className="label">{t("doc.reason")}</p>
              <Texts text={state.reason} className="bubble" />
            </>
          )}
          {state.fills !== undefined && (
            <p className="line">
              {t("doc.fills", {
                slots: state.fills.map((name) => words.names.slot(name, context.flow.id)).join(t("and")),
              })}
            </p>
          )}
        </>
      )}
      {(state.type === "service" || state.type === "subflow") && state.input !== undefined && (
        <p className="line">
          {t("doc.sends", {
            what: Object.values(state.input)
              .map((source) =>
                /^[a-z]\w*\.[\w.]+$/.test(source) ? nameOfPath(source, context) : t("doc.computed"),
              )
              .filter((name, index, all) => all.indexOf(name) === index)
              .join(t("and")),
          })}
        </p>
      )}
      {state.type === "final" && (
        <p className="line">
          {t("doc.outcome", { outcome: words.names.outcome(state.outcome, context.flow.id) })}
        </p>
      )}
    </>
  )
}

function Exits({ step, state }: { readonly step: ReviewStep; readonly state: AnyState | null }) {
  const { model, context, words } = useReview()
  const { rows, tags } = step.drawn
  const exits = [...rows, ...tags]
  if (exits.length === 0) return null
  return (
    <table className="exits">
      <tbody>
        {exits.map((exit) => {
          const { when, title } = (state?.type === "decision" ? state.cases[exit.name] : undefined) ?? {}
          const condition =
            when === undefined || !isInWords(when, context) ? "" : conditionIn(when, words.t, context)
          const entry = step.document.on?.[exit.name]
          return (
            <tr key={exit.name}>
              <th scope="row">
                {when !== undefined && title === undefined ? conditionIn(when, words.t, context) : exit.label}
                {condition !== "" && title !== undefined && condition !== exit.label && (
                  <small>{condition}</small>
                )}
                {entry?.when !== undefined && (
                  <small>
                    {words.t("doc.rowWhen", { condition: conditionIn(entry.when, words.t, context) })}
                  </small>
                )}
              </th>
              <td>
                {entry?.say !== undefined && <Say say={entry.say} />}
                {entry?.wording !== undefined && (
                  <p>{words.t("doc.showsWording", { title: words.names.wording(entry.wording) })}</p>
                )}
                {exit.isMissing ? (
                  <em className="missing">{words.t("nowhere")}</em>
                ) : (
                  <>
                    → {leadsTo(exit, model)}
                    {exit.toDefault && <small> {words.t("doc.common")}</small>}
                  </>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** What may happen at any time in the flow or in a stage. */
function Entries(props: {
  readonly on: Readonly<Record<string, OnEntryDocument>> | undefined
  readonly targets: unknown
}) {
  const { drawing, model, context, words } = useReview()
  const targets = typeof props.targets === "object" && props.targets !== null ? props.targets : {}
  const labels = new Map(
    [...drawing.entries, ...[...drawing.states.values()].flatMap(({ entries }) => entries)].map((entry) => [
      entry.name,
      entry.label,
    ]),
  )
  return (
    <table className="exits">
      <tbody>
        {Object.entries(props.on ?? {}).map(([name, entry]) => {
          const target: unknown = Reflect.get(targets, name)
          const id = typeof target === "string" ? target : ""
          const number = model.numbers.get(id)
          return (
            <tr key={name}>
              <th scope="row">
                {labels.get(name) ?? name}
                {entry.when !== undefined && (
                  <small>
                    {words.t("doc.rowWhen", { condition: conditionIn(entry.when, words.t, context) })}
                  </small>
                )}
              </th>
              <td>
                {entry.say !== undefined && <Say say={entry.say} />}
                {id !== "" && `→ ${number === undefined ? "" : `${number} `}${context.titleOf(id)}`}
                {id === "" && <span>{words.t("doc.staysHere")}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
