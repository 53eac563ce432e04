import { textIn } from "../format/index.ts"
import type { Run } from "../types.ts"
import { isBusy } from "./busy.ts"
import { clearSlot } from "./clear-slot.ts"
import { type CommandResult, done, notDone } from "./command-result.ts"
import { restart } from "./correction.ts"
import { type Draft, flowIn, log, releaseOf, runOf, setRun } from "./draft.ts"
import { businessRun, startPattern, yieldPatterns } from "./patterns.ts"

/** Voids every consent from now on; a run that talks walks anew, and what stood on a consent asks for it again. */
export function withdrawConsent(draft: Draft): CommandResult {
  const { conversation } = draft
  const consents = [
    ...conversation.evidence,
    ...Object.values(conversation.runs).flatMap((run) => run.evidence),
  ].filter((evidence) => evidence.kind === "consent")
  for (const evidence of consents) {
    log(
      draft,
      {
        kind: "checkpoint.declined",
        open: {
          checkpoint: evidence.wording,
          version: evidence.version,
          kindOf: "consent",
          evidence: evidence.id,
        },
      },
      { run: evidence.run },
    )
  }
  draft.conversation = {
    ...draft.conversation,
    evidence: conversation.evidence.filter((evidence) => evidence.kind !== "consent"),
  }
  const withdrawn = new Set(consents.map(({ wording }) => wording))
  for (const run of Object.values(conversation.runs)) {
    const gave = run.evidence.some((evidence) => evidence.kind === "consent")
    const before = run.before === undefined ? {} : { before: withoutConsents(run.before) }
    if (gave) setRun(draft, run.id, { ...withoutConsents(run), ...before })
    clearTold(draft, run, withdrawn)
    // A run that stands as before must not have the consent back, so the walk starts from the run without it.
    if (gave && draft.conversation.stack.includes(run.id) && !isBusy(run))
      restart(draft, run.id, runOf(draft, run.id))
  }
  yieldPatterns(draft)
  const [first] = consents
  const wording = first === undefined ? undefined : draft.releases.current.wordings[first.wording]
  const [fallback = "zh"] = draft.releases.current.locales
  const title = wording === undefined ? "" : textIn(wording.title, conversation.locale, fallback)
  const about = businessRun(draft)
  const cause = about === null ? {} : { run: about.id }
  return startPattern(draft, "consent-withdrawn", { title }, cause) === null
    ? notDone('the flow set has no pattern "consent-withdrawn"')
    : done
}

function withoutConsents(run: Run): Run {
  return { ...run, evidence: run.evidence.filter((evidence) => evidence.kind !== "consent") }
}

/** What was told under a consent goes with it (个人信息保护法 47). */
function clearTold(draft: Draft, run: Run, withdrawn: ReadonlySet<string>): void {
  for (const [scope, inside] of Object.entries(run.scopes)) {
    const flow = flowIn(releaseOf(draft, run), inside.flow)
    for (const [slot, { needs }] of Object.entries(flow.slots))
      if (needs !== undefined && withdrawn.has(needs))
        clearSlot(draft, run.id, scope, slot, `the consent "${needs}" was withdrawn`)
  }
}
