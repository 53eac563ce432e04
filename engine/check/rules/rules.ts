import type { RulesDocument } from "../../document/schema.ts"
import { checkExpression } from "../../expression/index.ts"
import { sentence } from "../../types.ts"
import type { CheckContext } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { type Report, type Rule, yaml } from "../rule.ts"
import { parseSelector, type SelectorTarget, selectorKinds, selectorTargets, selects } from "../selector.ts"

export const rules: Rule = {
  id: "rules",
  doc: "A rule of rules.yaml has one form, and every name in it means something that the flows have.",
  example: {
    wrong: {
      "rules.yaml": yaml`
        rules:
          - id: told-before-the-end
            requires:
              of: outcome:sample/dnoe # here
              all:
                - state:sample/show
      `,
    },
    right: {
      "rules.yaml": yaml`
        rules:
          - id: told-before-the-end
            requires:
              of: outcome:sample/done
              all:
                - state:sample/show
      `,
    },
  },
  run(context, report) {
    const { rules: file } = context.documents
    if (file === null) return
    const targets = selectorTargets(context)
    // What stands in a file that cannot be read, or in a state with an error, is not known.
    const isWhole =
      context.unread.size === 0 &&
      context.flows.length === context.documents.flows.length &&
      context.flows.every(({ graph }) => graph !== null)
    const seen = new Set<string>()
    file.value.rules.forEach((rule, index) => {
      const at = (path: readonly (string | number)[]) => ({
        source: file.source,
        path: ["rules", index, ...path],
        at: rule.id,
      })
      if (seen.has(rule.id)) {
        report({
          ...at(["id"]),
          message: sentence`There are two rules "${rule.id}".`,
          help: sentence`Give one of them another id.`,
        })
      }
      seen.add(rule.id)
      const written = forms.filter((form) => rule[form] !== undefined)
      if (written.length !== 1) {
        report({
          ...at(["id"]),
          message:
            written.length === 0
              ? sentence`The rule "${rule.id}" has no form.`
              : sentence`The rule "${rule.id}" has ${written.length} forms: ${written}.`,
          help: sentence`Give each rule one of ${forms}.`,
        })
      }
      const { requires } = rule
      if (requires !== undefined && requires.all === undefined && requires.any === undefined) {
        report({
          ...at(["requires"]),
          message: sentence`The rule "${rule.id}" does not say what must come before.`,
          help: sentence`Add \`all\` or \`any\` with the names.`,
        })
      }
      for (const { path, text } of selectorsOf(rule))
        checkSelector(text, targets, path[0] === "never" || !isWhole, (finding) =>
          report({ ...at(path), ...finding }),
        )
      checkExpressions(rule, targets, context, (path, finding) => report({ ...at(path), ...finding }))
    })
  },
}

type RuleDocument = RulesDocument["rules"][number]
const forms = ["requires", "holds", "never", "leadsTo", "atMost", "reachable"] as const

type Place = { readonly path: readonly (string | number)[]; readonly text: string }

/** Returns every name in a rule and where it stands. */
function selectorsOf(rule: RuleDocument): readonly Place[] {
  const { requires, holds, never, leadsTo, atMost, reachable } = rule
  const list = (value: string | readonly string[] | undefined, ...path: string[]): readonly Place[] => {
    if (value === undefined) return []
    if (typeof value === "string") return [{ path, text: value }]
    return value.map((text, index) => ({ path: [...path, index], text }))
  }
  return [
    ...list(requires?.of, "requires", "of"),
    ...list(requires?.all, "requires", "all"),
    ...list(requires?.any, "requires", "any"),
    ...list(holds?.of, "holds", "of"),
    ...list(never, "never"),
    ...list(leadsTo?.after, "leadsTo", "after"),
    ...list(leadsTo?.eventually, "leadsTo", "eventually"),
    ...list(atMost?.of, "atMost", "of"),
    ...list(reachable?.from, "reachable", "from").filter(({ text }) => text !== "every-waiting-state"),
    ...list(reachable?.to, "reachable", "to"),
    ...list(reachable?.without, "reachable", "without"),
  ]
}

function checkSelector(
  text: string,
  targets: readonly SelectorTarget[],
  mayMatchNothing: boolean,
  report: (finding: Pick<Parameters<Report>[0], "message" | "help">) => void,
): void {
  const selector = parseSelector(text)
  if (selector === null) {
    report({
      message: sentence`"${text}" is no name that a rule may use.`,
      help: sentence`Write state:flow/state, checkpoint:wording, show:wording, ask:slot, fill:slot, service:operation, outcome:flow/name or handoff, with * and [attribute=value].`,
    })
    return
  }
  const attributes: readonly string[] = selectorKinds[selector.kind]
  for (const { name } of selector.attributes) {
    if (attributes.includes(name)) continue
    report({
      message: sentence`"${name}" in "${text}" is no attribute of ${selector.kind}.`,
      help: nameHelp(name, attributes),
    })
    return
  }
  if (mayMatchNothing || targets.some((target) => selects(selector, target))) return
  const names = new Set(targets.filter(({ kind }) => kind === selector.kind).map(({ name }) => name))
  report({
    message: sentence`"${text}" means nothing that the flows have, so the rule would hold of nothing.`,
    help:
      selector.name === "" || names.has(selector.name)
        ? sentence`Nothing of that kind has these attributes.`
        : nameHelp(selector.name, names),
  })
}

/** Checks the conditions of a rule where only one flow has what it speaks of, so that names have one meaning. */
function checkExpressions(
  { requires, holds }: RuleDocument,
  targets: readonly SelectorTarget[],
  { flows }: CheckContext,
  report: (path: readonly string[], finding: Pick<Parameters<Report>[0], "message" | "help">) => void,
): void {
  const expressions = [
    { of: requires?.of, cel: requires?.where, path: ["requires", "where"] },
    { of: holds?.of, cel: holds?.is, path: ["holds", "is"] },
  ]
  for (const { of, cel, path } of expressions) {
    if (of === undefined || cel === undefined) continue
    const selectors = [of].flat().map(parseSelector)
    const meant = targets.filter((target) =>
      selectors.some((selector) => selector !== null && selects(selector, target)),
    )
    const [only, ...others] = new Set(meant.map(({ flow }) => flow))
    const scope = flows.find(({ flow }) => flow.id === only)?.scopes.base
    if (scope === undefined || others.length > 0) continue
    for (const { message, help } of checkExpression(cel, scope, "bool"))
      report(path, { message: sentence`In \`${cel}\`, read in the flow "${only ?? ""}": ${message}`, help })
  }
}
