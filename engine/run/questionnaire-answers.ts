import { isPhrase } from "../slots/phrase.ts"
import type { CheckpointState } from "../states/checkpoint.ts"
import type { QuestionAnswer } from "../types.ts"
import { accept } from "./accept.ts"
import type { Answer, Told } from "./answers.ts"
import { restart } from "./correction.ts"
import { type Draft, type Place, placeOf, runOf, setData, setRun } from "./draft.ts"
import { type Regulated, regulatedText, standingEvidence } from "./evidence.ts"
import { closeQuestion } from "./question.ts"
import { answersKey, isAnswer, placeAt } from "./questionnaire.ts"

type Given = Record<string, { readonly ask: string; readonly answer: QuestionAnswer }>
/** What became of an answer: the card is complete, it is not, or it was none. */
export type Answered = "complete" | "kept" | "none"

/**
 * Takes one answer to a question of the group shown; 以上均为否 answers all that can be a no, unless one was answered
 * otherwise, and 其余均为否 those that are left. Only when every question is answered is there evidence: what a yes
 * raises is put before. A spoken no is no answer to several questions at once.
 */
export function answerQuestionnaire(
  draft: Draft,
  place: Place,
  document: CheckpointState,
  regulated: Regulated,
  answer: Answer,
  told: Told,
): Answered {
  const given = answersGiven(place, regulated)
  const put = (id: string, ask: string, value: QuestionAnswer) => {
    given[id] = { ask, answer: value }
  }
  switch (answer.is) {
    case "affirm":
      if (told.by !== "chosen" && !isPhrase(told.words, regulated.accept)) return "none"
      if (Object.values(given).some((other) => other.answer === "yes" || other.answer === "unsure"))
        return "none"
      for (const { id, ask, type } of regulated.questions) if (type === undefined) put(id, ask, "no")
      break
    case "choose": {
      if (answer.option === "rest:no") {
        for (const { id, ask, type } of regulated.questions)
          if (type === undefined && given[id] === undefined) put(id, ask, "no")
        break
      }
      if (answer.option === "before") {
        for (const { id, ask, type } of regulated.questions) {
          const value = regulated.asBefore?.[id]
          if (isAnswer(value, type)) put(id, ask, value)
        }
        break
      }
      const [id = "", word = ""] = answer.option.split(":")
      const asked = regulated.questions.find((question) => question.id === id)
      const value = asked?.type !== undefined && word !== "unsure" ? Number(word) : word
      if (asked === undefined || !isAnswer(value, asked.type)) return "none"
      put(id, asked.ask, value)
      break
    }
    default:
      return "none"
  }
  const answers: Record<string, QuestionAnswer> = {}
  for (const [id, other] of Object.entries(given)) answers[id] = other.answer
  keepAnswers(draft, place, regulated, given)
  if (document.save !== undefined) setData(draft, place.run.id, place.scope, { [document.save]: answers })
  const now = placeOf(draft.releases, runOf(draft, place.run.id), place.index)
  const next = regulatedText(draft, now, document, draft.conversation.question?.version)
  if (next?.questions.every(({ id }) => answers[id] !== undefined) === true) {
    const counted = Object.fromEntries(next.questions.map(({ id }) => [id, answers[id] ?? "unsure"]))
    keepAnswers(draft, now, regulated, null)
    accept(draft, now, document, next, { words: told.words, answers: counted })
    return "complete"
  }
  // All that is on the screen is answered: what the answers raised is shown now.
  const shown = new Set(draft.conversation.question?.options?.map(({ key }) => key) ?? [])
  const isShown = (id: string) => shown.has(`${id}:unsure`)
  if (next?.questions.every(({ id }) => !isShown(id) || answers[id] !== undefined) === true)
    closeQuestion(draft)
  return "kept"
}

/**
 * Opens one answer of a card that was passed: only that is asked again, the card's other answers stay given, and what
 * rested on it is walked anew. False when no such answer stands.
 */
export function reopenAnswer(draft: Draft, place: Place, state: string, question: string): boolean {
  const there = placeAt(place, state)
  const document = there?.state.document
  if (there === null || document?.type !== "checkpoint") return false
  const evidence = standingEvidence(draft, there, document)
  const regulated = evidence === null ? null : regulatedText(draft, there, document, evidence.version)
  if (evidence?.answers?.[question] === undefined || regulated === null) return false
  const before = runOf(draft, place.run.id)
  const { [question]: _asked, ...others } = evidence.answers
  const kept = Object.entries(others).flatMap(([id, answer]) => {
    const ask = regulated.questions.find((one) => one.id === id)?.ask
    return ask === undefined ? [] : [[id, { ask, answer }] as const]
  })
  setRun(draft, before.id, { evidence: before.evidence.filter(({ id }) => id !== evidence.id) })
  keepAnswers(draft, there, regulated, Object.fromEntries(kept))
  restart(draft, before.id, before)
  closeQuestion(draft)
  return true
}

/** Answers to the very questions that are on the screen now. */
function answersGiven(place: Place, regulated: Regulated): Given {
  const kept = place.run.questionnaires?.[answersKey(place, regulated.version)] ?? {}
  const given: Given = {}
  for (const { id, ask } of regulated.questions) {
    const old = kept[id]
    if (old?.ask === ask) given[id] = old
  }
  return given
}

function keepAnswers(draft: Draft, place: Place, { version }: Regulated, given: Given | null): void {
  const key = answersKey(place, version)
  const { [key]: _old, ...others } = runOf(draft, place.run.id).questionnaires ?? {}
  setRun(draft, place.run.id, { questionnaires: given === null ? others : { ...others, [key]: given } })
}
