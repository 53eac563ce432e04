import { isCalled } from "../../slots/option-names.ts"
import { barePhrase } from "../../slots/phrase.ts"
import type { Recognition } from "../../slots/recognition.ts"
import { isWhole } from "../../slots/utterance.ts"
import type { Json, OptionView, SlotView } from "../../types.ts"
import { isQuestion } from "../cues.ts"
import type { Message } from "../message.ts"
import { clauseTest, phrasePatterns, type Span } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"
import { isCancel } from "./control.ts"
import { type Courtesy, courtesiesOf } from "./courtesies.ts"
import { firstOfStay } from "./stay.ts"
import { isExplained, type Told } from "./told.ts"

/**
 * Returns the answer to the open question of a slot. `answer` marks a value that only the question makes one: a bare
 * number, a yes, a name. Free text is no answer here: it takes what nothing else wants.
 */
export function readAnswer(
  message: Message,
  slot: string,
  view: SlotView,
  told: readonly Told[],
): Reading | null {
  if (view.type === "text" || view.type === "place" || view.type === "documents") return null
  const own = told.find((other) => other.slot === slot)
  if (own !== undefined) return null
  if (view.type === "list") return readRecord(message, slot, view)
  if (isOnlyHeard(message, view)) return null
  const kept = message.context.filled[slot]
  const same = message.clauses.find(({ text }) => isSameAsBefore(text))
  if (kept !== undefined && same !== undefined)
    return reading(message, same, { command: "set-slot", slot, value: kept, answer: true })
  const declined = view.type === "choice" ? readDeclined(message, slot, view) : null
  if (declined !== null) return declined
  const found = foundIn(message, view, told)
  if (found === null) return NUMBERS.has(view.type) ? readNothing(message, slot) : null
  if (view.type === "choice" && isExplained(message, found)) return null
  if (told.some(({ part }) => part.start <= found.start && found.end <= part.end)) return null
  const isMeant = view.pattern !== undefined || !isAside(message, found)
  const confidence = found.certain && isMeant ? undefined : UNSURE
  return reading(message, found, { command: "set-slot", slot, value: found.value, answer: true }, confidence)
}

/** "No thanks" takes the one option that is itself a no: "Nothing else, thanks". */
function readDeclined(message: Message, slot: string, { options = [] }: SlotView): Reading | null {
  const [clause, ...others] = message.clauses
  if (clause === undefined || others.some(({ text }) => !isThanks(text)) || !isNo(clause.text)) return null
  const declines = (names: (option: OptionView) => readonly string[]) =>
    options.filter((option) => names(option).some((name) => isNo(name.toLowerCase())))
  const byLabel = declines(({ label }) => [label])
  const [only, ...more] = byLabel.length > 0 ? byLabel : declines(({ says = [] }) => says)
  if (only === undefined || more.length > 0) return null
  return reading(message, clause, { command: "set-slot", slot, value: only.key, answer: true })
}

const isRefusal = clauseTest((words) => words.whole.refusal)
const isNothingElse = clauseTest((words) => words.whole.nothingElse)
const isNo = (text: string) => isRefusal(text) || isNothingElse(text)

/**
 * A clause of its own that is a value beats what the whole text may give: 3280，医保报1200; and of what the whole text
 * does not name one clause may name a part: 就农行那个，工资都打那上面.
 */
function foundIn(message: Message, view: SlotView, told: readonly Told[]): Recognition | null {
  const found = firstOfStay(message, view) ?? message.value(view)
  if (found === null && view.type === "choice" && message.clauses.length > 1) {
    const named = message.clauses.flatMap((clause) =>
      isQuestion(clause.text) ? [] : (message.value(view, clause) ?? []),
    )
    return new Set(named.map(({ value }) => value)).size === 1 ? (named[0] ?? null) : null
  }
  if (found === null || found.certain || !NUMBERS.has(view.type)) return found
  const free = message.clauses.filter((clause) => !told.some(({ part }) => overlap(part, clause)))
  const own = free.flatMap((clause) => message.value(view, clause) ?? []).find(({ certain }) => certain)
  return own ?? found
}

