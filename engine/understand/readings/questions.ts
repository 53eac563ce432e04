import { allMatches } from "../../slots/all-matches.ts"
import type { AskedQuestion } from "../../types.ts"
import { isQuestion } from "../cues.ts"
import type { Message } from "../message.ts"
import { clauseTest, LANGUAGES, phraseFinder, type Span, textTest } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"

type Word = "yes" | "no" | "unsure"

/**
 * Returns the answers to a questionnaire on the screen: by number (1是, 2、3否), by what a question is about
 * (没有高血压), by a value of its type (172cm, 130斤), and 其余均为否 for those that are left. A plain no to several
 * questions answers none.
 */
export function readQuestions(message: Message, questions: readonly AskedQuestion[]): readonly Reading[] {
  const numbered = byNumber(message, questions)
  const found = [
    ...numbered,
    ...byName(message, questions),
    ...byValue(message, questions, numbered),
    ...toTheRest(message),
  ]
  const taken = new Map<string, Reading>()
  for (const one of found) {
    const key = one.command.command === "choose" ? (one.command.option.split(":")[0] ?? "") : ""
    if (!taken.has(key)) taken.set(key, one)
  }
  const rest = taken.get("rest")
  const others = [...taken.values()].filter((one) => one !== rest)
  if (others.length === 0 && rest === undefined) return toTheOnly(message, questions)
  if (rest === undefined) return others
  return [...others, hasOtherYes(message, found) ? reading(message, rest, { command: "deny" }) : rest]
}

/** A plain yes, no or not sure answers the question that is the only one on the card. */
function toTheOnly(message: Message, [only, ...more]: readonly AskedQuestion[]): readonly Reading[] {
  if (only === undefined || only.type !== undefined || more.length > 0) return []
  if (!isBrief(message.lower) || isQuestion(message.lower)) return []
  const word = wordIn(message.lower)
  return word === null ? [] : [answer(message, { start: 0, end: message.lower.length }, only.id, word)]
}

const isBrief = clauseTest((words) => words.questionnaire.brief)

/** 血压是高的，别的都没有: a yes that no question was found for is in none of the rest. */
function hasOtherYes({ clauses }: Message, taken: readonly Span[]): boolean {
  return clauses.some(
    (clause) =>
      taken.every((one) => !overlap(one, clause)) &&
      !isQuestion(clause.text) &&
      wordIn(clause.text) === "yes",
  )
}

/** A plain no answers none of several questions by itself; it is met with the card once more. */
export function readNo(message: Message): Reading | null {
  const found = message.value({ type: "boolean", names: [] })
  return found?.value === false ? reading(message, found, { command: "deny" }) : null
}

const WORDS: readonly (readonly [Word, (text: string) => boolean])[] = [
  ["unsure", textTest((words) => words.questionnaire.unsure)],
  ["no", textTest((words) => words.questionnaire.no)],
  ["yes", textTest((words) => words.questionnaire.yes)],
]

function wordIn(text: string): Word | null {
  return WORDS.find(([, isSaid]) => isSaid(text))?.[0] ?? null
}

const BRIEF = LANGUAGES.flatMap(({ words }) => words.questionnaire.brief).join("|")
const NUMBERED = new RegExp(
  `(?<![\\d.])(?:第?\\s*(\\d{1,2}(?:\\s*[、,，和及&]\\s*第?\\d{1,2})*)\\s*(?:题|项|个|条|号)?|第([一二三四五六七八九]|十[一二三四五六七八九]?)(?:题|项|个|条|问))(?:(?:应该|应当)?(?:选|填|答|写|改成|改为|是)|\\s+(?:is|should be))?\\s*[.:：]?\\s*(${BRIEF})(?![\\p{L}\\d])`,
  "gu",
)
const NUMERALS = "一二三四五六七八九"

function byNumber(message: Message, questions: readonly AskedQuestion[]): readonly Reading[] {
  return allMatches(message.lower, NUMBERED).flatMap((match) => {
    const [, figures, numeral = "", said = ""] = match
    const word = wordIn(said)
    if (word === null) return []
    const part = { start: match.index, end: match.index + match[0].length }
    return (figures ?? String(inFigures(numeral))).split(/[^\d]+/).flatMap((number) => {
      const question = questions[Number(number) - 1]
      return question === undefined || (question.type !== undefined && word !== "unsure")
        ? []
        : [answer(message, part, question.id, word)]
    })
  })
}

