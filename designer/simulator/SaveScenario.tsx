import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Scenario } from "../../engine/index.ts"
import { rehearsal } from "./rehearsalStore.ts"

/** Names the talk and keeps it as a scenario of the flow. */
export function SaveScenario(props: {
  readonly flow: string
  readonly onSave: (scenario: Scenario, file: string) => string | null
  readonly onDone: () => void
}) {
  const { t } = useTranslation("simulator")
  const [title, setTitle] = useState("")
  const [file, setFile] = useState("")
  const [problem, setProblem] = useState<string | null>(null)
  const name = file
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const scenario = await rehearsal.toScenario(title.trim(), props.flow)
    const why = props.onSave(scenario, `${name}.yaml`)
    setProblem(why)
    if (why === null) props.onDone()
  }
  return (
    <form className="play-bar" onSubmit={(event) => void save(event)}>
      <label>
        {t("saveTitle")}
        <input value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label>
        {t("saveFile")}
        <input value={file} placeholder="my-scenario" onChange={(event) => setFile(event.target.value)} />
      </label>
      {problem !== null && (
        <p className="play-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="play-line">
        <button type="submit" className="plain-button" disabled={title.trim() === "" || name === ""}>
          {t("saveConfirm")}
        </button>
        <button type="button" className="plain-button" onClick={props.onDone}>
          {t("cancel")}
        </button>
      </div>
    </form>
  )
}
