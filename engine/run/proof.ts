import { canonicalJson } from "../format/index.ts"
import type { CheckpointState } from "../states/checkpoint.ts"
import type { IdentityProof } from "../states/kind.ts"
import type { Json } from "../types.ts"
import { type Draft, joinPath, type Place, stateName } from "./draft.ts"

/**
 * Whether a proof of identity is older than its checkpoint lets it be. Its age counts from when it was given, not from
 * when the checkpoint was passed; where that is not known, it has lapsed when it did so at this checkpoint before.
 */
export function hasLapsed(draft: Draft, place: Place, proof: IdentityProof): boolean {
  const { document } = place.state
  if (document.type !== "checkpoint") return false
  const given = provenAt(place, proof)
  if (given !== null) {
    const until = untilOf(place, document, given)
    return until !== undefined && isOver(until, draft.now)
  }
  return [...place.run.evidence, ...draft.conversation.evidence].some(
    ({ state, run, inputs, until }) =>
      state === stateName(place) &&
      run === place.run.id &&
      inputs === `${proof.id}@${proof.level}` &&
      until !== undefined &&
      isOver(until, draft.now),
  )
}

/** Until when a proof that is accepted now is good: from when it was given, if that is known. */
export function proofUntil(
  draft: Draft,
  place: Place,
  checkpoint: CheckpointState,
  proof: IdentityProof,
): string | undefined {
  return untilOf(place, checkpoint, provenAt(place, proof) ?? draft.now)
}

/** When a state of this flow last got what holds the proof; null when none is remembered to. */
function provenAt({ run, scope }: Place, proof: IdentityProof): string | null {
  const wanted = canonicalJson({ ...proof })
  const found = run.memory.findLast(
    ({ path, saved }) =>
      saved !== undefined &&
      path === joinPath(scope, path.split("/").at(-1) ?? "") &&
      holds(saved.value, wanted),
  )
  return found?.saved?.at ?? null
}

function holds(value: Json, wanted: string): boolean {
  if (typeof value !== "object" || value === null) return false
  if (!Array.isArray(value) && canonicalJson(value) === wanted) return true
  return Object.values(value).some((inner) => holds(inner, wanted))
}

function untilOf({ release }: Place, { validFor }: CheckpointState, from: string): string | undefined {
  return validFor === undefined ? undefined : release.calendar.addDuration(from, validFor)
}

function isOver(until: string, now: string): boolean {
  return Date.parse(until) <= Date.parse(now)
}