/** 三 is 3, 十二 is 12. */
function inFigures(numeral: string): number {
  return (numeral.startsWith("十") ? 10 : 0) + NUMERALS.indexOf(numeral.slice(-1)) + 1
}

/** A clause that names what a question is about says it has it, has it not, or is not sure. */
function byName(message: Message, questions: readonly AskedQuestion[]): readonly Reading[] {
  return message.clauses.flatMap((clause) => {
    if (isQuestion(clause.text)) return []
    const named = questions.filter(
      (question) =>
        question.type === undefined && namesOf(question).some((word) => clause.text.includes(word)),
    )
    if (named.length === 0) return []
    const word = wordIn(clause.text) ?? "yes"
    // 偶尔喝酒 is neither a yes nor a no to how much was asked after.
    if (word === "yes" && isHedged(clause.text)) return []
    return named.map(({ id }) => answer(message, clause, id, word))
  })
}

const isHedged = textTest((words) => words.questionnaire.hedged)

/** 哮喘、慢阻肺 names two things. */
function namesOf({ title = "", says = [] }: AskedQuestion): readonly string[] {
  const parts = title.split(/[、，,/]|和| and | or /).filter((word) => word.trim().length > 1)
  return [...parts, ...says].map((word) => word.trim().toLowerCase()).filter((word) => word !== "")
}

/** Values by their own type; plain numbers by the question's name, or in order when there are as many as asked. */
function byValue(
  message: Message,
  questions: readonly AskedQuestion[],
  numbered: readonly Span[],
): readonly Reading[] {
  const open = questions.filter(({ type }) => type !== undefined)
  const measured = open.flatMap(({ id, type = "", title = "" }) => {
    if (type !== "height" && type !== "weight") return []
    const found = message.value({ type, names: [title] })
    return found?.certain === true ? [{ id, reading: answer(message, found, id, String(found.value)) }] : []
  })
  const readings = measured.map((one) => one.reading)
  const bare = open.filter(({ id }) => !measured.some((one) => one.id === id))
  const numbers = message
    .values({ type: "number", names: [] })
    .filter((number) => [...readings, ...numbered].every((one) => !overlap(one, number)))
  const named = bare.flatMap((question) => {
    const at = namesOf(question)
      .map((name) => message.lower.indexOf(name))
      .find((place) => place >= 0)
    const next = at === undefined ? undefined : numbers.find(({ start }) => start >= at)
    return next === undefined ? [] : [answer(message, next, question.id, String(next.value))]
  })
  const figures = numbers.filter((number) => isBare(message, number))
  if (named.length > 0 || figures.length !== bare.length) return [...readings, ...named]
  const inOrder = bare.flatMap(({ id }, index) => {
    const number = figures[index]
    return number === undefined ? [] : [answer(message, number, id, String(number.value))]
  })
  return [...readings, ...inOrder]
}

/** Figures with no more than a unit beside them: 172，65. In 一周没有三次 there are none. */
function isBare({ clauses, lower }: Message, { start, end }: Span): boolean {
  const own = clauses.find((clause) => clause.start <= start && end <= clause.end)
  const text = own === undefined ? "" : `${lower.slice(own.start, start)} ${lower.slice(end, own.end)}`
  return (text.match(/[\u3400-\u9fff]|[a-z]+/g) ?? []).filter((word) => !NUMERAL.test(word)).length <= FEW
}

const NUMERAL = /^[一二三四五六七八九十百两]$/
const FEW = 2

const findRest = phraseFinder((words) => words.questionnaire.rest)

function toTheRest(message: Message): readonly Reading[] {
  return findRest(message.lower)
    .slice(0, 1)
    .map((part) => reading(message, part, { command: "choose", option: "rest:no" }))
}

function answer(message: Message, part: Span, id: string, value: string): Reading {
  return reading(message, part, { command: "choose", option: `${id}:${value}` })
}
