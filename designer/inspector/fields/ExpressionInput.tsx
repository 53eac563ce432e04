import { lazy, Suspense } from "react"
import type { ResultKind } from "../../../engine/expression/index.ts"

const ExpressionEditor = lazy(() => import("./ExpressionEditor.tsx"))

export type ExpressionInputProps = {
  readonly label: string
  readonly value: string
  readonly expects?: ResultKind
  readonly onChange: (source: string) => void
}

/** A CEL expression as it is written, with completion, and errors underlined. The editor comes when it is needed. */
export function ExpressionInput(props: ExpressionInputProps) {
  return (
    <Suspense fallback={<div className="field expression" aria-busy />}>
      <ExpressionEditor {...props} />
    </Suspense>
  )
}
