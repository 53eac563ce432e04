import { valueAt } from "../document/json.ts"
import type { Json } from "../types.ts"
import type { Files } from "./files.ts"
import { stringsOf } from "./references.ts"
import { type Use, usesOf } from "./uses.ts"

/** Sections of a flow, or of `flowset.yaml`, whose names belong to their owner. */
const sections = { slot: "slots", data: "data", derived: "derived" } as const
export type OwnedKind = keyof typeof sections

/**
 * Returns the places that name a slot, data or a derived value of `owner`: those of a flow in its folder and in the
 * rules that speak of it, a shared slot's wherever no flow has one of that name to itself. Wordings are not among them.
 */
export function usesOfOwned(
  files: Files,
  owner: string,
  kind: OwnedKind,
  name: string,
  to?: string,
): readonly Use[] {
  const section = sections[kind]
  const isShared = owner === "flowset.yaml"
  const folder = owner.replace(/flow\.yaml$/, "")
  const within = (file: string): boolean => {
    if (file === "rules.yaml") return true
    if (file.startsWith("wordings/")) return false
    if (!isShared) return file.startsWith(folder)
    const flow = flowOf(file)
    return flow === null || valueAt(files.value(flow), [section, name]) === undefined
  }
  const uses = usesOf(files, kind, name, { within, ...(to === undefined ? {} : { to }) })
  if (isShared) return uses
  const others = flowFilesOf(files).filter(
    (file) => file !== owner && valueAt(files.value(file), [section, name]) !== undefined,
  )
  return uses.filter(({ file, path }) => {
    if (file !== "rules.yaml" || others.length === 0) return true
    const rule = valueAt(files.value(file), path.slice(0, 2)) ?? null
    return speaksOf(files, rule, owner) && !others.some((other) => speaksOf(files, rule, other))
  })
}

export function flowFilesOf(files: Files): readonly string[] {
  return Object.keys(files.texts).filter((file) => /^(patterns\/)?[^/]+\/flow\.yaml$/.test(file))
}

/** The flow to whose folder a file belongs. */
function flowOf(file: string): string | null {
  const folder = /^(patterns\/)?[^/]+\//.exec(file)?.[0]
  return folder === undefined || /^(wordings|questionnaires|knowledge)\//.test(folder)
    ? null
    : `${folder}flow.yaml`
}

/** Whether a rule names something that stands in a flow. */
function speaksOf(files: Files, rule: Json, flowFile: string): boolean {
  const flow = files.texts[flowFile] ?? ""
  const id = flowFile.split("/").at(-2)
  return stringsOf(rule).some(({ text }) => {
    const [, kind, name = ""] = /^(state|outcome|service|checkpoint|show|ask|fill):(.+)$/.exec(text) ?? []
    if (kind === undefined) return false
    if (kind === "state" || kind === "outcome") return name.split("/")[0] === id
    return flow.includes(name)
  })
}
