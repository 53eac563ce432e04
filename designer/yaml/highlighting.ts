import { HighlightStyle } from "@codemirror/language"
import { tags } from "@lezer/highlight"

/** The colours of a text, from the tokens of the product, so that they follow light and dark. */
export const highlighting = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent-strong)" },
  { tag: [tags.string, tags.content], color: "var(--ink-1)" },
  { tag: [tags.comment, tags.meta], color: "var(--ink-3)" },
  { tag: [tags.keyword, tags.labelName, tags.typeName], color: "var(--hue-checkpoint)" },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: "var(--ink-3)" },
])
