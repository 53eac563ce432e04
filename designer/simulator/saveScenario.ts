import { printFile, type Scenario } from "../../engine/index.ts"
import { documents } from "../document/documents.ts"

/** Adds a scenario to its flow's folder as one step of the history; a refusal says why, and nothing is written. */
export function saveScenario(scenario: Scenario, file: string): string | null {
  const args = {
    file: `${scenario.flow}/scenarios/${file}`,
    text: printFile(JSON.parse(JSON.stringify(scenario)), "other"),
    isNew: true,
  }
  const planned = documents.run({ name: "file.write", args })
  return planned.ok ? null : `${planned.why.zh} ${planned.why.en}`
}
