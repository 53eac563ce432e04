import { sentence } from "../../types.ts"
import type { CheckContext } from "../context.ts"
import { type FlowFacts, factsOfFlows } from "../filled/analysis.ts"
import { readsOfFlow } from "../filled/reads.ts"
import { createWayFinder, type Way } from "../filled/way.ts"
import { type Finding, type Rule, yaml } from "../rule.ts"

/** The last exits of a way tell enough of it. */
const shownExits = 6

export const valueFilled: Rule = {
  id: "value-filled",
  doc: "What a condition, a text or a required input reads is filled on every way there, or asked for with `has()`.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: which
        states:
          which:
            type: decision
            cases:
              known:
                when: customer.level > 0
            to:
              known: find
              else: ask
          ask:
            type: collect
            slots: [policyNo]
            to: find
          find:
            type: service
            service: policy.find
            input:
              policyNo: slots.policyNo # here
            to:
              done: done
              NOT_FOUND: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: which
        states:
          which:
            type: decision
            cases:
              known:
                when: has(slots.policyNo)
            to:
              known: find
              else: ask
          ask:
            type: collect
            slots: [policyNo]
            to: find
          find:
            type: service
            service: policy.find
            input:
              policyNo: slots.policyNo
            to:
              done: done
              NOT_FOUND: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run(context, report) {
    if (context.unread.size > 0) return
    for (const facts of factsOfFlows(context)) findingsOf(facts, context).forEach(report)
  },
}

type Found = { readonly texts: readonly unknown[]; readonly findings: readonly Finding[] }
const known = new WeakMap<FlowFacts, Found>()

/** Returns the findings of a flow, as they were when neither it nor the regulated texts have changed. */
function findingsOf(facts: FlowFacts, context: CheckContext): readonly Finding[] {
  const texts = [...Object.values(context.wordings), ...Object.values(context.questionnaires)]
  const before = known.get(facts)
  if (before?.texts.length === texts.length && before.texts.every((text, at) => text === texts[at]))
    return before.findings
  const findings = find(facts, context)
  known.set(facts, { texts, findings })
  return findings
}

function find(facts: FlowFacts, context: CheckContext): readonly Finding[] {
  const wayWithout = createWayFinder(facts)
  const findings = new Map<string, Finding>()
  for (const read of readsOfFlow(facts, context)) {
    const sure = facts.at.get(read.state)
    for (const value of sure === undefined ? [] : read.unsure(sure)) {
      // An entry of a group is read in each of its states, and a text in each locale.
      const place = JSON.stringify([read.path, value])
      const way = findings.has(place) ? null : wayWithout(read, value)
      if (way === null) continue
      const { source, path, at } = read
      findings.set(place, {
        ...{ source, path, at },
        message: sentence`"${value}" may have no value here: nothing fills it on the way ${namesOf(way, facts.checked.flow.id, read.state)}.`,
        help: sentence`Fill it on that way, lead the way elsewhere, or ask with \`has(${value})\` before it is read.`,
        severity: "warning",
      })
    }
  }
  return [...findings.values()]
}

function namesOf(way: Way, flow: string, state: string): string {
  const exits = way
    .slice(-shownExits)
    .map(({ owner, exit }) => `${flow}${owner === "" ? "" : `/${owner}`}#${exit.name}`)
  return [...exits, `${flow}/${state}`].join(" → ")
}
