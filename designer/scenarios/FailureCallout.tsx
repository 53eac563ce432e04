import { NodeToolbar, Position } from "@xyflow/react"
import { CircleX, X } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { Drawing } from "../canvas/drawing/drawing.ts"
import { IconButton } from "../ui/IconButton.tsx"
import { FailureText } from "./FailureText.tsx"
import { scenarios, useScenarios } from "./scenarioStore.ts"

/** The step at which the chosen scenario failed, said beside the state where the conversation then stood. */
export function FailureCallout({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation("scenarios")
  const outcome = useScenarios(({ outcomes, selected }) => outcomes[selected ?? ""])
  const failure = outcome?.failures[0]
  const { flow, states } = drawing
  const place = failure?.places?.findLast((each) => each.startsWith(`${flow}/`))
  const state = place?.slice(flow.length + 1)
  if (outcome === undefined || failure === undefined || state === undefined || !states.has(state)) return null
  const outline = `.react-flow__node[data-id=${JSON.stringify(state)}] { outline: 3px solid var(--bad); outline-offset: 3px; border-radius: var(--radius); }`
  return (
    <>
      <style>{outline}</style>
      <NodeToolbar nodeId={state} isVisible position={Position.Bottom} offset={14}>
        <section className="failure-callout" aria-label={t("failedHere")}>
          <header>
            <CircleX size={16} aria-hidden />
            <strong>
              {(failure.step ?? -1) < 0
                ? t("failureOpening", { title: outcome.scenario })
                : t("failure", { title: outcome.scenario, step: (failure.step ?? 0) + 1 })}
            </strong>
            <IconButton label={t("close")} icon={X} size={14} onClick={() => scenarios.select(null)} />
          </header>
          <FailureText failure={failure} flow={flow} />
        </section>
      </NodeToolbar>
    </>
  )
}
