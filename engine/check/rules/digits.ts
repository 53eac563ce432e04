import { type Json, sentence } from "../../types.ts"
import { type Rule, yaml } from "../rule.ts"

export const digits: Rule = {
  id: "digits",
  doc: "A figure that a parameter holds is named by its path in texts, so that it changes everywhere at once.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: tell
        states:
          tell:
            type: message
            say:
              zh: 犹豫期有15天。 # here
              en: The cooling-off period has {parameters.coolingOffDays} days.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: tell
        states:
          tell:
            type: message
            say:
              zh: 犹豫期有{parameters.coolingOffDays}天。
              en: The cooling-off period has {parameters.coolingOffDays} days.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ settings, texts }, report) {
    const figures = Object.entries(settings.value.parameters).flatMap(([name, { value, type }]) => {
      const pattern = figurePattern(value, name, type)
      return pattern === null ? [] : [{ name, pattern }]
    })
    for (const { text, scope, regulated, source, path, at } of texts) {
      // Texts for staff cannot name values.
      if (scope === null && regulated !== true) continue
      const byLocale = typeof text === "string" ? [[text, path] as const] : entries(text, path)
      for (const [written, place] of byLocale) {
        const plain = withoutOther(written)
        const found = figures.filter(({ pattern }) => pattern.test(plain))
        if (found.length === 0) continue
        const names = found.map(({ name }) => `{parameters.${name}}`)
        report({
          source,
          path: place,
          at,
          message: sentence`The text has the figure ${plain.match(found[0]?.pattern ?? /^/)?.[0] ?? ""} in digits.`,
          help: sentence`If it is ${names.join(" or ")}, write that.`,
          severity: "info",
        })
      }
    }
  },
}

function entries(text: Readonly<Record<string, string>>, path: readonly (string | number)[]) {
  return Object.entries(text).map(([locale, written]) => [written, [...path, locale]] as const)
}

/** The units that follow a figure, by the end of its parameter's name. */
const units: readonly (readonly [RegExp, string])[] = [
  [/Workdays$/, "个?工作日|working days?"],
  [/Days$/, "天|日|个自然日|days?"],
  // 24小时热线 is a service round the clock, 24小时后 a time.
  [/Hours$/, "个?小时(?!(?![后内之以])\\p{Script=Han})|hours?"],
  [/Minutes$/, "分钟|minutes?"],
  [/Years(?:Short|Long|Life)?$/, "年|years?"],
  [/Age$/, "周?岁|years"],
  [/Tries$/, "次|tries|times"],
]

/** Returns where a parameter's value stands as a figure, `null` of values that are no telling figures. */
function figurePattern(value: Json, name: string, type: string | undefined): RegExp | null {
  const bounded = (figure: string, unit: string) =>
    new RegExp(`(?<![\\w第-]|\\d[.,])${figure}(?!\\d|[.,:-]\\d)${unit}`, "u")
  if (typeof value === "string")
    return /^[\d-]{3,}$/.test(value) ? bounded(value.replaceAll("-", "-?"), "") : null
  if (typeof value !== "number" || value < 3) return null
  const figure = `(?:${value}|${String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",")})(?:\\.00)?`
  if (type === "money")
    return new RegExp(`(?:${bounded(figure, "\\s*元").source})|(?:(?:CNY|¥|￥)\\s*${figure}(?!\\d))`, "u")
  const unit = units.find(([pattern]) => pattern.test(name))?.[1]
  if (unit !== undefined) return bounded(figure, `\\s*(?:${unit})`)
  return value >= 100 ? bounded(figure, "") : null
}

/** Blanks what has digits but is no figure: values, dates, times, list markers. */
function withoutOther(text: string): string {
  return text
    .replaceAll(/\{[^{}]*\}/g, "{}")
    .replaceAll(/\d{4}-\d{1,2}-\d{1,2}|(?:\d{2,4}年)?\d{1,2}月\d{1,2}[日号]|\d{4}年/g, "~")
    .replaceAll(/\d{1,2}[::]\d{2}/g, "~")
    .replaceAll(/(^|\n)\s*\d{1,2}[.、))]/g, "$1~")
}
