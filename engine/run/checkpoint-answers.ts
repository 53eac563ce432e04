import { isPhrase } from "../slots/phrase.ts"
import type { CheckpointState } from "../states/checkpoint.ts"
import { accept } from "./accept.ts"
import type { Answer, Told } from "./answers.ts"
import { type Draft, log, type Place, placeOf, runOf, stateName } from "./draft.ts"
import { type Regulated, regulatedText } from "./evidence.ts"
import { exitOf } from "./moves.ts"
import { askCheckpoint, closeQuestion, refreshAnswers } from "./question.ts"
import { answerQuestionnaire } from "./questionnaire-answers.ts"
import { takeExit } from "./transition.ts"

/**
 * Applies an answer to the checkpoint on the screen; false when it is none. Accepted is only the version that was
 * shown, with the values that were shown: where these have changed since, the text is shown again.
 */
export function answerCheckpoint(draft: Draft, place: Place, answer: Answer, told: Told): boolean {
  const { question } = draft.conversation
  const { document } = place.state
  if (document.type !== "checkpoint" || question === undefined) return false
  const regulated = regulatedText(draft, place, document, question.version)
  if (regulated === null) return false
  if (regulated.inputs !== question.inputs) {
    closeQuestion(draft)
    return true
  }
  if (regulated.questions.length > 0) {
    if (answer.is === "deny" && (told.by === "chosen" || isPhrase(told.words, regulated.decline)))
      return decline(draft, place, document, regulated)
    const answered = answerQuestionnaire(draft, place, document, regulated, answer, told)
    if (answered === "complete") return leave(draft, place, "accepted")
    if (answered === "kept") {
      refreshAnswers(draft, placeOf(draft.releases, runOf(draft, place.run.id), place.index), document)
      return true
    }
    return (answer.is === "affirm" || answer.is === "deny") && askSoftly(draft, place, document, regulated)
  }
  if (answer.is === "deny") return decline(draft, place, document, regulated)
  if (answer.is !== "affirm") return false
  if (document.evidence !== "read" && !isExplicit(regulated, told))
    return askSoftly(draft, place, document, regulated)
  accept(draft, place, document, regulated, { words: told.words })
  return leave(draft, place, "accepted")
}

/** Soft words are met once with the buttons; said again, they are a miss like any other. */
function askSoftly(draft: Draft, place: Place, document: CheckpointState, regulated: Regulated): boolean {
  if (draft.conversation.question?.softly === true || draft.conversation.misses > 0) return false
  askCheckpoint(draft, place, document, regulated, true)
  return true
}

/** The accept button, or a message that is as a whole one of the accept phrases. */
function isExplicit(regulated: Regulated, told: Told): boolean {
  return told.by === "chosen" || isPhrase(told.words, regulated.accept)
}

function decline(draft: Draft, place: Place, document: CheckpointState, regulated: Regulated): boolean {
  log(
    draft,
    {
      kind: "checkpoint.declined",
      open: {
        checkpoint: regulated.id,
        version: regulated.version,
        kindOf: document.kind,
        textHash: regulated.rendered().textHash,
      },
    },
    { run: place.run.id, state: stateName(place) },
  )
  return leave(draft, place, "declined")
}

function leave(draft: Draft, place: Place, name: "accepted" | "declined"): boolean {
  const now = placeOf(draft.releases, runOf(draft, place.run.id), place.index)
  const exit = exitOf(now, now.state.id, name)
  if (exit === null) throw new Error(`"${stateName(now)}" has no exit "${name}".`)
  closeQuestion(draft)
  takeExit(draft, now.run.id, now.index, now.state.id, exit, { by: "customer" })
  return true
}
