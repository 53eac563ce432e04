import { CircleAlert, Info, TriangleAlert } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { Diagnostic } from "../../engine/index.ts"
import { openPlace, type Place, placeOf } from "../catalogue/uses/place.ts"
import { documents } from "../document/documents.ts"
import { useScene } from "../model/scene.ts"
import { view } from "../shell/viewStore.ts"
import { fixesOf } from "./fixes.ts"
import { useProblemWords } from "./inWords.ts"
import { stateOf, useProblems } from "./useProblems.ts"

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info } as const
const mostOthers = 100

/** All problems, those of the flow first; each leads to its place and offers what mends it. */
export function ProblemList({ flow }: { readonly flow: string }) {
  const { t } = useTranslation("problems")
  const { ofFlow, others } = useProblems(flow)
  return (
    <div className="problems">
      {ofFlow.length === 0 && (
        <p className="problems-none">
          {t("none")}
          <small className="problems-none-help">{t("noneHelp")}</small>
        </p>
      )}
      <List problems={ofFlow} />
      {others.length > 0 && (
        <>
          <h3 className="menu-title">
            {t("others")} · {others.length}
          </h3>
          <List problems={others.slice(0, mostOthers)} />
        </>
      )}
    </div>
  )
}

/** Where a problem stands, as the engine tells it by line and column. */
function placeOfProblem({ file, line, column }: Diagnostic): Place {
  const { files } = documents.store.getState()
  const source = files.source(file)
  return source === undefined ? { is: "file", file } : placeOf(files, file, source.pathAt(line, column))
}

function List({ problems }: { readonly problems: readonly Diagnostic[] }) {
  return (
    <ul>
      {problems.map((problem) => (
        <Problem
          key={`${problem.rule} ${problem.file} ${problem.line} ${problem.column} ${problem.message}`}
          problem={problem}
        />
      ))}
    </ul>
  )
}

function Problem({ problem }: { readonly problem: Diagnostic }) {
  const { t } = useTranslation("problems")
  const scene = useScene()
  const { message, help } = useProblemWords()(problem)
  const state = stateOf(problem.at)
  const drawn =
    problem.at?.startsWith(`${scene.flow}/`) === true && state !== null
      ? scene.drawing.states.get(state)
      : undefined
  const Icon = icons[problem.severity]
  return (
    <li className={`problem ${problem.severity}`}>
      <button
        type="button"
        className="row-main"
        onClick={() => (drawn === undefined ? openPlace(placeOfProblem(problem)) : view.show(drawn.id))}
      >
        <Icon size={16} aria-label={t(`severity.${problem.severity}`)} />
        <span className="problem-text">
          {drawn !== undefined && <strong>{drawn.title}</strong>}
          <span>{message}</span>
          <small className="problem-help">{help}</small>
        </span>
        <small className="problem-place">
          {problem.file.replace(/\/flow\.yaml$/, "")} · {t("line", { line: problem.line })}
        </small>
      </button>
      {fixesOf(problem, scene, t).map((fix) => (
        <button
          key={fix.label}
          type="button"
          className="plain-button small"
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect()
            fix.run({ x: box.left, y: box.top })
          }}
        >
          {fix.label}
        </button>
      ))}
    </li>
  )
}
