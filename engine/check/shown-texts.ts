import type { OnEntryDocument } from "../document/schema.ts"
import type { Scope } from "../expression/index.ts"
import { questionnairesOf } from "../states/checkpoint.ts"
import type { FlowInFile } from "./flow-places.ts"
import type { Spot } from "./places.ts"

/** A wording or questionnaire where a flow shows it, with what it may name there. */
export type ShownText = Spot & {
  readonly kind: "wording" | "questionnaire"
  readonly id: string
  readonly flow: string
  readonly scope: Scope
}

/** Returns the wordings and questionnaires that a flow shows, each with the place that names it. */
export function shownTexts({ flow, source, settingsSource, scopes }: FlowInFile): readonly ShownText[] {
  const shown: ShownText[] = []
  const common = { flow: flow.id, scope: scopes.base }
  const ofOn = (on: Readonly<Record<string, OnEntryDocument>> | undefined, spot: Spot) => {
    for (const [name, { wording }] of Object.entries(on ?? {})) {
      if (wording === undefined) continue
      const path = [...spot.path, "on", name, "wording"]
      shown.push({ ...spot, path, at: `${spot.at}#${name}`, kind: "wording", id: wording, ...common })
    }
  }
  ofOn(flow.document.on, { source, path: [], at: flow.id })
  for (const { id, at, file, document } of Object.values(flow.states)) {
    const spot: Spot = {
      source: file === source.file ? source : settingsSource,
      path: at,
      at: `${flow.id}/${id}`,
    }
    ofOn(document.on, spot)
    if (document.type !== "message" && document.type !== "checkpoint") continue
    if (document.wording !== undefined)
      shown.push({ ...spot, path: [...at, "wording"], kind: "wording", id: document.wording, ...common })
    if (document.type !== "checkpoint") continue
    const path = [...at, "questionnaire"]
    for (const questionnaire of questionnairesOf(document))
      shown.push({ ...spot, path, kind: "questionnaire", id: questionnaire, ...common })
  }
  return shown
}