const NUMBERS: ReadonlySet<string> = new Set(["money", "number", "integer"])
const isNoAmount = clauseTest((words) => words.whole.noAmount)

/** 没报, 一分没花: no amount is nought, which is worth confirming. */
function readNothing(message: Message, slot: string): Reading | null {
  const [clause, ...others] = message.clauses
  if (clause === undefined || others.length > 0 || !isNoAmount(clause.text)) return null
  return reading(message, clause, { command: "set-slot", slot, value: 0, answer: true }, UNSURE)
}

/**
 * 好的, 知道了 and thanks take up no offer; neither does 知道了 choose what 好的 would, unless an option is called so.
 */
export function isOnlyHeard(
  { clauses, lower }: Message,
  { type, optional, options = [] }: SlotView,
): boolean {
  const isOffer = type === "boolean" && optional === true
  if (!isOffer && type !== "choice") return false
  const isCourtesy = (text: string) => isHeard(text) || (isOffer && isThanks(text))
  const isNothingElse =
    clauses.some(({ text }) => isCourtesy(text)) &&
    clauses.every(({ text }) => isCourtesy(text) || isAgreed(text) || isThanks(text))
  if (!isNothingElse) return false
  const called = (text: string) => {
    const said = barePhrase(text)
    return options.filter((option) => isCalled(option, said))
  }
  const isByName =
    called(lower).length > 0 ||
    (clauses.flatMap(({ text }) => called(text)).length === 1 &&
      clauses.some(({ text }) => isHeard(text) && called(text).length > 0))
  return !isByName
}

const isHeard = clauseTest((words) => words.whole.heard)
const isThanks = clauseTest((words) => words.whole.thanks)
const isAgreed = clauseTest((words) => words.whole.acknowledgement)
const UNSURE = 0.6
const SOFT = 0.65
const YES_NO: SlotView = { type: "boolean", names: [] }
const isHedgedYes = clauseTest((words) => words.whole.hedgedYes)
const isSameAsBefore = clauseTest((words) => words.whole.sameAsBefore)
const isAnother = clauseTest((words) => words.whole.another)
const isNoneOfThem = clauseTest((words) => words.whole.noneOfThem)

/** A value mentioned in a question (3月5号之后还能报案吗) may be no answer at all. */
function isAside({ utterance, lower, clauses }: Message, found: Span): boolean {
  const clause = clauses.find(({ start, end }) => start <= found.start && found.end <= end)
  return (
    clause !== undefined &&
    (isQuestion(clause.text) || lower.startsWith("的话", found.end)) &&
    !isWhole(utterance, found.start, found.end)
  )
}

/** A record of a list, from the fields that the message names or whose types it shows. */
function readRecord(message: Message, slot: string, { of = {} }: SlotView): Reading | null {
  const record: Record<string, Json> = {}
  const parts: Span[] = []
  for (const [field, view] of Object.entries(of)) {
    if (view.type === "text" || view.type === "documents" || view.type === "list") continue
    const found = message.value(view)
    if (found === null || parts.some(({ start, end }) => found.start < end && start < found.end)) continue
    record[field] = found.value
    parts.push(found)
  }
  if (parts.length === 0) return null
  const part = {
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
  }
  return reading(message, part, { command: "set-slot", slot, value: record, answer: true })
}

