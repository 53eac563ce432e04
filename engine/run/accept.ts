import { sha256 } from "../format/index.ts"
import type { CheckpointState } from "../states/checkpoint.ts"
import type { IdentityProof } from "../states/kind.ts"
import type { Customer, Evidence } from "../types.ts"
import { type Draft, log, newId, type Place, runOf, setData, setRun, stateName } from "./draft.ts"
import type { Regulated } from "./evidence.ts"
import { proofUntil } from "./proof.ts"

/** How a text was accepted: in the customer's own words or by a button's label, or by somebody else elsewhere. */
export type Acceptance = Pick<Evidence, "words" | "answers" | "by">

/** Keeps the evidence of an accepted checkpoint. */
export function accept(
  draft: Draft,
  place: Place,
  checkpoint: CheckpointState,
  regulated: Regulated,
  acceptance: Acceptance,
): void {
  const evidence: Evidence = {
    ...evidenceCommon(draft, place, checkpoint),
    wording: regulated.id,
    version: regulated.version,
    ...regulated.rendered(),
    inputs: regulated.inputs,
    ...acceptance,
  }
  keep(draft, place, evidence)
  if (checkpoint.save !== undefined)
    setData(draft, place.run.id, place.scope, {
      [checkpoint.save]: evidence.answers ?? acceptedText(evidence),
    })
}

/**
 * What a flow may read of an accepted wording. A signature is bound to `boundHash`, the SHA-256 of the very text, a
 * line end, and the values that it rests on: another answer read back is another hash.
 */
export function acceptedText({ wording, version, text, textHash, inputs, at }: Evidence) {
  return { wording, version, textHash, boundHash: sha256(`${text}\n${inputs}`), acceptedAt: at }
}

/** Records that an identity checkpoint was met, and that the customer is now known at that level. */
export function acceptSilently(draft: Draft, place: Place, proof: IdentityProof | undefined): void {
  const { document } = place.state
  if (proof === undefined || document.type !== "checkpoint") return
  const before = draft.conversation.customer
  const isKnown = before.id === proof.id && before.level >= proof.level && !hasLapsed(before, draft.now)
  const until = proofUntil(draft, place, document, proof)
  if (!isKnown) {
    draft.conversation = {
      ...draft.conversation,
      customer: { id: proof.id, level: proof.level, ...(until === undefined ? {} : { until }) },
    }
  }
  const text = `${proof.id}@${proof.level}`
  const { until: _renewed, ...common } = evidenceCommon(draft, place, document)
  // Who is known already is so for no longer than his own proof.
  const last = isKnown ? before.until : until
  keep(draft, place, {
    ...common,
    ...(last === undefined ? {} : { until: last }),
    wording: proof.id,
    version: String(proof.level),
    text,
    textHash: sha256(text),
    inputs: text,
    words: "",
    level: proof.level,
    ...(proof.by === undefined ? {} : { by: proof.by }),
  })
}

function hasLapsed({ until }: Customer, now: string): boolean {
  return until !== undefined && Date.parse(until) <= Date.parse(now)
}

function evidenceCommon(draft: Draft, place: Place, checkpoint: CheckpointState) {
  const until = untilOf(draft, place, checkpoint)
  return {
    id: newId(draft, "evidence"),
    kind: checkpoint.kind,
    locale: draft.conversation.locale,
    channel: draft.conversation.channel,
    at: draft.now,
    ...(until === undefined ? {} : { until }),
    run: place.run.id,
    state: stateName(place),
    release: place.release.id,
    scope: checkpoint.scope ?? "run",
  } as const
}

function untilOf(draft: Draft, place: Place, checkpoint: CheckpointState): string | undefined {
  return checkpoint.validFor === undefined
    ? undefined
    : place.release.calendar.addDuration(draft.now, checkpoint.validFor)
}

function keep(draft: Draft, place: Place, evidence: Evidence): void {
  const run = runOf(draft, place.run.id)
  if (evidence.scope === "conversation")
    draft.conversation = { ...draft.conversation, evidence: [...draft.conversation.evidence, evidence] }
  else setRun(draft, run.id, { evidence: [...run.evidence, evidence] })
  log(
    draft,
    {
      kind: "checkpoint.accepted",
      open: {
        checkpoint: evidence.kind === "identity" ? "identity" : evidence.wording,
        version: evidence.version,
        kindOf: evidence.kind,
        textHash: evidence.textHash,
        evidence: evidence.id,
        ...(evidence.level === undefined ? {} : { level: evidence.level }),
      },
      personal: { words: evidence.words, evidence },
    },
    {
      run: run.id,
      state: evidence.state,
      dataClass: evidence.kind === "identity" ? "identity" : "conversation",
    },
  )
}
