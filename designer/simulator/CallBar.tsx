import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Json, ServiceCall, ServiceResult } from "../../engine/index.ts"
import { useNames } from "../model/useNames.ts"
import { rehearsal } from "./rehearsalStore.ts"

/** Plays the core system: what a call returns, which error it has, or that nothing is heard of it. */
export function CallBar({
  call,
  errors,
}: {
  readonly call: ServiceCall
  readonly errors: readonly string[]
}) {
  const { t } = useTranslation("simulator")
  const names = useNames()
  const [text, setText] = useState("{}")
  const [problem, setProblem] = useState<string | null>(null)
  const answer = (result: ServiceResult) =>
    rehearsal.act({ does: "answer", operation: call.operation, result })
  const returns = () => {
    try {
      const output: Json = JSON.parse(text)
      setProblem(null)
      answer({ is: "returned", output })
    } catch (error) {
      setProblem(t("badJson", { why: error instanceof Error ? error.message : "" }))
    }
  }
  return (
    <section className="play-bar" aria-label={t("call", { operation: names.operation(call.operation) })}>
      <p>{t("call", { operation: names.operation(call.operation) })}</p>
      <details>
        <summary>{t("callInput")}</summary>
        <pre>{JSON.stringify(call.input, null, 2)}</pre>
      </details>
      <textarea
        rows={3}
        spellCheck={false}
        value={text}
        aria-label={t("callReturns")}
        onChange={(event) => setText(event.target.value)}
      />
      {problem !== null && (
        <p className="play-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="play-line wraps">
        <button type="button" className="plain-button" onClick={returns}>
          {t("callAnswer")}
        </button>
        {errors.map((error) => (
          <button
            key={error}
            type="button"
            className="plain-button"
            onClick={() => answer({ is: "error", error })}
          >
            {t("callError", { error: names.error(call.operation, error) })}
          </button>
        ))}
        <button
          type="button"
          className="plain-button"
          onClick={() => answer({ is: "failed", reason: "played" })}
        >
          {t("callFails")}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => answer({ is: "unknown", reason: "played" })}
        >
          {t("callUnknown")}
        </button>
      </div>
    </section>
  )
}
