export { formatDate, formatDateTime, formatPeriod } from "./dates.ts"
export { checkText, type FormattedText, formatText, textArguments, textNeeds } from "./format-text.ts"
export { absentText, type FormatSettings, formatValue } from "./format-value.ts"
export { hashJson, sha256 } from "./hash.ts"
export { canonicalJson, sameJson } from "./json.ts"
export { isChinese, textIn } from "./language.ts"
export { isMasked, maskValue } from "./mask.ts"
export { centsText, decimalText, formatMoney, roundToCents } from "./money.ts"
export { compileTemplate, type TemplatePart, type TextProblem } from "./template.ts"
export {
  anyShape,
  type ChoiceOption,
  elementShape,
  fieldShape,
  fieldsOf,
  type ScalarKind,
  shapeAt,
  type ValueShape,
  valueAt,
} from "./value-shape.ts"
