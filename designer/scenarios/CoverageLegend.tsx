import { Panel } from "@xyflow/react"
import { X } from "lucide-react"
import { useTranslation } from "react-i18next"
import { toneIcons } from "../canvas/nodes/Painted.tsx"
import { useView, view } from "../shell/viewStore.ts"
import { IconButton } from "../ui/IconButton.tsx"
import { sharesOf } from "./coverage.ts"
import { useScenarios } from "./scenarioStore.ts"

/** What the colours and shapes of the coverage mean, and how many states and exits there are of each. */
export function CoverageLegend({ flow }: { readonly flow: string }) {
  const { t } = useTranslation("scenarios")
  const isShown = useView(({ overlay }) => overlay === "coverage")
  const coverage = useScenarios((state) => state.coverage)
  if (!isShown) return null
  const shares = sharesOf(coverage, flow)
  const isEmpty = shares.reached + shares.missed + shares.excused === 0
  return (
    <Panel position="top-right" className="coverage-legend">
      <strong>{t("coverage.title")}</strong>
      {isEmpty && <span>{t("coverage.run")}</span>}
      {!isEmpty &&
        (["reached", "missed", "excused"] as const).map((tone) => {
          const Icon = toneIcons[tone]
          return (
            <span key={tone} className={`paint ${tone}`}>
              <Icon size={14} aria-hidden />
              {t(`coverage.${tone}`)} {shares[tone]}
            </span>
          )
        })}
      <IconButton label={t("coverage.hide")} icon={X} size={14} onClick={() => view.paint("problems")} />
    </Panel>
  )
}
