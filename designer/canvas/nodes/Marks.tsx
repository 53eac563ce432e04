import { CircleAlert, TriangleAlert } from "lucide-react"
import { createContext, useContext } from "react"
import { useTranslation } from "react-i18next"
import { PaintedState } from "./Painted.tsx"

export type Mark = { readonly errors: number; readonly warnings: number }
const MarksContext = createContext<ReadonlyMap<string, Mark>>(new Map())
export const MarksProvider = MarksContext.Provider

/** What is to be told of a state from afar: what an overlay paints over it, else its problems. */
export function Marks({ id }: { readonly id: string }) {
  return (
    <>
      <PaintedState id={id} />
      <ProblemMark id={id} />
    </>
  )
}

/** The problems of a state, as a badge on its corner: a shape for each severity, and how many. */
function ProblemMark({ id }: { readonly id: string }) {
  const mark = useContext(MarksContext).get(id)
  const { t } = useTranslation("canvas")
  if (mark === undefined) return null
  const count = mark.errors + mark.warnings
  const Icon = mark.errors > 0 ? CircleAlert : TriangleAlert
  return (
    <span
      className={mark.errors > 0 ? "state-mark error" : "state-mark warning"}
      title={t("node.problems", { count })}
    >
      <Icon size={14} aria-hidden />
      {count > 1 && count}
    </span>
  )
}
