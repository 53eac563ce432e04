import { ArrowRight, CircleX, Crosshair, MessageCircle } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { Scenario, Step } from "../../engine/index.ts"
import { documents } from "../document/documents.ts"
import { useNames } from "../model/useNames.ts"
import { view } from "../shell/viewStore.ts"
import { rehearsal } from "../simulator/rehearsalStore.ts"
import { IconButton } from "../ui/IconButton.tsx"
import { FailureText } from "./FailureText.tsx"
import { useScenarios } from "./scenarioStore.ts"
import { showPlace } from "./showPlace.ts"
import { stepInWords } from "./stepInWords.ts"
import type { ListedScenario } from "./useFlowScenarios.ts"

/** One scenario, step by step; where it failed is said, and the talk can be taken up at any step. */
export function ScenarioDetail({ listed, flow }: { readonly listed: ListedScenario; readonly flow: string }) {
  const { t } = useTranslation("scenarios")
  const failure = useScenarios(({ outcomes }) => outcomes[listed.file]?.failures[0])
  const { scenario } = listed
  if (scenario === null) {
    return (
      <div className="scenario-detail">
        <h3>{listed.title}</h3>
        <p className="failure-text">{t("invalid")}</p>
        <p className="failure-text">{failure?.message ?? listed.file}</p>
      </div>
    )
  }
  const { now, customer } = scenario
  const who = customer === undefined ? t("anyone") : t("someone", { id: customer.id })
  return (
    <div className="scenario-detail">
      <header>
        <h3>{scenario.scenario}</h3>
        <TalkButton label={t("openStart")} scenario={scenario} count={0} />
      </header>
      <p className="scenario-opening">{t("begins", { who, now: now.slice(0, 16).replace("T", " ") })}</p>
      {scenario.note !== undefined && <p className="scenario-opening">{scenario.note}</p>}
      {failure?.step === -1 && <FailureText failure={failure} flow={flow} />}
      <ol className="scenario-steps">
        {scenario.steps.map((step, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
            key={index}
            ref={failure?.step === index ? bringIntoSight : undefined}
            className={failure?.step === index ? "failed" : undefined}
          >
            <StepLines step={step} flow={flow} />
            <TalkButton label={t("openHere")} scenario={scenario} count={index + 1} />
            {failure?.step === index && (
              <div className="step-failure">
                <p>
                  <CircleX size={14} aria-hidden />
                  <strong>{t("failedHere")}</strong>
                  <IconButton
                    label={t("show")}
                    icon={Crosshair}
                    size={14}
                    onClick={() => showPlace(failure.places ?? [])}
                  />
                </p>
                <FailureText failure={failure} flow={flow} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What failed is what one came to see. */
function bringIntoSight(step: HTMLElement | null): void {
  step?.scrollIntoView({ block: "center" })
}

function StepLines({ step, flow }: { readonly step: Step; readonly flow: string }) {
  const { t } = useTranslation("scenarios")
  const { t: canvas } = useTranslation("canvas")
  const names = useNames()
  const lines = stepInWords(step, { t, canvas, names, flow })
  return (
    <div className="step-lines">
      {lines.map(({ is, text }) => (
        <p key={is + text} className={is}>
          {is === "expects" && <ArrowRight size={12} aria-label={t("expected")} />}
          {text}
        </p>
      ))}
      {step.note !== undefined && <p className="note">{step.note}</p>}
    </div>
  )
}

function TalkButton(props: { readonly label: string; readonly scenario: Scenario; readonly count: number }) {
  return (
    <IconButton
      label={props.label}
      icon={MessageCircle}
      size={14}
      onClick={() => {
        rehearsal.open(documents.store.getState().files.texts, props.scenario, props.count)
        view.openRight("simulator")
      }}
    />
  )
}
