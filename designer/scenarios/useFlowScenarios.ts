import { useMemo } from "react"
import {
  type Files,
  isMap,
  type Json,
  type Scenario,
  scenarioFiles,
  scenarioSchema,
} from "../../engine/index.ts"
import { useDocuments } from "../document/documents.ts"

/** A scenario file of a flow. */
export type ListedScenario = {
  readonly file: string
  readonly title: string
  /** Null when the file is no scenario. */
  readonly scenario: Scenario | null
}

const known = new WeakMap<object, Scenario | null>()

/** The scenarios in a flow's folder, in the order of their files; each is read again only when it changed. */
export function useFlowScenarios(file: string): readonly ListedScenario[] {
  const files = useDocuments((state) => state.files)
  return useMemo(() => listed(files, file), [files, file])
}

function listed(files: Files, flowFile: string): readonly ListedScenario[] {
  const folder = `${flowFile.slice(0, flowFile.lastIndexOf("/"))}/scenarios/`
  return scenarioFiles(files.texts)
    .filter((file) => file.startsWith(folder))
    .map((file) => {
      const value = files.value(file)
      const scenario = read(value)
      const name = file.slice(folder.length, -".yaml".length)
      return { file, title: scenario?.scenario ?? name, scenario }
    })
}

function read(value: Json | undefined): Scenario | null {
  if (!isMap(value)) return null
  const before = known.get(value)
  if (before !== undefined) return before
  const parsed = scenarioSchema.safeParse(value)
  const scenario = parsed.success ? parsed.data : null
  known.set(value, scenario)
  return scenario
}
