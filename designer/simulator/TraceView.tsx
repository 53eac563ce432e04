import { Crosshair, Undo2 } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { Json } from "../../engine/index.ts"
import { useNames } from "../model/useNames.ts"
import { IconButton } from "../ui/IconButton.tsx"
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
              <IconButton label={t("backHere")} icon={Undo2} onClick={() => rehearsal.backTo(count)} />
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
  const names = useNames()
  switch (line.is) {
    case "entered": {
      const [flow = ""] = (line.exit ?? line.state).split("/")
      const condition = line.exit === undefined ? null : names.condition(line.exit)
      return (
        <>
          {t("line.entered", { title: line.title })}
          <IconButton
            label={t("showOnCanvas")}
            icon={Crosshair}
            size={14}
            onClick={() => onShow(line.state)}
          />
          <small>
            {line.exit !== undefined && t("line.exit", { exit: names.exit(line.exit) })}
            {line.isRemembered && t("line.remembered")}
          </small>
          {condition !== null && <small>{t("line.condition", { condition })}</small>}
          {line.because.map(({ path, value }) => (
            <small key={path}>
              {t("line.value", { name: names.value(path, flow), value: shown(value) })}
            </small>
          ))}
        </>
      )
    }
    case "slot":
      return (
        <>
          {t(`line.${line.change}`, { title: line.title })}
          {line.value !== undefined && <small>{shown(line.value)}</small>}
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
          {t(`line.${line.what}`, { operation: names.operation(line.operation) })}
          {line.error !== undefined && <small>{names.error(line.operation, line.error)}</small>}
        </>
      )
    case "run":
      return t(`line.${line.what}`, {
        title: line.title,
        outcome: line.outcome === undefined ? "" : names.outcome(line.outcome, line.flow),
      })
    case "timer":
      return t(`line.${line.what}`, {
        name: line.name.includes("#") ? names.exit(line.name) : line.name,
        due: line.due === undefined ? "" : line.due.slice(0, 16).replace("T", " "),
      })
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

function shown(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value)
}
