import type { Content, WaitingFor } from "../../../engine/types.ts"
import type { CustomerEntry } from "../../api/entry.ts"
import { wholeCardKeys } from "./questionnaire.ts"

export type OpenCards = {
  /** Index of the checkpoint whose two buttons count now. */
  readonly checkpoint: number | null
  /** Index of the read-back whose rows can be changed now. */
  readonly readBack: number | null
}

/** Returns which cards of the transcript still take an answer: the last of their kind, while it is asked for. */
export function openCardsOf(entries: readonly CustomerEntry[], waitingFor: WaitingFor | null): OpenCards {
  const keys = waitingFor?.options?.map((option) => option.key) ?? []
  const takesAnswer = keys.includes("accept") || keys.includes("decline")
  const takesChange = keys.some((key) => key.startsWith("change:"))
  return {
    checkpoint: takesAnswer ? lastWith(entries, (content) => content.is === "checkpoint") : null,
    readBack: takesChange ? lastWith(entries, (content) => rowsOf(content).length > 0) : null,
  }
}

/** Returns the options that no open card draws: the quick replies. */
export function quickRepliesOf(
  entries: readonly CustomerEntry[],
  waitingFor: WaitingFor | null,
): readonly { readonly key: string; readonly label: string }[] {
  const open = openCardsOf(entries, waitingFor)
  const rows = contentAt(entries, open.readBack)
  const slots = new Set(rows === null ? [] : rowsOf(rows).map((row) => `change:${row.slot ?? ""}`))
  const card = contentAt(entries, open.checkpoint)
  const questions = card?.is === "checkpoint" ? (card.questions ?? []) : []
  return (waitingFor?.options ?? []).filter((option) => {
    if (slots.has(option.key)) return false
    if (questions.some(({ id }) => option.key.startsWith(`${id}:`))) return false
    return card === null || !wholeCardKeys.some((key) => key === option.key)
  })
}

/** Returns which button of a checkpoint's card was pressed, as far as the transcript tells. */
export function answerTo(entries: readonly CustomerEntry[], index: number): "accept" | "decline" | null {
  const content = contentAt(entries, index)
  if (content?.is !== "checkpoint") return null
  for (const entry of entries) {
    if (entry.index <= index) continue
    if (entry.kind === "bot.said" && entry.personal.content.is === "checkpoint") return null
    if (entry.kind !== "customer.said") continue
    if (entry.personal.text === content.accept) return "accept"
    if (entry.personal.text === content.decline) return "decline"
  }
  return null
}

/** Returns whether the same regulated text is shown again further down: it is read and answered there. */
export function isShownAgain(entries: readonly CustomerEntry[], index: number): boolean {
  const content = contentAt(entries, index)
  if (content?.is !== "checkpoint" || content.questions !== undefined) return false
  return entries.some(
    (entry) =>
      entry.index > index &&
      entry.kind === "bot.said" &&
      entry.personal.content.is === "checkpoint" &&
      entry.personal.content.wording === content.wording &&
      entry.personal.content.text === content.text,
  )
}

function rowsOf(content: Content) {
  return content.is === "question" || content.is === "checkpoint" ? (content.readBack ?? []) : []
}

function lastWith(entries: readonly CustomerEntry[], fits: (content: Content) => boolean): number | null {
  const found = entries.findLast((entry) => entry.kind === "bot.said" && fits(entry.personal.content))
  return found?.index ?? null
}

function contentAt(entries: readonly CustomerEntry[], index: number | null): Content | null {
  const entry = entries.find((candidate) => candidate.index === index)
  return entry?.kind === "bot.said" ? entry.personal.content : null
}
