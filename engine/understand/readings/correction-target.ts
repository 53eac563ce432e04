import type { Recognition } from "../../slots/recognition.ts"
import type { Json, SlotView } from "../../types.ts"
import type { Message } from "../message.ts"
import type { Span } from "../phrase-book.ts"
import { slotList } from "../slot-list.ts"
import { findNames } from "../slot-names.ts"
import { ANY_WORDS } from "./any-words.ts"

/** Words of correction, and where the new value (and, in 不是A是B, the old one) is to be looked for. */
export type Replacement = { readonly cue: Span; readonly next: Span; readonly old?: Span }

/** The slot that a replacement means. `from`: where what it replaces begins; `isNew`: it had no value before. */
export type Target = {
  readonly slot: string
  readonly found: Recognition
  readonly isNew: boolean
  readonly from: number
  readonly rivals: readonly { readonly slot: string; readonly found: Recognition }[]
}

type Candidate = {
  readonly slot: string
  readonly found: Recognition
  readonly score: number
  readonly isNew: boolean
  readonly from: number
}

const NAMED = 100
const TOLD_BEFORE = 60
const OLD_VALUE = 50
const OLD_TYPE = 20
const READ_BACK = 12
const FILLED = 10
const FILLED_ELSEWHERE = 5
const ASKED = 8
/** Said and taken back in the very answer to the question: 退到尾号8120的卡, 不对, 是6621. */
const ASKED_AND_TOLD = 40
const CLOSE = 2
/** The filled slot of this very type: a policy number corrects the policy number, not a choice that lists it. */
const OF_ITS_KIND = 40

/**
 * Returns which slot a replacement corrects: the one named, else the one whose value was told just before or is the
 * old one, else one already filled whose type fits, else the one asked; null when none takes the new words as value.
 */
export function targetOf(message: Message, replacement: Replacement): Target | null {
  const candidates = correctable(message)
    .flatMap((one) => candidateOf(message, replacement, one))
    .sort((a, b) => b.score - a.score)
  const best = candidates[0]
  if (best === undefined) return null
  const rivals = candidates
    .slice(1)
    .filter(({ score, isNew }) => best.score - score < CLOSE && isNew === best.isNew)
  return { slot: best.slot, found: best.found, isNew: best.isNew, from: best.from, rivals }
}

type Correctable = { readonly slot: string; readonly view: SlotView; readonly filled: Json | undefined }

/** The slots, and the fields of a list that has one record: 住院日期不对，是25号到28号. */
function correctable({ context }: Message): readonly Correctable[] {
  return slotList(context.slots).flatMap(([slot, view]): readonly Correctable[] => {
    const filled = context.filled[slot]
    const records = view.type === "list" && Array.isArray(filled) ? (filled as readonly Json[]) : []
    const [only, ...others] = records
    const fields =
      isObject(only) && others.length === 0
        ? Object.entries(view.of ?? {}).flatMap(([field, inner]) =>
            only[field] === undefined
              ? []
              : [{ slot: `${slot}.1.${field}`, view: inner, filled: only[field] }],
          )
        : []
    return [{ slot, view, filled }, ...fields]
  })
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function candidateOf(
  message: Message,
  { cue, next, old }: Replacement,
  { slot, view, filled }: Correctable,
): readonly Candidate[] {
  if (view.elsewhere === true && filled === undefined) return []
  const { context, lower } = message
  const before: Span = { start: 0, end: old?.start ?? cue.start }
  const names = findNames(view, lower).filter(
    ({ start, end }) => end <= next.end && start >= sentenceOf(lower, cue.start),
  )
  // What stands before the correction names the slot; the new value may hold the word again.
  const name = names.findLast(({ end }) => end <= cue.start) ?? names.at(-1)
  const oldValue = old === undefined ? null : message.value(view, old)
  const isNamedByValue = oldValue !== null && filled !== undefined && same(oldValue.value, filled)
  if (ANY_WORDS.has(view.type) && name === undefined && !isNamedByValue) return []
  const afterName = name !== undefined && name.start >= next.start ? { start: name.end, end: next.end } : next
  const found = message.value(view, skipLink(lower, afterName))
  if (found === null) return []
  const told = ANY_WORDS.has(view.type) ? null : message.value(view, before)
  const isOld = [oldValue, told].some(
    (value) => value !== null && filled !== undefined && same(value.value, filled),
  )
  const asking = context.asking
  const isAsked = asking?.kind === "slot" && asking.slot === slot
  const isReadBack =
    asking?.kind === "confirmation" && (asking.slot === slot || asking.slots?.includes(slot) === true)
  if (filled === undefined && !isReadBack && !isAsked && name === undefined && told === null) return []
  const score =
    (name === undefined ? 0 : NAMED + lengthOf(names)) +
    (told === null ? 0 : TOLD_BEFORE) +
    (isOld ? OLD_VALUE : oldValue === null ? 0 : OLD_TYPE) +
    (isReadBack ? READ_BACK : 0) +
    (filled === undefined ? 0 : view.elsewhere === true ? FILLED_ELSEWHERE : FILLED + CLOSE) +
    (isAsked ? ASKED + (told === null && !isOption(view, oldValue) ? 0 : ASKED_AND_TOLD) : 0) +
    (filled !== undefined && UNMISTAKABLE.has(view.type) && found.certain ? OF_ITS_KIND : 0) +
    (found.certain ? 1 : 0)
  if (score <= 1) return []
  const from = Math.min(cue.start, told?.start ?? cue.start, name?.start ?? cue.start)
  return [{ slot, found, score, isNew: filled === undefined && !isReadBack, from }]
}

/** 不是尾号6321，是尾号6320 chooses between options of what is asked, whatever else such numbers may be. */
function isOption({ options }: SlotView, value: Recognition | null): boolean {
  return options !== undefined && value?.certain === true
}

const UNMISTAKABLE: ReadonlySet<string> = new Set(["policy-number", "phone", "id-card", "bank-card", "email"])
const LINK =
  /^(?:[\s,:]|应该|其实|我说的|我是说|而)*(?:[是为在]|(?:it's|it is|it was|it should be|to|is|was|be|on)(?![a-z]))?[\s:]*/

function skipLink(lower: string, { start, end }: Span): Span {
  const link = LINK.exec(lower.slice(start, end))
  return { start: start + (link?.[0].length ?? 0), end }
}

/** 出院那个日期 names the slot twice over, the other date only once. */
function lengthOf(names: readonly Span[]): number {
  return names.reduce((sum, { start, end }) => sum + end - start, 0)
}

function sentenceOf(lower: string, at: number): number {
  return Math.max(...[..."。;!?"].map((mark) => lower.lastIndexOf(mark, at - 1) + 1))
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
