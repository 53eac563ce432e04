import { Crosshair, Undo2 } from "lucide-react"
import { useTranslation } from "react-i18next"
import { ActLabel } from "./ActLabel.tsx"
import { rehearsal } from "./rehearsalStore.ts"
import type { TraceLine, TraceStep } from "./trace.ts"

/** Why the conversation went as it did, act by act; one can go back to any of them. */
export function TraceView(props: {
  readonly trace: readonly TraceStep[]
  readonly onShow: (state: string) => void
}) {
  const { t } = useTranslation("simulator")
  return (
    <ol className="trace">
      {props.trace.map(({ act, lines }, count) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an act is its place in the order
        <li key={count}>
          <div className="trace-act">
            <strong>{act === null ? t("start") : <ActLabel act={act} />}</strong>
            {count < props.trace.length - 1 && (
              <button
                type="button"
                className="quiet-button"
                title={t("backHere")}
                aria-label={t("backHere")}
                onClick={() => rehearsal.backTo(count)}
              >
                <Undo2 size={16} aria-hidden />
              </button>
            )}
          </div>
          <ul>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the log
              <li key={index} data-line={line.is}>
                <Line line={line} onShow={props.onShow} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Line({ line, onShow }: { readonly line: TraceLine; readonly onShow: (state: string) => void }) {
  const { t } = useTranslation("simulator")
  switch (line.is) {
    case "entered": {
      const reasons = line.because.map(({ path, value }) => `${path} = ${JSON.stringify(value)}`).join(", ")
      return (
        <>
          {t("line.entered", { title: line.title })}
          <button
            type="button"
            className="quiet-button"
            title={t("showOnCanvas")}
            aria-label={t("showOnCanvas")}
            onClick={() => onShow(line.state)}
          >
            <Crosshair size={14} aria-hidden />
          </button>
          <small>
            {line.exit !== undefined && t("line.exit", { exit: line.exit })}
            {line.isRemembered && t("line.remembered")}
            {reasons !== "" && ` ${t("line.because", { reasons })}`}
          </small>
        </>
      )
    }
    case "slot":
      return (
        <>
          {t(`line.${line.change}`, { title: line.title })}
          {line.value !== undefined && <small>{JSON.stringify(line.value)}</small>}
        </>
      )
    case "understood":
      return (
        <>
          {t("line.understood", {
            command: `${t(`command.${line.command}` as "command.human")} ${line.about}`.trim(),
          })}
          <small>
            {line.confidence !== undefined && `${Math.round(line.confidence * 100)} %`}
            {!line.isDone && ` ${t("line.notDone", { why: line.why ?? "" })}`}
          </small>
        </>
      )
    case "service":
      return (
        <>
          {t(`line.${line.what}`, { operation: line.operation })}
          {line.error !== undefined && <small>{line.error}</small>}
        </>
      )
    case "run":
      return t(`line.${line.what}`, { title: line.title, outcome: line.outcome ?? "" })
    case "timer":
      return t(`line.${line.what}`, { name: line.name, due: line.due ?? "" })
    case "checkpoint":
      return (
        <>
          {t(`line.${line.what}`, { title: line.title })} <small>{line.version}</small>
        </>
      )
    case "problem":
      return t("line.problem", { message: line.message })
  }
}
