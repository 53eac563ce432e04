import {
  CircleCheck,
  CircleDashed,
  CircleX,
  FileWarning,
  LoaderCircle,
  type LucideIcon,
  Play,
  Square,
} from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { documents, useDocuments } from "../document/documents.ts"
import { useView, view } from "../shell/viewStore.ts"
import { runsAlike } from "../simulator/rehearsalStore.ts"
import { IconButton } from "../ui/IconButton.tsx"
import { ScenarioDetail } from "./ScenarioDetail.tsx"
import { type ScenarioState, scenarios, useScenarios } from "./scenarioStore.ts"
import { showPlace } from "./showPlace.ts"
import { type ListedScenario, useFlowScenarios } from "./useFlowScenarios.ts"

type RunState = "notRun" | "running" | "passed" | "failed" | "invalid"

const icons: Readonly<Record<RunState, LucideIcon>> = {
  notRun: CircleDashed,
  running: LoaderCircle,
  passed: CircleCheck,
  failed: CircleX,
  invalid: FileWarning,
}

/** The scenarios of a flow: what each came to, and beside the list the steps of the one that is chosen. */
export function ScenarioList({ flow, file }: { readonly flow: string; readonly file: string }) {
  const { t } = useTranslation("scenarios")
  const listed = useFlowScenarios(file)
  const state = useScenarios()
  const [query, setQuery] = useState("")
  const [isOnlyFailed, setOnlyFailed] = useState(false)
  if (listed.length === 0) {
    return (
      <p className="problems-none">
        {t("none")}
        <small className="problems-none-help">{t("noneHelp")}</small>
      </p>
    )
  }
  const words = query.trim().toLowerCase()
  const shown = listed.filter(
    (each) =>
      (words === "" || `${each.title} ${each.file}`.toLowerCase().includes(words)) &&
      (!isOnlyFailed || stateOf(each, state) === "failed"),
  )
  const chosen = listed.find((each) => each.file === state.selected)
  return (
    <div className="scenarios">
      <div className="scenarios-main">
        <Head
          listed={listed}
          query={query}
          onQuery={setQuery}
          isOnlyFailed={isOnlyFailed}
          onOnlyFailed={setOnlyFailed}
        />
        <Notes />
        <ul className="scenario-list">
          {shown.map((each) => (
            <Row key={each.file} listed={each} state={stateOf(each, state)} isChosen={each === chosen} />
          ))}
          {shown.length === 0 && <li className="menu-note">{t("nothingFound")}</li>}
        </ul>
      </div>
      <div className="scenario-side">
        {chosen === undefined ? (
          <p className="menu-note">{t("choose")}</p>
        ) : (
          <ScenarioDetail listed={chosen} flow={flow} />
        )}
      </div>
    </div>
  )
}

/** Returns how a scenario stands. */
export function stateOf({ file, scenario }: ListedScenario, state: ScenarioState): RunState {
  if (state.waiting[0] === file) return "running"
  const outcome = state.outcomes[file]
  if (outcome !== undefined && outcome.failures.length > 0) return "failed"
  if (scenario === null) return "invalid"
  return outcome === undefined ? "notRun" : "passed"
}

