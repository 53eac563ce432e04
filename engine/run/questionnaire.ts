import type { QuestionnaireDocument } from "../document/schema.ts"
import { formatValue, textArguments } from "../format/index.ts"
import type { CheckpointState } from "../states/checkpoint.ts"
import type { AskedQuestion, Evidence, Json, QuestionAnswer, Row } from "../types.ts"
import { joinPath, type Place } from "./draft.ts"
import { phrases } from "./phrases.ts"
import { bound, once, type Regulated, versionOf } from "./regulated.ts"
import { type Rendering, renderText } from "./render.ts"
import { evaluateIn, holds } from "./values.ts"

type Answers = Readonly<Record<string, QuestionAnswer>>
type Question = QuestionnaireDocument["versions"][number]["questions"][number]

/** Returns the id of the questionnaire that a checkpoint shows with these values, null when there is none. */
export function questionnaireOf(
  values: Rendering["values"],
  { questionnaire }: CheckpointState,
): string | null {
  if (questionnaire === undefined || typeof questionnaire === "string") return questionnaire ?? null
  const chosen = evaluateIn(values, questionnaire.is)
  return chosen.ok && typeof chosen.value === "string" && questionnaire.of.includes(chosen.value)
    ? chosen.value
    : null
}

/**
 * Returns a questionnaire as a checkpoint shows it: the questions of its groups, and those that follow up a yes. What
 * was answered so far is told from `answers`; without them from what the run keeps of this card.
 */
export function questionnaireText(
  questionnaire: QuestionnaireDocument,
  place: Place,
  checkpoint: CheckpointState,
  rendering: Rendering,
  today: string,
  shown: string | undefined,
  answers?: Answers,
): Regulated | null {
  const version = versionOf(questionnaire.versions, today, shown)
  if (version === null) return null
  const given = answers ?? givenAnswers(place, version.version)
  const inScope = version.questions.filter(
    ({ id, group, when }) =>
      (checkpoint.questions?.includes(id) ?? true) &&
      (checkpoint.groups === undefined || (group !== undefined && checkpoint.groups.includes(group))) &&
      holds(rendering.values, when),
  )
  const followed = new Set(version.questions.flatMap(({ followUps = [] }) => followUps))
  const raised = new Set(inScope.flatMap(({ id, followUps = [] }) => (given[id] === "yes" ? followUps : [])))
  const asked = inScope.filter(({ id }) => !followed.has(id) || raised.has(id))
  const before = answersBefore(rendering, checkpoint)
  const questions = asked.map((question) => shownQuestion(question, given, before?.answers, rendering))
  const words = phrases(rendering.locale)
  const intro = version.intro === undefined ? words.questionnaire : renderText(version.intro, rendering)
  const main = asked.filter(({ id }) => !followed.has(id))
  const isAsBefore =
    before?.version === version.version &&
    Object.keys(given).length === 0 &&
    main.length > 0 &&
    main.every(({ id }) => before.answers[id] !== undefined)
  return {
    id: questionnaire.id,
    version: version.version,
    title: titleOf(questionnaire, place, rendering),
    rendered: once(() => [intro, ...questions.map(({ ask }, index) => `${index + 1}. ${ask}`)].join("\n")),
    // What a yes raises follows from the answers, which are evidence themselves.
    inputs: `${main.map(({ id }) => id).join(",")}${bound(
      checkpoint,
      main.flatMap(({ ask }) => textArguments(ask)),
      rendering,
    )}`,
    accept: [words.allNo, ...words.allNoToo],
    decline: [words.stopHere, words.decline],
    readBack: [],
    questions,
    ...(isAsBefore ? { asBefore: before.answers } : {}),
  }
}

/** A questionnaire that is shown in parts says which part this is. */
function titleOf({ title }: QuestionnaireDocument, { state }: Place, rendering: Rendering): string {
  const whole = renderText(title, rendering)
  const part = state.document.title
  return part === undefined ? whole : `${renderText(part, rendering)} · ${whole}`
}

function shownQuestion(
  { id, ask, title, says, type }: Question,
  given: Answers,
  before: Readonly<Record<string, Json | undefined>> | undefined,
  rendering: Rendering,
): AskedQuestion {
  const answer = given[id]
  const earlier = before?.[id]
  return {
    id,
    ask: renderText(ask, rendering),
    ...(title === undefined ? {} : { title: renderText(title, rendering) }),
    ...(says?.[rendering.locale] === undefined ? {} : { says: says[rendering.locale] }),
    ...(type === undefined ? {} : { type }),
    ...(answer === undefined ? {} : { given: answerText(answer, type, rendering) }),
    ...(isAnswer(earlier, type) ? { before: answerText(earlier, type, rendering) } : {}),
  }
}

/** Returns an answer in the customer's words. */
function answerText(answer: QuestionAnswer, type: string | undefined, rendering: Rendering): string {
  const words = phrases(rendering.locale)
  if (answer === "yes" || answer === "no" || answer === "unsure") return words[answer]
  const number = formatValue(answer, { kind: "number" }, rendering.locale)
  return words.measure(number, type ?? "number")
}

/** Whether a value answers a question of this type. */
export function isAnswer(value: unknown, type: string | undefined): value is QuestionAnswer {
  if (value === "unsure") return true
  if (type === undefined) return value === "yes" || value === "no"
  return (
    typeof value === "number" && Number.isFinite(value) && (type !== "integer" || Number.isInteger(value))
  )
}

/** What `prior` gives: the answers of another time, and the version that they answered. */
function answersBefore(
  { values }: Rendering,
  { prior }: CheckpointState,
): { readonly version: string; readonly answers: Readonly<Record<string, Json | undefined>> } | null {
  const evaluation = prior === undefined ? null : evaluateIn(values, prior)
  const value = evaluation?.ok === true ? evaluation.value : null
  const { version, answers } = fieldsOf(value) ?? {}
  const told = fieldsOf(answers)
  return told === null ? null : { version: typeof version === "string" ? version : "", answers: told }
}

function fieldsOf(value: Json | undefined): Readonly<Record<string, Json | undefined>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json | undefined>>)
    : null
}

/** Answers to a card that is not complete yet, while their questions still read as they were shown. */
export function givenAnswers(place: Place, version: string): Answers {
  const kept = place.run.questionnaires?.[answersKey(place, version)] ?? {}
  return Object.fromEntries(Object.entries(kept).map(([id, { answer }]) => [id, answer]))
}

export function answersKey({ path }: Pick<Place, "path">, version: string): string {
  return `${path}@${version}`
}

/** Returns the place of another state of the same flow, as if the run stood there. */
export function placeAt(place: Place, state: string): Place | null {
  const other = place.flow.states[state]
  return other === undefined ? null : { ...place, state: other, path: joinPath(place.scope, state) }
}

/** Returns the rows of a read-back for the answers that stand: one a question, each to be changed by itself. */
export function answerRows(state: string, regulated: Regulated, { answers = {} }: Evidence): readonly Row[] {
  return regulated.questions.flatMap(({ id, ask, title, given }) =>
    answers[id] === undefined || given === undefined
      ? []
      : [{ label: title ?? ask, value: given, slot: `${state}.${id}` }],
  )
}
