import type { WaitingFor } from "../../../engine/types.ts"
import type { CustomerEntry } from "../../api/entry.ts"

export type Answer = { readonly key: string; readonly word: string }
export type AskedQuestion = {
  readonly id: string
  readonly ask: string
  /** The answers that can be pressed now; none once the questionnaire is closed. */
  readonly answers: readonly Answer[]
  /** The word or value of the answer given. */
  readonly given: string | null
  /** What was answered another time; it counts only when it is given again. */
  readonly before: string | null
  /** The type of the value that it asks for, null when it is answered by words. */
  readonly type: string | null
}

type Shown = { readonly [field in "id" | "ask"]: string } & {
  readonly [field in "given" | "before" | "type"]?: string
}

/** The label of an answer names its question by number: `2 否`. */
const numbered = /^(\d+)\s+(.+)$/

/** Returns a questionnaire's questions, each with its answers, as the options and the transcript tell. */
export function askedQuestions(
  questions: readonly Shown[],
  options: WaitingFor["options"],
  said: readonly string[],
): readonly AskedQuestion[] {
  return questions.map(({ id, ask, given: already = null, before = null, type = null }, place) => {
    const answers = (options ?? [])
      .filter((option) => option.key.startsWith(`${id}:`))
      .map((option) => ({ key: option.key, word: numbered.exec(option.label)?.[2] ?? option.label }))
    const told = said.findLast((text) => numbered.exec(text)?.[1] === String(place + 1))
    const given = told === undefined ? already : (numbered.exec(told)?.[2] ?? null)
    return { id, ask, answers, given, before, type }
  })
}

/** Whether an option answers one question of a questionnaire. */
export function isQuestionKey(key: string): boolean {
  return key.includes(":") && !key.startsWith("change:") && key !== "rest:no"
}

/** The presses that answer a whole card at once, in the order in which they are shown. */
export const wholeCardKeys = ["before", "accept", "rest:no", "decline"] as const

/** Returns the choices made after a card and before the next one. */
export function choicesAfter(entries: readonly CustomerEntry[], index: number): readonly string[] {
  const said: string[] = []
  for (const entry of entries) {
    if (entry.index <= index) continue
    if (entry.kind === "bot.said" && entry.personal.content.is === "checkpoint") break
    if (entry.kind === "customer.said" && entry.open.how === "choice") said.push(entry.personal.text)
  }
  return said
}

/** Returns the indexes of entries that answer one question of a questionnaire: its card shows them. */
export function answersInCards(entries: readonly CustomerEntry[]): ReadonlySet<number> {
  const found = new Set<number>()
  let count = 0
  for (const entry of entries) {
    if (entry.kind === "bot.said" && entry.personal.content.is === "checkpoint") {
      count = entry.personal.content.questions?.length ?? 0
    }
    if (entry.kind !== "customer.said" || entry.open.how !== "choice") continue
    const place = Number(numbered.exec(entry.personal.text)?.[1] ?? 0)
    if (place >= 1 && place <= count) found.add(entry.index)
  }
  return found
}
