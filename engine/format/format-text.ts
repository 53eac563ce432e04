import { type Json, type Locale, type Text, textOfSentence } from "../types.ts"
import { absentText, type FormatSettings, formatValue } from "./format-value.ts"
import { isChinese, textIn } from "./language.ts"
import { decimalText } from "./money.ts"
import { compileTemplate, type TemplateOptions, type TemplatePart, type TextProblem } from "./template.ts"
import { anyShape, shapeAt, type ValueShape, valueAt } from "./value-shape.ts"

/** A text with its values, always readable, and what went wrong: paths without a value, or a text that is no ICU. */
export type FormattedText = {
  readonly text: string
  readonly problems: readonly { readonly missing?: string; readonly message: string }[]
}

/**
 * Returns a text with its values in a locale. `values` is what the paths start from (`{ slots, data, … }`), `shape`
 * says of which type each is. A value that is not there shows as `—` and is reported, never thrown; so is a text
 * that cannot be read, which stays as it is written.
 */
export function formatText(
  text: Text | string,
  locale: Locale,
  values: object,
  shape: ValueShape = anyShape,
  settings: FormatSettings = {},
): FormattedText {
  const source = textIn(text, locale, settings.fallback)
  const template = compileTemplate(source)
  if (!template.ok)
    return {
      text: source,
      problems: template.problems.map(({ message }) => ({ message: textOfSentence(message) })),
    }
  const [only] = template.parts
  if (template.parts.length === 1 && only?.is === "literal") return { text: only.text, problems: [] }

  const missing = new Set<string>()
  const read = (path: string): Json | undefined => {
    const value = valueAt(values, path)
    if (value === undefined) missing.add(path)
    return value
  }
  const render = (parts: readonly TemplatePart[], count: number): string => {
    let rendered = ""
    for (const part of parts) rendered += renderPart(part, count)
    return rendered
  }
  const renderPart = (part: TemplatePart, count: number): string => {
    switch (part.is) {
      case "literal":
        return part.text
      case "count":
        return decimalText(count)
      case "value":
        return formatValue(read(part.path), shapeAt(shape, part.path) ?? anyShape, locale, settings)
      case "select":
        return render(choose(part.options, String(read(part.path) ?? "other")), count)
      case "plural": {
        const value = read(part.path)
        const number = Array.isArray(value) ? value.length : Number(value)
        if (value === undefined || !Number.isFinite(number)) return absentText
        const exact = part.options[`=${number}`]
        const less = number - part.offset
        return render(exact ?? choose(part.options, pluralCategory(less, locale)), less)
      }
    }
  }
  return {
    text: render(template.parts, 0),
    problems: [...missing].map((path) => ({ missing: path, message: `"${path}" has no value` })),
  }
}

/** Returns the value paths that a text names in any of its locales, in order; none of a text that cannot be read. */
export function textArguments(text: Text | string): readonly string[] {
  const paths = new Set<string>()
  for (const source of typeof text === "string" ? [text] : Object.values(text)) {
    const template = compileTemplate(source)
    if (template.ok) for (const path of template.paths) paths.add(path)
  }
  return [...paths]
}

/** Returns the value paths that a text must have: all but those that only some choice of a `select` shows. */
export function textNeeds(text: Text | string): readonly string[] {
  const paths = new Set<string>()
  const visit = (part: TemplatePart): void => {
    if ("path" in part) paths.add(part.path)
    if (part.is === "plural") for (const option of Object.values(part.options)) option.forEach(visit)
  }
  for (const source of typeof text === "string" ? [text] : Object.values(text)) {
    const template = compileTemplate(source)
    if (template.ok) template.parts.forEach(visit)
  }
  return [...paths]
}

/** Returns what is wrong with one locale's text as ICU MessageFormat, nothing when it is fine. */
export function checkText(source: string): readonly TextProblem[] {
  const template = compileTemplate(source)
  return template.ok ? [] : template.problems
}

function choose(options: TemplateOptions, key: string): readonly TemplatePart[] {
  return (Object.hasOwn(options, key) ? options[key] : options.other) ?? []
}

/** The cardinal category after CLDR: Chinese has only `other`, English `one` for 1. */
function pluralCategory(count: number, locale: Locale): "one" | "other" {
  return !isChinese(locale) && count === 1 ? "one" : "other"
}
