import { typeOfDeclared } from "../../document/declared.ts"
import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { patternContracts } from "../pattern-contracts.ts"
import { type Rule, yaml } from "../rule.ts"

export const pattern: Rule = {
  id: "pattern",
  doc: "Every conversation pattern is there, takes only what the engine gives, and has the outcomes on which it acts.",
  example: {
    wrong: {
      "patterns/skip/flow.yaml": yaml`
        format: 1
        id: skip
        title: { zh: 跳过, en: Skip }
        takes:
          lable: text # here
        outcomes: [goOn] # here
        start: goOn
        states:
          goOn:
            type: final
            outcome: goOn
      `,
    },
    right: {
      "patterns/skip/flow.yaml": yaml`
        format: 1
        id: skip
        title: { zh: 跳过, en: Skip }
        takes:
          label: text
        outcomes: [goOn, declined]
        start: which
        states:
          which:
            type: decision
            cases:
              known:
                when: has(data.label)
            to:
              known: goOn
              else: declined
          goOn:
            type: final
            outcome: goOn
          declined:
            type: final
            outcome: declined
      `,
    },
  },
  run({ documents, settings, isUnread }, report) {
    for (const [id, contract] of Object.entries(patternContracts)) {
      const file = `patterns/${id}/flow.yaml`
      const found = documents.flows.find(({ value, isPattern }) => isPattern && value.id === id)
      if (found === undefined) {
        if (isUnread(id)) continue
        report({
          source: settings.source,
          path: [],
          message: sentence`The flow set has no pattern "${id}".`,
          help: sentence`Write "${file}" with the outcomes ${contract.outcomes}.`,
        })
        continue
      }
      const { value, source } = found
      const known = Object.keys(contract.takes)
      for (const [name, declared] of Object.entries(value.takes ?? {})) {
        const type = typeOfDeclared(declared)
        const given = contract.takes[name]
        if (given === type) continue
        report({
          source,
          path: ["takes", name],
          at: id,
          message:
            given === undefined
              ? sentence`The pattern "${id}" takes "${name}", which the engine does not give.`
              : sentence`The pattern "${id}" takes "${name}" as ${type}, but the engine gives ${given}.`,
          help: given === undefined ? nameHelp(name, known) : sentence`Write \`${name}: ${given}\`.`,
        })
      }
      for (const name of contract.outcomes) {
        if (value.outcomes.includes(name)) continue
        report({
          source,
          path: ["outcomes"],
          at: id,
          message: sentence`The pattern "${id}" lacks the outcome "${name}", on which the engine acts.`,
          help: sentence`Add "${name}" to \`outcomes\`, with a final that has it.`,
        })
      }
      for (const name of contract.gives ?? []) {
        if (Object.hasOwn(value.gives ?? {}, name)) continue
        report({
          source,
          path: value.gives === undefined ? ["outcomes"] : ["gives"],
          at: id,
          message: sentence`The pattern "${id}" does not give "${name}", which the engine needs.`,
          help: sentence`Declare "${name}" under \`gives\` and put it out in a final.`,
        })
      }
    }
    for (const { value, source, isPattern } of documents.flows) {
      if (!isPattern || Object.hasOwn(patternContracts, value.id)) continue
      report({
        source,
        path: ["id"],
        at: value.id,
        message: sentence`"${value.id}" is no conversation pattern, so nothing starts it.`,
        help: nameHelp(value.id, Object.keys(patternContracts)),
        severity: "warning",
      })
    }
  },
}
