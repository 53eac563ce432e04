import type { CompiledFlow } from "../compile/model.ts"
import { canonicalJson, sha256 } from "../format/index.ts"
import type { CheckpointState } from "../states/checkpoint.ts"
import type { AskedQuestion, Json, Row } from "../types.ts"
import type { Rendering } from "./render.ts"
import { evaluateIn, inputsAt } from "./values.ts"

/** The regulated text of a checkpoint as it reads now, with what its evidence binds. */
export type Regulated = {
  readonly id: string
  readonly version: string
  readonly title: string
  /** The exact text and its hash, made when they are first needed: standing is known by the inputs alone. */
  readonly rendered: () => { readonly text: string; readonly textHash: string }
  readonly inputs: string
  readonly accept: readonly string[]
  readonly decline: readonly string[]
  readonly readBack: readonly Row[]
  readonly questions: readonly AskedQuestion[]
  /** Every question that is shown now was answered another time, to this very version: one press keeps it so. */
  readonly asBefore?: Readonly<Record<string, Json | undefined>>
}

export type Versioned = {
  readonly version: string
  readonly effectiveFrom: string
  readonly effectiveTo?: string | undefined
}

/** Returns the version in force on a day: the latest that has begun and not ended. */
export function effectiveVersion<V extends Versioned>(versions: readonly V[], today: string): V | null {
  const inForce = versions.filter(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= today && (effectiveTo === undefined || today <= effectiveTo),
  )
  return inForce.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null
}

/** Returns the version that is on the screen, else the one in force. */
export function versionOf<V extends Versioned>(
  versions: readonly V[],
  today: string,
  shown: string | undefined,
): V | null {
  return versions.find(({ version }) => version === shown) ?? effectiveVersion(versions, today)
}

/** All values that the text renders, and what `binds` and `readBack` name. */
export function bound(
  checkpoint: CheckpointState,
  args: readonly string[],
  { values, flow }: Rendering,
): string {
  const binds: Json[] = (checkpoint.binds ?? []).map((source) => {
    const evaluation = evaluateIn(values, source)
    return evaluation.ok ? evaluation.value : null
  })
  const inputs = inputsAt(values, boundPaths(checkpoint, args, flow))
  return binds.length === 0 ? inputs : `${inputs}${canonicalJson(binds)}`
}

/** What a text of a checkpoint renders and reads back: the same list each time. */
function boundPaths(
  checkpoint: CheckpointState,
  args: readonly string[],
  flow: CompiledFlow,
): readonly string[] {
  const lists = pathsByCheckpoint.get(checkpoint) ?? new Map<string, readonly string[]>()
  pathsByCheckpoint.set(checkpoint, lists)
  const key = args.join(" ")
  const known = lists.get(key)
  if (known !== undefined) return known
  const own = (checkpoint.readBack ?? []).filter((slot) => !slot.includes("/"))
  const answers = own.map((name) => {
    const state = flow.states[name]?.document
    return state?.type === "checkpoint" && state.save !== undefined ? `data.${state.save}` : `slots.${name}`
  })
  const paths = [...args, ...answers]
  lists.set(key, paths)
  return paths
}

const pathsByCheckpoint = new WeakMap<CheckpointState, Map<string, readonly string[]>>()

/** Returns a text that is made, and hashed, when it is first needed. */
export function once(render: () => string): Regulated["rendered"] {
  let rendered: ReturnType<Regulated["rendered"]> | null = null
  return () => {
    if (rendered === null) {
      const text = render()
      rendered = { text, textHash: sha256(text) }
    }
    return rendered
  }
}
