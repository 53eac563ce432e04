import { allMatches } from "../../slots/all-matches.ts"
import type { Recognition } from "../../slots/recognition.ts"
import type { SlotView } from "../../types.ts"
import type { Message } from "../message.ts"
import { LANGUAGES, phrasePatterns, type Span } from "../phrase-book.ts"
import { type Reading, reading } from "../reading.ts"
import { slotList } from "../slot-list.ts"
import { findNames } from "../slot-names.ts"
import { type Replacement, targetOf } from "./correction-target.ts"
import { readRecordChange, readRemoval } from "./record.ts"

/** What a message takes back or changes: the commands, and the parts of it that are thereby read. */
export type Corrections = { readonly readings: readonly Reading[]; readonly taken: readonly Span[] }

const NONE: Corrections = { readings: [], taken: [] }

/**
 * Returns what a message corrects: 不是A是B, "I meant B", 日期改成3月5号, 日期错了 (without a value). A slot that
 * was never filled is filled instead: in "退到尾号8120的卡, 不对, 是6621" only the last word counts.
 */
export function readCorrections(message: Message): Corrections {
  const record = readRecordChange(message) ?? readRemoval(message)
  if (record !== null) return record
  for (const replacement of replacements(message)) {
    const corrected = replace(message, replacement)
    if (corrected !== null) return corrected
  }
  return readTakenBack(message)
}

