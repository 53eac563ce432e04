import type { CheckpointState } from "../states/checkpoint.ts"
import type { Evidence } from "../types.ts"
import { accept } from "./accept.ts"
import type { Answer, Told } from "./answers.ts"
import { type Draft, log, type Place, placeOf, runOf, setData, setRun, stateName } from "./draft.ts"
import { type Regulated, regulatedText } from "./evidence.ts"
import { isPhrase } from "./is-phrase.ts"
import { exitOf } from "./moves.ts"
import { askCheckpoint, closeQuestion } from "./question.ts"
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
  if (regulated.questions.length > 0)
    return answerQuestionnaire(draft, place, document, regulated, answer, told)
  if (answer.is === "deny") return decline(draft, place, document, regulated)
  if (answer.is !== "affirm") return false
  if (document.evidence !== "read" && !isExplicit(regulated, told)) {
    // Soft words are met once with the buttons; said again, they are a miss like any other.
    if (question.softly === true || draft.conversation.misses > 0) return false
    askCheckpoint(draft, place, document, regulated, true)
    return true
  }
  accept(draft, place, document, regulated, { words: told.words })
  return leave(draft, place, "accepted")
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

type Given = Record<string, { readonly ask: string; readonly answer: "yes" | "no" | "unsure" }>

/**
 * Takes one answer to a question of the group shown; 以上均为否 answers all, unless one was answered otherwise. Only
 * when every question is answered is there evidence. A spoken no is no answer to several questions at once.
 */
function answerQuestionnaire(
  draft: Draft,
  place: Place,
  document: CheckpointState,
  regulated: Regulated,
  answer: Answer,
  told: Told,
): boolean {
  const given = answersGiven(place, regulated)
  switch (answer.is) {
    case "deny":
      return told.by === "chosen" || isPhrase(told.words, regulated.decline)
        ? decline(draft, place, document, regulated)
        : false
    case "affirm":
      if (!isExplicit(regulated, told)) return false
      if (Object.values(given).some((other) => other.answer !== "no")) return false
      for (const { id, ask } of regulated.questions) given[id] = { ask, answer: "no" }
      break
    case "choose": {
      const [id = "", value = ""] = answer.option.split(":")
      const asked = regulated.questions.find((question) => question.id === id)
      if (asked === undefined || !(value === "yes" || value === "no" || value === "unsure")) return false
      given[id] = { ask: asked.ask, answer: value }
      break
    }
    case "skip":
      return false
  }
  const answers: Record<string, "yes" | "no" | "unsure"> = {}
  for (const [id, other] of Object.entries(given)) answers[id] = other.answer
  if (document.save !== undefined) setData(draft, place.run.id, place.scope, { [document.save]: answers })
  if (isComplete(draft, place, document, answers)) {
    keepAnswers(draft, place, null)
    const now = placeOf(draft.releases, runOf(draft, place.run.id))
    accept(draft, now, document, regulated, { words: told.words, answers })
    return leave(draft, place, "accepted")
  }
  keepAnswers(draft, place, given)
  return true
}

/** An answer may bring up questions that were not shown: these are put before there is evidence. */
function isComplete(
  draft: Draft,
  place: Place,
  document: CheckpointState,
  answers: NonNullable<Evidence["answers"]>,
): boolean {
  const now = placeOf(draft.releases, runOf(draft, place.run.id), place.index)
  const regulated = regulatedText(draft, now, document, draft.conversation.question?.version)
  return regulated?.questions.every(({ id }) => answers[id] !== undefined) === true
}

/** Answers to the very questions that are on the screen now. */
function answersGiven(place: Place, regulated: Regulated): Given {
  const kept = place.run.questionnaires?.[`${place.path}@${regulated.version}`] ?? {}
  const given: Given = {}
  for (const { id, ask } of regulated.questions) {
    const old = kept[id]
    if (old?.ask === ask) given[id] = old
  }
  return given
}

function keepAnswers(draft: Draft, place: Place, given: Given | null): void {
  const version = draft.conversation.question?.version ?? ""
  const { [`${place.path}@${version}`]: _old, ...others } = runOf(draft, place.run.id).questionnaires ?? {}
  setRun(draft, place.run.id, {
    questionnaires: given === null ? others : { ...others, [`${place.path}@${version}`]: given },
  })
}
