import { IntlMessageFormat } from "intl-messageformat"
import { type Sentence, sentence } from "../types.ts"

/** A part of a compiled text. Arguments are value paths; `plural` and `select` choose by the raw value. */
export type TemplatePart =
  | { readonly is: "literal"; readonly text: string }
  | { readonly is: "value"; readonly path: string }
  /** The `#` of a plural: its number, less the offset. */
  | { readonly is: "count" }
  | { readonly is: "select"; readonly path: string; readonly options: TemplateOptions }
  | {
      readonly is: "plural"
      readonly path: string
      readonly offset: number
      readonly options: TemplateOptions
    }
export type TemplateOptions = Readonly<Record<string, readonly TemplatePart[]>>

/** What is wrong with a text. `start` and `end` are offsets in it, `end` exclusive. */
export type TextProblem = {
  readonly message: Sentence
  readonly help: Sentence
  readonly start: number
  readonly end: number
}

/** A compiled text: its parts, or why it cannot be read. */
export type Template =
  | { readonly ok: true; readonly parts: readonly TemplatePart[]; readonly paths: readonly string[] }
  | { readonly ok: false; readonly problems: readonly TextProblem[] }

/**
 * Returns the compiled form of a text in ICU MessageFormat, from a bounded cache when it was compiled before. Of
 * MessageFormat only plain arguments, `plural` and `select` are taken: all other formatting is ours. Argument names
 * are value paths, `{data.quote.refund}`. Never throws.
 */
export function compileTemplate(source: string): Template {
  const known = templates.get(source)
  if (known !== undefined) return known
  const template = compile(source)
  const [oldest] = templates.keys()
  if (templates.size >= mostTemplates && oldest !== undefined) templates.delete(oldest)
  templates.set(source, template)
  return template
}

/** More than the largest flow set has: one that is gone through again and again must fit, or nothing is ever found. */
const mostTemplates = 50_000
const templates = new Map<string, Template>()

/** Stands for the dots of a path while ICU parses: it takes no dots in names, but any character of private use. */
const DOT = "\ue000"
const ARGUMENT = /\{\s*[A-Za-z_]\w*(?:\.\w+)+\s*(?=[,}]|$)/g

type Elements = ReturnType<NonNullable<typeof IntlMessageFormat.__parse>>
type Element = Elements[number]

/** The parser's numbers for the kinds of its elements; its own enumeration is not exported from the package. */
const KIND = { literal: 0, argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, pound: 7 }

function compile(source: string): Template {
  let elements: Elements
  try {
    elements = parseMessage(source.replaceAll(ARGUMENT, (argument) => argument.replaceAll(".", DOT)))
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(source, error)] }
  }
  const problems: TextProblem[] = []
  const paths = new Set<string>()
  const parts = elements.map((element) => partOf(element, source, paths, problems))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, parts, paths: [...paths] }
}

function parseMessage(message: string): Elements {
  const parse = IntlMessageFormat.__parse
  if (parse === undefined) throw new TypeError("intl-messageformat was built without its parser")
  return parse(message, { ignoreTag: true, captureLocation: true, shouldParseSkeletons: false })
}

function partOf(element: Element, source: string, paths: Set<string>, problems: TextProblem[]): TemplatePart {
  if (element.type === KIND.pound) return { is: "count" }
  if (!("value" in element)) return { is: "literal", text: "" }
  const text = element.value.replaceAll(DOT, ".")
  if (element.type === KIND.literal) return { is: "literal", text }
  paths.add(text)
  const isPlural = element.type === KIND.plural && "pluralType" in element && element.pluralType !== "ordinal"
  if (element.type === KIND.argument) return { is: "value", path: text }
  if ("options" in element && (element.type === KIND.select || isPlural)) {
    const options = Object.fromEntries(
      Object.entries(element.options).map(([key, option]) => [
        key,
        option.value.map((inner) => partOf(inner, source, paths, problems)),
      ]),
    )
    if ("offset" in element) return { is: "plural", path: text, offset: element.offset, options }
    return { is: "select", path: text, options }
  }
  const { start, end } = element.location ?? {}
  problems.push({
    message: sentence`"${text}" asks ICU for a format of its own.`,
    help: sentence`Write {${text}}: values are formatted by their declared type. Only plural and select may follow.`,
    start: start?.offset ?? 0,
    end: end?.offset ?? source.length,
  })
  return { is: "value", path: text }
}

type SyntaxFault = {
  readonly message: string
  readonly location?: { start: { offset: number }; end: { offset: number } }
}

function syntaxProblem(source: string, error: unknown): TextProblem {
  if (!(error instanceof Error)) throw error
  const { message, location }: SyntaxFault = error
  return {
    message:
      FAULTS[message]?.message ??
      sentence`The text cannot be read (${message.toLowerCase().replaceAll("_", " ")}).`,
    help:
      FAULTS[message]?.help ??
      sentence`Values stand in braces: {slots.policyNo}. A brace of its own is written '{'.`,
    start: location?.start.offset ?? 0,
    end: location?.end.offset ?? source.length,
  }
}

const UNCLOSED = {
  message: sentence`A brace is not closed.`,
  help: sentence`Write {slots.policyNo}, or '{' for a brace of its own.`,
}
const NO_OTHER = {
  message: sentence`The case \`other\` is missing.`,
  help: sentence`Add what is said for every other value: other {…}.`,
}
const NO_CASES = {
  message: sentence`No cases follow.`,
  help: sentence`Write {data.count, plural, one {# day} other {# days}}.`,
}
const BAD_NAME = {
  message: sentence`This is no path of a value.`,
  help: sentence`Write letters, digits and dots: {data.quote.refund}.`,
}
const FAULTS: Readonly<Record<string, { readonly message: Sentence; readonly help: Sentence }>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: UNCLOSED,
  UNCLOSED_ARGUMENT_BRACE: UNCLOSED,
  UNMATCHED_CLOSING_TAG: UNCLOSED,
  EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT: NO_CASES,
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: NO_CASES,
  EXPECT_PLURAL_ARGUMENT_OPTIONS: NO_CASES,
  EXPECT_SELECT_ARGUMENT_OPTIONS: NO_CASES,
  EXPECT_PLURAL_ARGUMENT_SELECTOR: NO_CASES,
  EXPECT_SELECT_ARGUMENT_SELECTOR: NO_CASES,
  MISSING_OTHER_CLAUSE: NO_OTHER,
  MALFORMED_ARGUMENT: BAD_NAME,
  EMPTY_ARGUMENT: {
    message: sentence`The braces are empty.`,
    help: sentence`Name a value: {slots.policyNo}.`,
  },
  INVALID_ARGUMENT_TYPE: {
    message: sentence`ICU knows no such format.`,
    help: sentence`Values are formatted by their declared type. Only plural and select may follow a path.`,
  },
}
