import type { WaitingFor } from "../../../engine/types.ts"
import type { CustomerEntry } from "../../api/entry.ts"

export type Answer = { readonly key: string; readonly word: string }
export type AskedQuestion = {
  readonly id: string
  readonly ask: string
  /** The answers that can be pressed now; none once the questionnaire is closed. */
  readonly answers: readonly Answer[]
  /** The word of the answer given. */
  readonly given: string | null
}

/** The label of an answer names its question by number: `2 否`. */
const numbered = /^(\d+)\s+(.+)$/

/** Returns a questionnaire's questions, each with its answers, as the options and the transcript tell. */
export function askedQuestions(
  questions: readonly { readonly id: string; readonly ask: string }[],
  options: WaitingFor["options"],
  said: readonly string[],
): readonly AskedQuestion[] {
  return questions.map(({ id, ask }, place) => {
    const answers = (options ?? [])
      .filter((option) => option.key.startsWith(`${id}:`))
      .map((option) => ({ key: option.key, word: numbered.exec(option.label)?.[2] ?? option.label }))
    const given = said.findLast((text) => numbered.exec(text)?.[1] === String(place + 1))
    return { id, ask, answers, given: given === undefined ? null : (numbered.exec(given)?.[2] ?? null) }
  })
}

/** Whether an option answers one question of a questionnaire. */
export function isQuestionKey(key: string): boolean {
  return key.includes(":") && !key.startsWith("change:")
}

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
