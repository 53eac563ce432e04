import { allMatches } from "../../slots/all-matches.ts"
import type { Recognition } from "../../slots/recognition.ts"
import { optionMentions } from "../../slots/recognizers/option-mentions.ts"
import type { Json, SlotView } from "../../types.ts"
import { askedList, askedView } from "../asked.ts"
import type { Message } from "../message.ts"
import { phrasePatterns, type Span } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"
import { slotList } from "../slot-list.ts"
import { findNames } from "../slot-names.ts"
import { ANY_WORDS } from "./any-words.ts"
import type { Corrections } from "./correction.ts"
import { hospitalIn, isHospital, valueAfter } from "./told.ts"

/**
 * Returns the fields of the record being told that a message gives beside the one asked, as `stays.hospital`: those
 * named, and those whose type only one field of the record has. `told`: where other slots were told.
 */
export function readFields(
  message: Message,
  taken: readonly Span[],
  told: readonly Span[],
): readonly Reading[] {
  const list = askedList(message.context)
  if (list === null) return []
  const { asking } = message.context
  const asked = asking?.kind === "slot" ? asking.slot : ""
  const isText = askedView(message.context)?.type === "text"
  const parts: Span[] = [...taken, ...told]
  // 5000块 is an amount, and no bare number besides.
  const fields = Object.entries(list.view.of ?? {}).sort(([, a], [, b]) => plainness(a) - plainness(b))
  return fields.flatMap(([field, view], _, all) => {
    const path = `${list.slot}.${field}`
    // What is written of an illness names it again: 原发性高血压，一直吃药 chooses nothing.
    if (path !== asked && isHospital(view)) return readHospitalField(message, path, parts)
    if (path === asked || ANY_WORDS.has(view.type) || (isText && CHOSEN.has(view.type))) return []
    const isOnly = all.filter(([, other]) => other.type === view.type).length === 1
    const names = findNames(view, message.lower)
    const besideName = names.map((name) => valueAfter(message, name, view)).find((value) => value !== null)
    const found = besideName ?? (isOnly || names.length > 0 ? valueIn(message, view) : null)
    if (found === null || !found.certain || parts.some((part) => overlap(part, found))) return []
    if (besideName === undefined && isOfAnother(message, found, told)) return []
    parts.push(found)
    return [reading(message, found, { command: "set-slot", slot: path, value: found.value })]
  })
}

/** 25号到28号，在县中医院: where it was, told while another field is asked. */
function readHospitalField(message: Message, path: string, parts: readonly Span[]): readonly Reading[] {
  const found = hospitalIn(message)
  if (found === null || parts.some((part) => overlap(part, found))) return []
  return [reading(message, found, { command: "set-slot", slot: path, value: found.value })]
}

/** 医保报了四千一 tells who paid, and is no cost of the next stay: beside what is told for another slot it belongs to that. */
function isOfAnother({ clauses }: Message, found: Span, told: readonly Span[]): boolean {
  const own = clauses.find((clause) => overlap(clause, found))
  return own !== undefined && told.some((span) => overlap(span, own))
}

/** An amount is sure where it is a clause of its own: 协和医院，2月28号，5千. */
function valueIn(message: Message, view: SlotView): Recognition | null {
  const found = message.value(view)
  if (found === null || found.certain) return found
  return message.clauses.flatMap((clause) => message.value(view, clause) ?? []).find(isSure) ?? found
}

const plainness = ({ type }: SlotView) => (type === "integer" || type === "number" ? 1 : 0)
const isSure = ({ certain }: Recognition) => certain
const CHOSEN: ReadonlySet<string> = new Set(["choice", "choices"])

/** Returns the record of a list that is to go, by its place or by a value of it: 删掉第二个, "remove the second stay". */
export function readRemoval(message: Message): Corrections | null {
  const { lower, context } = message
  for (const cue of REMOVE.flatMap((pattern) => allMatches(lower, pattern))) {
    const rest = { start: cue.index + cue[0].length, end: lower.length }
    for (const { slot, records, view } of listsOf(message)) {
      const near = findNames(view, lower)
      const isMeant = askedList(context)?.slot === slot || near.length > 0 || listsOf(message).length === 1
      const place = isMeant ? placeOf(message, records, cue.index) : null
      if (place === null) continue
      const part = { start: Math.min(cue.index, place.start), end: Math.max(rest.start, place.end) }
      return {
        readings: [reading(message, part, { command: "correct-slot", slot: `${slot}.${place.index + 1}` })],
        taken: [part],
      }
    }
  }
  return null
}

const REMOVE = phrasePatterns((words) => words.correction.remove)

type FilledList = { readonly slot: string; readonly view: SlotView; readonly records: readonly Json[] }

function listsOf({ context }: Message): readonly FilledList[] {
  return slotList(context.slots).flatMap(([slot, view]) => {
    const value = context.filled[slot]
    return view.type === "list" && Array.isArray(value) && value.length > 0
      ? [{ slot, view, records: value as readonly Json[] }]
      : []
  })
}

/** The record named by its place, else by one of its values. */
function placeOf(
  { utterance, lower }: Message,
  records: readonly Json[],
  cue: number,
): (Span & { readonly index: number }) | null {
  const options = records.map((record, index) => ({
    key: String(index),
    label: `\u0000${index}`,
    says: textsOf(record),
  }))
  const found = optionMentions(utterance, options)
  const after = found.filter(({ start }) => start >= cue)
  const clause = lower.slice(0, cue).search(/[^,.;!?。]*$/)
  const place = after[0] ?? found.find(({ start }) => start >= clause)
  return place === undefined ? null : { index: Number(place.key), start: place.start, end: place.end }
}

function textsOf(record: Json): readonly string[] {
  return typeof record === "object" && record !== null && !Array.isArray(record)
    ? Object.values(record).flatMap((value) => (typeof value === "string" && value.length > 1 ? [value] : []))
    : []
}

/** Returns the new value of a field of a record named by its place: 第二个的医院改成协和. */
export function readRecordChange(message: Message): Corrections | null {
  const { lower } = message
  const [cue] = CHANGE_TO.flatMap((pattern) => allMatches(lower, pattern))
  if (cue === undefined) return null
  const before = lower.slice(0, cue.index)
  for (const { slot, view, records } of listsOf(message)) {
    const place = placeOf(message, records, 0)
    if (place === null || place.end > cue.index) continue
    for (const [field, inner] of Object.entries(view.of ?? {})) {
      if (findNames(inner, before).length === 0) continue
      const found = message.value(inner, { start: cue.index + cue[0].length, end: lower.length })
      if (found === null) continue
      const part = { start: Math.min(place.start, cue.index), end: found.end }
      const path = `${slot}.${place.index + 1}.${field}`
      const command = { command: "correct-slot", slot: path, value: found.value } as const
      return { readings: [reading(message, part, command)], taken: [part] }
    }
  }
  return null
}

const CHANGE_TO = phrasePatterns((words) => words.correction.changeTo)