/** Returns yes or no to a confirmation, in any form; a value that differs from the one read back corrects it. */
export function readConfirmation(message: Message, slots: readonly string[]): Reading | null {
  const [first] = message.clauses
  const answer = (first === undefined ? null : message.value(YES_NO, first)) ?? message.value(YES_NO)
  if (first !== undefined && isHedgedYes(first.text))
    return reading(message, first, { command: "affirm" }, SOFT)
  if (first !== undefined && isSameAsBefore(first.text)) return reading(message, first, { command: "affirm" })
  const another = message.clauses.find(({ text }) => isAnother(text))
  if (another !== undefined && slots.some((slot) => message.context.slots[slot]?.type === "list"))
    return reading(message, another, { command: "affirm" })
  const isStopped = message.clauses.some(({ text }) => isCancel(text))
  if (answer !== null && !(isStopped && !answer.certain)) {
    const confidence = answer.certain || answer.value === false ? undefined : SOFT
    return reading(message, answer, { command: answer.value === true ? "affirm" : "deny" }, confidence)
  }
  const courtesy = answer === null ? courteousAnswer(message) : null
  if (courtesy !== null) return courtesy
  const wrong = message.clauses.find(({ text }) => isNoLonger(text))
  const value = slots.some((slot) => isReplaced(message, slot))
  if (wrong !== undefined && !value) return reading(message, wrong, { command: "deny" })
  for (const slot of slots) {
    const view = message.context.slots[slot]
    if (view === undefined || view.type === "text" || view.type === "boolean" || view.type === "list")
      continue
    const found = message.value(view)
    if (found === null) continue
    if (isAside(message, found)) return null
    return JSON.stringify(found.value) === JSON.stringify(message.context.filled[slot])
      ? reading(message, found, { command: "affirm" })
      : reading(
          message,
          found,
          { command: "correct-slot", slot, value: found.value },
          found.certain ? undefined : UNSURE,
        )
  }
  return null
}

/** "That's great" and "ok go ahead" are a yes, "nothing else" a no, though neither a sure one. */
function courteousAnswer(message: Message): Reading | null {
  const said = message.clauses.map(({ text }) => courtesiesOf(text))
  const [first] = message.clauses
  if (first === undefined || said.some((courtesies) => courtesies === null)) return null
  const has = (courtesy: Courtesy) => said.some((courtesies) => courtesies?.has(courtesy) === true)
  if (has("end")) return reading(message, first, { command: "deny" }, SOFT)
  if (has("acknowledgement") || has("praise")) return reading(message, first, { command: "affirm" }, SOFT)
  return null
}

/** 号码不对, 卡换了: what is read back is no longer so. */
const NO_LONGER = phrasePatterns((words) => words.noLonger, "", "$")
const isNoLonger = (text: string) => NO_LONGER.some((pattern) => text.search(pattern) >= 0)

function isReplaced(message: Message, slot: string): boolean {
  const view = message.context.slots[slot]
  return view !== undefined && view.type !== "text" && message.value(view) !== null
}

/** How near two texts are, 0 to 1. */
export type Likeness = (one: string, other: string) => number

/**
 * Returns the option that a message means without naming it, with doubt: 利率太低了 for 收益太低. One option must be
 * clearly the nearest.
 */
export function likelyOption(
  message: Message,
  options: readonly OptionView[],
  likeness: Likeness,
): { readonly key: string; readonly part: Span } | null {
  const first = message.clauses[0]
  const last = message.clauses.at(-1)
  if (first === undefined || last === undefined || message.clauses.some(({ text }) => isQuestion(text)))
    return null
  const near = options
    .map(({ key, label, says = [] }) => ({
      key,
      near: Math.max(
        ...[label, ...says].flatMap((name) => message.clauses.map(({ text }) => likeness(text, name))),
      ),
    }))
    .sort((a, b) => b.near - a.near)
  const [best, next] = near
  if (best === undefined || best.near < ALIKE || best.near - (next?.near ?? 0) < AHEAD) return null
  return { key: best.key, part: { start: first.start, end: last.end } }
}

const ALIKE = 0.5
const AHEAD = 0.15

/** Returns the option chosen by label, synonym or ordinal; none of them is a no. */
export function readChoice(message: Message, options: readonly OptionView[]): Reading | null {
  const found = message.value({ type: "choice", names: [], options })
  if (found !== null && typeof found.value === "string") {
    const confidence = found.certain && !isAside(message, found) ? undefined : UNSURE
    return reading(message, found, { command: "choose", option: found.value }, confidence)
  }
  const none = message.clauses.find(({ text }) => isNoneOfThem(text))
  if (none !== undefined) return reading(message, none, { command: "deny" })
  const answer = message.value(YES_NO)
  return answer?.value === false ? reading(message, answer, { command: "deny" }) : null
}
