import { allMatches } from "../../slots/all-matches.ts"
import { comparableNames } from "../../slots/option-names.ts"
import type { Recognition } from "../../slots/recognition.ts"
import { findHospitals } from "../../slots/recognizers/hospital.ts"
import type { OptionView, SlotView } from "../../types.ts"
import { askedList, askedView } from "../asked.ts"
import { asks, asksMeaning } from "../cues.ts"
import type { Message } from "../message.ts"
import { phraseFinder, phrasePatterns, type Span, textTest } from "../phrase-book.ts"
import { remembered } from "../remembered.ts"
import { openSlots } from "../slot-list.ts"
import { findNames, isOwnName } from "../slot-names.ts"
import { isOnlyHeard } from "./answer.ts"
import { isDistinctive } from "./distinctive.ts"

/** A value that a message gives for a slot without being asked; `part` also covers the slot's name. */
export type Told = {
  readonly slot: string
  readonly found: Recognition
  readonly part: Span
  readonly isNamed: boolean
  /** Named by a name that the slot was given, not by one that all of its type share. */
  readonly isOwn?: boolean
}

/**
 * Returns the values that a message tells for slots, asked or not: those whose slot is named beside them, those whose
 * type is unmistakable and had by one slot only, and choices said in full. Nothing is given by mere elimination.
 */
export function readTold(message: Message, slots: Readonly<Record<string, SlotView>>): readonly Told[] {
  const open = openSlots(slots)
  const named = byLongestName(open.flatMap(([slot, view]) => readNamed(message, slot, view)))
  const isNamed = (slot: string) => named.some((told) => told.slot === slot)
  const rest = open.filter(([slot]) => !isNamed(slot))
  const isFree = (told: Told) =>
    !named.some(({ part }) => part.start < told.part.end && told.part.start < part.end)
  const typed = rest.flatMap(([slot, view]) => readByType(message, slot, view, open)).filter(isFree)
  const beside = rest.flatMap(([slot, view]) => readBeside(message, slot, view, open, typed)).filter(isFree)
  const introduced = readIntroduced(message, rest)
  const hospitals = readHospital(message, rest)
  const inSubflow = (slot: string) => slots[slot]?.ofSubflow === true
  const chosen = onlyOnce(
    rest.flatMap(([slot, view]) => readFullChoice(message, slot, view)),
    inSubflow,
  ).filter(({ part }) => !named.some(({ found }) => found.start < part.end && part.start < found.end))
  return [...named, ...typed, ...beside, ...[...introduced, ...hospitals].filter(isFree), ...chosen]
}

/** 在县中医院 tells the one hospital that is wanted and not known yet; while a record that has one is told, it is that one's. */
function readHospital(message: Message, open: readonly (readonly [string, SlotView])[]): readonly Told[] {
  const { context } = message
  const wanted = open.filter(([, view]) => isHospital(view))
  const [slot] = wanted[0] ?? []
  if (slot === undefined || wanted.length > 1 || context.filled[slot] !== undefined) return []
  const asked = [askedView(context), ...Object.values(askedList(context)?.view.of ?? {})]
  if (asked.some((view) => view !== undefined && isHospital(view))) return []
  const found = hospitalIn(message)
  return found === null ? [] : [{ slot, found, part: found, isNamed: false }]
}

/** Returns whether a text is asked for the name of a hospital. */
export function isHospital({ type, names }: SlotView): boolean {
  return type === "text" && names.some((name) => /(?:医院|hospital)$/i.test(name))
}

/** Returns the one hospital that a message names without asking about it. */
export function hospitalIn({ utterance, clauses }: Message): Recognition | null {
  const found = findHospitals(utterance).filter(
    ({ start, end }) =>
      !clauses.some((clause) => clause.start <= start && end <= clause.end && asks(clause.text)),
  )
  const [first] = found
  return first === undefined || found.some(({ value }) => value !== first.value) ? null : first
}

