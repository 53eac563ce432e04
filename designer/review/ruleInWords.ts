import type { RulesDocument } from "../../engine/document/schema.ts"
import { periodInWords } from "../model/periodInWords.ts"
import { conditionIn } from "./conditionIn.ts"
import type { ReviewWords } from "./valueInWords.ts"

export type Rule = RulesDocument["rules"][number]

/** Returns what a rule demands as a sentence. */
export function ruleInWords(rule: Rule, flow: string, words: ReviewWords): string {
  const { t, canvas, names } = words
  const context = names.context(flow)
  const condition = (source: string) => (context === null ? source : conditionIn(source, t, context))
  const list = (of: string | readonly string[], join: "and" | "or") =>
    (typeof of === "string" ? [of] : of).map((each) => selectorInWords(each, words)).join(t(`rule.${join}`))
  const sentences: string[] = []
  const { requires, holds, never, leadsTo, atMost, reachable } = rule
  if (requires !== undefined) {
    const { of, where, all = [], any = [] } = requires
    const when = where === undefined ? "" : t("rule.where", { condition: condition(where) })
    if (all.length > 0)
      sentences.push(t("rule.requires", { when, of: list(of, "or"), what: list(all, "and") }))
    if (any.length > 0)
      sentences.push(t("rule.requiresAny", { when, of: list(of, "or"), what: list(any, "or") }))
  }
  if (holds !== undefined)
    sentences.push(t("rule.holds", { of: list(holds.of, "or"), condition: condition(holds.is) }))
  if (never !== undefined) sentences.push(t("rule.never", { of: list(never, "or") }))
  if (leadsTo !== undefined) {
    const within =
      leadsTo.within === undefined ? "" : t("rule.within", { period: periodInWords(leadsTo.within, canvas) })
    sentences.push(
      t("rule.leadsTo", { of: list(leadsTo.after, "or"), what: list(leadsTo.eventually, "or"), within }),
    )
  }
  if (atMost !== undefined)
    sentences.push(t(`rule.atMost.${atMost.per}`, { of: list(atMost.of, "or"), count: atMost.times }))
  if (reachable !== undefined) {
    const { from, to, withinTurns, without } = reachable
    const turns = withinTurns === undefined ? "" : t("rule.turns", { count: withinTurns })
    const avoiding = without === undefined ? "" : t("rule.without", { what: selectorInWords(without, words) })
    sentences.push(t("rule.reachable", { from: list(from, "or"), to: list(to, "or"), turns, avoiding }))
  }
  return sentences.join(" ")
}

/** Returns what a name of a rule stands for: `service:policy.surrender` is 调用「提交退保」. */
export function selectorInWords(selector: string, { t, names }: ReviewWords): string {
  const [kind = "", rest] = selector.split(/:(.*)/)
  if (selector === "handoff" || selector === "every-waiting-state") return t(`rule.of.${selector}`)
  if (rest === undefined) return selector
  const [, name = "", attributes = ""] = /^([^[]*)(?:\[(.*)\])?$/.exec(rest) ?? []
  const suffix = attributes === "" ? "" : t("rule.having", { what: attributesInWords(attributes, t) })
  if (name === "*" || name === "") {
    const known = (["checkpoint", "show", "ask", "fill", "service", "state", "outcome"] as const).find(
      (each) => each === kind,
    )
    return known === undefined ? selector : `${t(`rule.any.${known}`)}${suffix}`
  }
  const [flow = "", inner = ""] = name.split("/")
  switch (kind) {
    case "service":
      return t("rule.of.service", { name: names.operation(name) }) + suffix
    case "checkpoint":
      return t("rule.of.checkpoint", { name: names.wording(name) }) + suffix
    case "show":
      return t("rule.of.show", { name: names.wording(name) }) + suffix
    case "ask":
      return t("rule.of.ask", { name: names.slot(name) }) + suffix
    case "fill":
      return t("rule.of.fill", { name: names.slot(name) }) + suffix
    case "state":
      return t("rule.of.state", { name: names.state(name), flow: names.flow(flow) }) + suffix
    case "outcome":
      return (
        t("rule.of.outcome", {
          name: inner === "*" ? t("rule.anyOutcome") : names.outcome(inner, flow),
          flow: names.flow(flow),
        }) + suffix
      )
    default:
      return selector
  }
}

function attributesInWords(attributes: string, t: ReviewWords["t"]): string {
  return attributes
    .split(",")
    .map((each) => {
      const [, name = "", operator = "", value = ""] = /^(\w+)(>=|<=|=|>|<)(.*)$/.exec(each.trim()) ?? []
      const named = t(`rule.attribute.${name}` as "rule.attribute.kind", { defaultValue: name })
      const shown = t(`rule.attributeValue.${value}` as "rule.attributeValue.identity", {
        defaultValue: value,
      })
      return `${named}${t(`rule.operator.${operator}` as "rule.operator.=", { defaultValue: operator })}${shown}`
    })
    .join(t("and"))
}

/** Whether a rule speaks of this flow or of anything that it uses. */
export function concerns(rule: Rule, flow: string, used: ReadonlySet<string>): boolean {
  const selectors: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === "string") selectors.push(value)
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk)
  }
  walk([rule.requires?.of, rule.holds?.of, rule.never, rule.leadsTo, rule.atMost?.of, rule.reachable])
  return selectors.some((selector) => {
    const name = selector.split(":")[1]?.split("[")[0] ?? ""
    return name.startsWith(`${flow}/`) || used.has(name) || selector === "every-waiting-state"
  })
}