function Head(props: {
  readonly listed: readonly ListedScenario[]
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly isOnlyFailed: boolean
  readonly onOnlyFailed: (isOnly: boolean) => void
}) {
  const { t } = useTranslation("scenarios")
  const { listed } = props
  const state = useScenarios()
  const overlay = useView((each) => each.overlay)
  const counts = { passed: 0, failed: 0, notRun: 0, running: 0, invalid: 0 }
  for (const each of listed) counts[stateOf(each, state)] += 1
  const isRunning = state.waiting.length > 0
  const done = state.total - state.waiting.length
  return (
    <div className="scenarios-head">
      {isRunning ? (
        <button type="button" className="plain-button small" onClick={() => scenarios.cancel()}>
          <Square size={14} aria-hidden />
          {t("cancel")}
        </button>
      ) : (
        <button
          type="button"
          className="plain-button small primary"
          onClick={() =>
            scenarios.run(
              texts(),
              listed.map(({ file }) => file),
            )
          }
        >
          <Play size={14} aria-hidden />
          {t("runAll")}
        </button>
      )}
      <div className="scenarios-counts" role="status">
        {isRunning ? (
          <>
            <progress value={done} max={state.total} aria-label={t("state.running")} />
            <span>{t("progress", { done, total: state.total })}</span>
            {counts.failed > 0 && <span className="bad">{t("failedCount", { count: counts.failed })}</span>}
          </>
        ) : (
          <>
            {counts.failed > 0 && <span className="bad">{t("failedCount", { count: counts.failed })}</span>}
            {counts.passed > 0 && <span className="good">{t("passedCount", { count: counts.passed })}</span>}
            {counts.notRun > 0 && <span>{t("notRunCount", { count: counts.notRun })}</span>}
          </>
        )}
      </div>
      <label className="scenarios-toggle">
        <input
          type="checkbox"
          checked={overlay === "coverage"}
          onChange={(event) => view.paint(event.target.checked ? "coverage" : "problems")}
        />
        {t("coverage.show")}
      </label>
      <label className="scenarios-toggle">
        <input
          type="checkbox"
          checked={props.isOnlyFailed}
          onChange={(event) => props.onOnlyFailed(event.target.checked)}
        />
        {t("onlyFailed")}
      </label>
      <input
        type="search"
        className="field"
        placeholder={t("find")}
        aria-label={t("find")}
        value={props.query}
        onChange={(event) => props.onQuery(event.target.value)}
      />
    </div>
  )
}

/** Why nothing was run, or that what is shown is of an earlier flow. */
function Notes() {
  const { t } = useTranslation("scenarios")
  const { errors, ranWith, outcomes } = useScenarios()
  const files = useDocuments((state) => state.files.texts)
  if (errors.length > 0) {
    return (
      <p className="scenarios-note bad" role="alert">
        {t("broken", { count: errors.length })}
        <button type="button" className="plain-button small" onClick={() => view.openDrawer("problems")}>
          {t("showProblems")}
        </button>
      </p>
    )
  }
  const isOutdated = Object.keys(outcomes).length > 0 && !runsAlike(files, ranWith)
  return isOutdated ? <p className="scenarios-note">{t("outdated")}</p> : null
}

function Row(props: {
  readonly listed: ListedScenario
  readonly state: RunState
  readonly isChosen: boolean
}) {
  const { t } = useTranslation("scenarios")
  const { listed, state } = props
  const isRunning = useScenarios(({ waiting }) => waiting.length > 0)
  const failure = useScenarios(({ outcomes }) => outcomes[listed.file]?.failures[0])
  const Icon = icons[state]
  return (
    <li className={`scenario-row ${state}`}>
      <button
        type="button"
        className="row-main scenario-name"
        aria-current={props.isChosen ? "true" : undefined}
        onClick={() => choose(listed.file, failure?.places ?? [])}
      >
        <Icon size={16} aria-label={t(`state.${state}`)} />
        <span>{listed.title}</span>
        <small>
          {listed.scenario !== null && t("steps", { count: listed.scenario.steps.length })} ·{" "}
          {fileName(listed.file)}
        </small>
      </button>
      <IconButton
        label={t("runOne", { title: listed.title })}
        icon={Play}
        size={14}
        disabled={isRunning}
        onClick={() => {
          scenarios.select(listed.file)
          scenarios.run(texts(), [listed.file])
        }}
      />
    </li>
  )
}

/** Looks at a scenario, and at where on the drawing it failed. */
function choose(file: string, places: readonly string[]): void {
  scenarios.select(file)
  showPlace(places)
}

function fileName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".yaml".length)
}

function texts() {
  return documents.store.getState().files.texts
}