const UNMISTAKABLE: ReadonlySet<string> = new Set([
  "policy-number",
  "phone",
  "id-card",
  "bank-card",
  "email",
  "place",
])
const SPOKEN: ReadonlySet<string> = new Set(["text", "person-name", "address", "place"])
const BETWEEN =
  /^(?:[\s,:=()"'是为就叫在的号码我填写共有才]|大概|应该|大约|总共|一共|金额|费用|(?:报销?|支?付|花|出|掏|赔|给|交|扣|承担)(?:了|掉|去)?|is|was|are|on|of|at|it's|equals|about|to|around|came to|paid|comes to){0,8}$/
const LINK = /^[\s]*(?:[:=是为叫]|is\b|was\b)[\s:]*/

function readNamed(message: Message, slot: string, view: SlotView): readonly Told[] {
  for (const name of findNames(view, message.lower)) {
    const found = SPOKEN.has(view.type) ? spokenAfter(message, name, view) : valueAfter(message, name, view)
    if (found !== null) {
      const isOwn = isOwnName(view, message.lower.slice(name.start, name.end))
      const part = { start: Math.min(name.start, found.start), end: Math.max(name.end, found.end) }
      return [{ slot, found, part, isNamed: true, isOwn }]
    }
  }
  return []
}

/** Returns the value that stands right after a name, or a day right before it: 花了三千六, 25号住院. */
export function valueAfter(message: Message, name: Span, view: SlotView): Recognition | null {
  const values = message.values(view)
  const after = values.find(({ start }) => start >= name.end)
  if (after !== undefined && BETWEEN.test(message.lower.slice(name.end, after.start)))
    return alone(message, view, after)
  if (view.type !== "date") return null
  const before = values.findLast(({ end }) => end <= name.start)
  const isBeside =
    before !== undefined &&
    !isNow(before.text) &&
    /^[\s的才就我在]{0,3}$/.test(message.lower.slice(before.end, name.start))
  return isBeside ? before : null
}

/** Returns whether a time names no day: 现在住院了. */
export const isNow = textTest((words) => words.now)

/** Beside its name a number needs nothing else to be one: 医保报了1200. */
function alone(message: Message, view: SlotView, found: Recognition): Recognition {
  if (found.certain || !NUMBERS.has(view.type)) return found
  return message.value(view, { start: found.start, end: found.end }) ?? found
}
const NUMBERS: ReadonlySet<string> = new Set(["money", "number", "integer", "percent"])

function spokenAfter(message: Message, name: Span, view: SlotView): Recognition | null {
  const clause = message.clauses.find(({ start, end }) => start <= name.start && name.end <= end)
  if (clause === undefined) return null
  const link = LINK.exec(message.lower.slice(name.end, clause.end))
  if (link === null || /[?吗呢]$/.test(clause.text)) return null
  return message.value(view, { start: name.end + link[0].length, end: clause.end })
}

function readByType(
  message: Message,
  slot: string,
  view: SlotView,
  open: readonly (readonly [string, SlotView])[],
): readonly Told[] {
  if (!isUnmistakable(view) || !isOnlyOne(view, open)) return []
  const found = message.values(view).filter(({ certain }) => certain)
  const first = found[0]
  if (first === undefined || found.some(({ value }) => value !== first.value)) return []
  return [{ slot, found: first, part: withTypeName(message, view.type, first), isNamed: false }]
}

function isUnmistakable({ type, pattern }: SlotView): boolean {
  return UNMISTAKABLE.has(type) || (pattern !== undefined && LETTERED.test(pattern))
}

/** A declared form of a letter of its own and digits, as the number of a complaint has: T202602020001. */
const LETTERED = /^\[[A-Za-z]+\]\[0-9\]\{\d+,\d+\}$/

/** A value of a declared form that follows an unmistakable one as a word of its own: P20230001234 1036. */
function readBeside(
  { lower, values }: Message,
  slot: string,
  view: SlotView,
  open: readonly (readonly [string, SlotView])[],
  typed: readonly Told[],
): readonly Told[] {
  if (view.pattern === undefined || !isOnlyOne(view, open)) return []
  const found = values(view).find(
    ({ start, end }) =>
      /^[\s,;.]?$/.test(lower.charAt(end)) &&
      typed.some(({ part }) => part.end < start && /^[\s,;、]{1,3}$/.test(lower.slice(part.end, start))),
  )
  return found === undefined ? [] : [{ slot, found, part: found, isNamed: false }]
}

/** No other slot has the type; a flow's own come before those of its sub-flows. */
function isOnlyOne(view: SlotView, open: readonly (readonly [string, SlotView])[]): boolean {
  const isRival = (other: SlotView) =>
    other.type === view.type && (other.ofSubflow !== true || view.ofSubflow === true)
  return open.filter(([, other]) => isRival(other)).length === 1
}

/** The words for the type before a value belong to it: 我的电话是138…. */
function withTypeName({ lower }: Message, type: string, { start, end }: Span): Span {
  const name = TYPE_NAMES[type]?.exec(lower.slice(0, start))
  return { start: start - (name?.[0].length ?? 0), end }
}

const TYPE_NAMES: Readonly<Record<string, RegExp>> = {
  "policy-number":
    /(?:(?:保单|保险单|合同)(?:的?号码?)?|单号)[是为: ]*$|(?:my )?(?:policy|contract)(?: (?:number|no\.?|id)(?: is|:)?| is|:) *$/,
  phone:
    /(?:请|可以|就)?(?:打|拨|联系我)(?:我|这个)?(?:的?(?:电话|手机|号码))?[是为: ]*$|(?:我的)?(?:联系|手机|回电)?(?:电话|手机|号码)(?:的?号码?)?[是为: ]*$|(?:(?:please |just |you can )*(?:call|ring|phone|text|reach|contact|get) me (?:on|at)|(?:my )?(?:phone|mobile|cell|telephone)?(?: ?number)?(?: is|:)?) *$/,
  "id-card": /(?:我的)?身份证(?:的?号码?)?[是为: ]*$|(?:my )?id(?: card)?(?: number)?(?: is|:)? *$/,
  "bank-card":
    /(?:我的)?(?:银行)?(?:卡号?|账户|账号)[是为: ]*$|(?:my )?(?:bank )?(?:card|account)(?: number)?(?: is|:)? *$/,
  email: /(?:我的)?(?:电子)?(?:邮箱|邮件)(?:地址)?[是为: ]*$|(?:my )?e-?mail(?: address)?(?: is|:)? *$/,
}

/** 我叫张伟 tells the one name that is wanted. */
function readIntroduced(message: Message, open: readonly (readonly [string, SlotView])[]): readonly Told[] {
  const [first, ...others] = open.filter(([, view]) => view.type === "person-name")
  if (first === undefined || others.length > 0) return []
  const [slot, view] = first
  for (const match of INTRODUCTION.flatMap((pattern) => allMatches(message.lower, pattern))) {
    const start = match.index + match[0].length
    const clause = message.clauses.find((one) => one.start <= start && start < one.end)
    const found = clause === undefined ? null : message.value(view, { start, end: clause.end })
    if (found !== null && found.start - start <= 1)
      return [{ slot, found, part: { start: match.index, end: found.end }, isNamed: true }]
  }
  return []
}

const INTRODUCTION = phrasePatterns((words) => words.introduction)

/**
 * A label or synonym of an option said in full, for a choice of one or of several: of the choice that is being asked, or else one that is long enough
 * and no common word, so that it is not there by chance. A question tells nothing.
 */
function readFullChoice(message: Message, slot: string, view: SlotView): readonly Told[] {
  if (view.type !== "choice" && view.type !== "choices") return []
  const { asking } = message.context
  const isAsked = asking?.kind === "slot" && asking.slot === slot
  const names = fullNamesOf(view.options ?? NO_OPTIONS)
  const isKnown = message.context.filled[slot] !== undefined
  const death = isKnown ? null : readDeath(message, view)
  if (death !== null) return [{ slot, found: death, part: death, isNamed: false }]
  if (!hasOneOf(message.lower, names)) return []
  if (isAsked && isOnlyHeard(message, view)) return []
  const found = message.values(view).filter((option) => {
    const said = message.lower.slice(option.start, option.end)
    return (
      option.certain &&
      names.has(said) &&
      !isExplained(message, option) &&
      (isAsked || !isMentioned(message, option)) &&
      isLong(message, option) &&
      (isAsked || !isKnown || isSetApart(message, option)) &&
      (isAsked || (isDistinctive(said) && !isAskedAbout(message, option) && !answers(message, said))) &&
      !/^的话/.test(message.lower.slice(option.end))
    )
  })
  const first = found[0]
  if (first === undefined || found.some(({ value }) => String(value) !== String(first.value))) return []
  return [{ slot, found: first, part: first, isNamed: false }]
}

/** Where somebody has died, an illness or an accident told beside is only its cause: died of a heart attack. */
function readDeath(message: Message, { options = NO_OPTIONS }: SlotView): Recognition | null {
  const option = options.find((one) => comparableNames(one).some((name) => findDeath(name).length > 0))
  const [span] = option === undefined ? [] : findDeath(message.lower)
  if (option === undefined || span === undefined || isAskedAbout(message, span)) return null
  const text = message.utterance.text.slice(span.start, span.end)
  return { value: option.key, text, ...span, certain: true }
}

const findDeath = phraseFinder((words) => words.death)

/** The words are an option of what is being asked, a list's field too: they answer that. */
function answers({ context }: Message, said: string): boolean {
  return fullNamesOf(askedView(context)?.options ?? NO_OPTIONS).has(said)
}

/** Most messages name no option of most slots, and that is soon found out. */
function hasOneOf(lower: string, names: ReadonlySet<string>): boolean {
  for (const name of names) if (lower.includes(name)) return true
  return false
}

const NO_OPTIONS: readonly OptionView[] = []

/** The labels and synonyms of options as texts are compared, made once. */
const fullNamesOf = remembered(
  (options: readonly OptionView[]): ReadonlySet<string> => new Set(options.flatMap(comparableNames)),
)

/** 保单贷款是什么意思 wants an option explained, and chooses none. */
export function isExplained({ clauses }: Message, { start, end }: Span): boolean {
  return clauses.some((one) => one.start <= start && end <= one.end && asksMeaning(one.text))
}

function isAskedAbout({ clauses }: Message, { start, end }: Span): boolean {
  const clause = clauses.find((one) => one.start <= start && end <= one.end)
  return clause !== undefined && asks(clause.text)
}

/** Two characters are enough for whom it is about, where they begin a clause or after 替: 孩子住院了, 替我妈报案. */
function isLong({ clauses, lower }: Message, { start, end }: Span): boolean {
  const said = lower.slice(start, end)
  const characters = said.replace(/[^\u3400-\u9fff]/g, "").length
  if (characters === 0)
    return said.length >= 6 || (/[a-z]{3}/.test(said) && clauses.some(({ text }) => text === said))
  if (characters >= 3 || clauses.some(({ text }) => text === said)) return true
  if (BREAK.test(lower.charAt(start - 1)) && BREAK.test(lower.charAt(end))) return true
  const isAddressed =
    clauses.some((clause) => clause.start === start) || /[给帮替为是]$/.test(lower.slice(0, start))
  return isAddressed && RELATIVES.some((pattern) => said.search(pattern) === 0)
}

/** 材料在我儿子那 mentions whom it is not about. */
function isMentioned({ lower }: Message, { start }: Span): boolean {
  return MENTION.some((pattern) => lower.slice(0, start).search(pattern) >= 0)
}

const MENTION = phrasePatterns((words) => words.mention, "", "$")

/** What is known is not changed by a word within a sentence: the option is a clause of its own, or 是我儿子. */
function isSetApart({ clauses, lower }: Message, { start, end }: Span): boolean {
  const said = lower.slice(start, end)
  return clauses.some((clause) => clause.start <= start && end <= clause.end && isAlone(clause.text, said))
}

function isAlone(clause: string, said: string): boolean {
  const at = clause.indexOf(said)
  return (
    /^(?:其实|应该|就)?(?:是|it's |it is |for )?$/.test(clause.slice(0, at)) &&
    clause.length - at - said.length <= 1
  )
}

/** Set apart: 电话138… 本人. */
const BREAK = /^[\s,.;!?、]?$/
const RELATIVES = phrasePatterns((words) => words.relatives, "^", "$")

/** Of slots named by the same words, the one with the longest name of its own is meant; of equal ones, none. */
function byLongestName(told: readonly Told[]): readonly Told[] {
  const rank = ({ part, found, isOwn }: Told) => found.end - part.start + (isOwn === true ? 0.5 : 0)
  return told.filter((one) =>
    told.every((other) => other === one || other.found.start !== one.found.start || rank(other) < rank(one)),
  )
}

/** Two slots with the same option leave open which is meant, but a flow's own come before those of its sub-flows. */
function onlyOnce(told: readonly Told[], inSubflow: (slot: string) => boolean): readonly Told[] {
  return told.filter(
    ({ slot, part }) =>
      !told.some(
        (other) =>
          other.slot !== slot &&
          other.part.start < part.end &&
          part.start < other.part.end &&
          (inSubflow(slot) || !inSubflow(other.slot)),
      ),
  )
}
