import { valueAt } from "../../document/json.ts"
import { type Draft, Refusal } from "../draft.ts"
import { nameOf } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { usesOf } from "../uses.ts"
import { moveFile } from "./files.ts"
import { assertFlowIsNew } from "./flows.ts"
import { assertId, followRename, labelOfRename, type Recorded, recordWas } from "./renaming.ts"

/** Flows that the engine starts by name, besides the patterns. */
const startedByName = new Set(["complaint"])

export type RenameFlow = Recorded & { readonly file: string; readonly to: string }

/** Gives a flow another id: its folder moves, and all that names it follows. */
export function renameFlow(draft: Draft, { file, to, record }: RenameFlow): Outcome {
  const flow = draft.value(file)
  const id = String(valueAt(flow, ["id"]) ?? "")
  if (file.startsWith("patterns/") || startedByName.has(id))
    throw new Refusal(
      `系统按编号启动「${nameOf(flow, id).zh}」，编号不能改；名称可以改。`,
      `The engine starts "${nameOf(flow, id).en}" by its id, which cannot change; its title can.`,
    )
  assertId(to)
  assertFlowIsNew(draft, to)
  followRename(draft, usesOf(draft.files, "flow", id, { to }))
  draft.change(file, { do: "set", path: ["id"], value: to })
  if (record !== false) recordWas(draft, file, [], id, to)
  const folder = file.replace(/flow\.yaml$/, "")
  for (const each of Object.keys(draft.files.texts)) {
    if (each.startsWith(folder)) moveFile(draft, each, `${to}/${each.slice(folder.length)}`)
  }
  return { label: labelOfRename("流程", "flow", nameOf(flow, id), id, to), made: [`${to}/flow.yaml`] }
}
