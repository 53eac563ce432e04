import { entryLabel } from "./command-label.ts"
import { type CommandResult, done, notDone } from "./command-result.ts"
import { type Draft, placeOf, runOf, topRun } from "./draft.ts"
import { type OpenEntry, openIntents } from "./intents.ts"
import { startClarify, yieldPatterns } from "./patterns.ts"
import { phrases } from "./phrases.ts"
import { closeQuestion } from "./question.ts"
import { resumeRun } from "./runs.ts"
import { sayEntry } from "./speak.ts"
import { keysOf } from "./start-flow.ts"
import { takeOn } from "./take-on.ts"
import { holds, valuesOf } from "./values.ts"

/**
 * Follows an entry of `on` that the customer means: of the runs that talk before those that are parked; of several
 * parked ones that have it he is asked which.
 */
export function takeIntent(draft: Draft, intent: string): CommandResult {
  const open = openIntents(draft.releases, draft.conversation)
  const exact = open.find((entry) => `${entry.entry.name}@${entry.run}` === intent)
  const named = exact === undefined ? open.filter((entry) => entry.entry.name === intent) : [exact]
  if (named.length === 0) return notDone("no entry of that name is open")
  const fitting = named.filter((entry) => isFitting(draft, entry))
  const [first] = fitting
  if (first === undefined) return notDone("its condition does not hold")
  const isParked = !draft.conversation.stack.includes(first.run)
  if (isParked && fitting.length > 1) return askWhich(draft, fitting)
  if (topRun(draft)?.id !== first.run) yieldPatterns(draft)
  return followEntry(draft, first)
}

function isFitting(draft: Draft, { run: id, frameIndex, entry }: OpenEntry): boolean {
  const run = runOf(draft, id)
  const { scope } = placeOf(draft.releases, run, frameIndex)
  return holds(valuesOf(draft, run, scope), entry.document.when)
}

function askWhich(draft: Draft, entries: readonly OpenEntry[]): CommandResult {
  yieldPatterns(draft)
  const options = entries.map((entry) => {
    const keys = keysOf(runOf(draft, entry.run))
    const intent = `${entry.entry.name}@${entry.run}`
    return {
      label: `${entryLabel(draft, entry.entry)}${keys === "" ? "" : ` ${keys}`}`,
      choice: { choice: "command", command: { command: "intent", intent, confidence: 1, certain: true } },
    } as const
  })
  return startClarify(draft, phrases(draft.conversation.locale).whichMeant, options) === null
    ? notDone("there is no pattern")
    : done
}

/**
 * Says what an entry says, and takes its exit if it has one. A parked run with an exit comes back on top; while
 * another run of its flow talks it goes on when that one is through.
 */
export function followEntry(
  draft: Draft,
  { run: runId, frameIndex, entry }: Omit<OpenEntry, "intent">,
): CommandResult {
  const place = placeOf(draft.releases, runOf(draft, runId), frameIndex)
  sayEntry(draft, place, entry)
  if (entry.exit === null) return done
  resumeRun(draft, runId)
  if (draft.conversation.question?.run === runId) closeQuestion(draft)
  takeOn(draft, runId, frameIndex, entry, entry.exit, null)
  return done
}