const NOT_BUT = phrasePatterns((words) => words.correction.notBut)
const CHANGE_TO = phrasePatterns((words) => words.correction.changeTo)
const WRONG = phrasePatterns((words) => words.correction.wrong)
const MAYBE = phrasePatterns((words) => words.correction.maybe)
const CHANGE_X_TO =
  /(?<![a-z])(?:change|correct|update|set|switch) (?:the |my )?(?<name>[a-z' -]{2,40}?) (?:from .{1,30} )?to /g
const NAME_WRONG = phrasePatterns((words) => words.correction.nameWrong, "^[^,.;!?]{0,4}?")
const MODIFY = phrasePatterns((words) => words.correction.modify, "", "[^,.;!?]{0,3}$")
const REMOVED_AFTER = phrasePatterns((words) => words.correction.remove, "^[^,.;!?]{0,2}?", "(?:了|吧|掉)?$")
const REMOVED_BEFORE = phrasePatterns(
  (words) => words.correction.remove,
  "^(?:请|帮我|把)?",
  "(?:我的|那个|了)?$",
)

/** Returns the parts that could be a replacement, the surest form first. */
function* replacements({ lower }: Message): Generator<Replacement> {
  for (const match of matches(lower, NOT_BUT)) {
    const { a, b } = match.groups ?? {}
    if (a === undefined || b === undefined) continue
    const part = { start: match.index, end: match.index + match[0].length }
    const isFirst = match[0].indexOf(a) < match[0].lastIndexOf(b)
    const startOfA = match.index + (isFirst ? match[0].indexOf(a) : match[0].lastIndexOf(a))
    const startOfB = match.index + (isFirst ? match[0].lastIndexOf(b) : match[0].indexOf(b))
    const endOfB = startOfB + b.length
    yield {
      cue: part,
      old: span(startOfA, a),
      next: { start: startOfB, end: isFirst ? toEnd(lower, endOfB) : endOfB },
    }
  }
  for (const pattern of [CHANGE_X_TO, ...CHANGE_TO, ...WRONG, ...MAYBE]) {
    const match = allMatches(lower, pattern).at(-1)
    if (match === undefined) continue
    const end = match.index + match[0].length
    yield { cue: { start: match.index, end }, next: { start: end, end: lower.length } }
  }
}

function replace(message: Message, replacement: Replacement): Corrections | null {
  const target = targetOf(message, replacement)
  if (target === null) return null
  const { slot, found, isNew, rivals } = target
  const part = {
    start: Math.min(replacement.cue.start, found.start),
    end: Math.max(replacement.cue.end, found.end),
  }
  const correct = (name: string, { value }: Recognition, confidence?: number) =>
    reading(message, part, { command: "correct-slot", slot: name, value }, confidence)
  const taken = [{ start: target.from, end: part.end }]
  if (isNew)
    return { readings: [reading(message, found, { command: "set-slot", slot, value: found.value })], taken }
  const rival = rivals[0]
  if (rival === undefined)
    return { readings: [correct(slot, found, found.certain ? undefined : UNSURE)], taken }
  const options = [correct(slot, found, UNSURE), correct(rival.slot, rival.found, UNSURE)].map(
    ({ command }) => command,
  )
  return { readings: [reading(message, part, { command: "clarify", options }, UNSURE)], taken }
}

const UNSURE = 0.6

/** 日期错了, 修改手机号: the slot is named, no value is given. */
function readTakenBack(message: Message): Corrections {
  const { context, clauses, lower } = message
  const asked =
    context.asking?.kind === "confirmation" ? [context.asking.slot, ...(context.asking.slots ?? [])] : []
  const isKnown = (slot: string) => slot in context.filled || asked.includes(slot)
  const found = clauses
    .filter(({ text }) => speaksOfChange(text))
    .flatMap((clause) => {
      const said = slotList(context.slots).flatMap(([slot, view]) =>
        isKnown(slot) ? nameIn(view, lower, clause).map((name) => ({ slot, name })) : [],
      )
      const longest = Math.max(0, ...said.map(({ name }) => name.end - name.start))
      return said
        .filter(({ name }) => name.end - name.start === longest && isTakenBack(lower, clause, name))
        .map(({ slot }) => reading(message, clause, { command: "correct-slot", slot }))
    })
  if (found.length === 0) return NONE
  const slots = new Set(found.map(({ command }) => ("slot" in command ? command.slot : "")))
  if (slots.size === 1) return { readings: found.slice(0, 1), taken: found }
  const options = found.slice(0, 2).map(({ command }) => ({ ...command, certain: false, confidence: UNSURE }))
  const first = found[0]
  return first === undefined
    ? NONE
    : { readings: [reading(message, first, { command: "clarify", options }, UNSURE)], taken: found }
}

/** What takes back nothing is soon found out: most clauses have none of the words, wherever they begin and end. */
const SPEAKS_OF_CHANGE = new RegExp(
  LANGUAGES.flatMap(({ words: { correction } }) => [
    ...correction.nameWrong,
    ...correction.modify,
    ...correction.remove,
  ]).join("|"),
)
const speaksOfChange = (text: string) => SPEAKS_OF_CHANGE.test(text)

function nameIn(view: SlotView, lower: string, clause: Span): readonly Span[] {
  return findNames(view, lower).filter(({ start, end }) => clause.start <= start && end <= clause.end)
}

function isTakenBack(lower: string, clause: Span, name: Span): boolean {
  const after = lower.slice(name.end, clause.end)
  const before = lower.slice(clause.start, name.start)
  if (/[?吗呢]$/.test(after) || /怎么|如何|how /.test(before)) return false
  return (
    NAME_WRONG.some((pattern) => after.search(pattern) >= 0) ||
    REMOVED_AFTER.some((pattern) => after.search(pattern) >= 0) ||
    (after === "" && REMOVED_BEFORE.some((pattern) => before.search(pattern) >= 0)) ||
    MODIFY.some((pattern) => before.search(pattern) >= 0)
  )
}

function matches(lower: string, patterns: readonly RegExp[]): readonly RegExpExecArray[] {
  return patterns.flatMap((pattern) => allMatches(lower, pattern))
}

function span(start: number, text: string): Span {
  return { start, end: start + text.length }
}

/** A value may hold a comma or a point: it is looked for up to the end of the sentence. */
function toEnd(lower: string, from: number): number {
  const rest = lower.slice(from).search(/[;!?。]/)
  return rest < 0 ? lower.length : from + rest
}

/** Returns the slots that corrections name. */
export function correctedSlots({ readings }: Corrections): ReadonlySet<string> {
  return new Set(readings.flatMap(({ command }) => ("slot" in command ? [command.slot] : [])))
}
