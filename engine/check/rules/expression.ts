import { checkExpression } from "../../expression/index.ts"
import { sentence } from "../../types.ts"
import { type Rule, yaml } from "../rule.ts"

export const expression: Rule = {
  id: "expression",
  doc: "An expression is CEL that names only what exists, of the right type, and gives what its place wants.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        data:
          policy: policy.find
        start: howMuch
        states:
          howMuch:
            type: decision
            cases:
              large:
                when: data.policy.refnd > 10000 # here
            to:
              large: done
              else: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        data:
          policy: policy.find
        start: howMuch
        states:
          howMuch:
            type: decision
            cases:
              large:
                when: data.policy.refund > 10000
            to:
              large: done
              else: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ expressions }, report) {
    for (const { cel, scope, expects, ...spot } of expressions) {
      for (const { message, help, start, end } of checkExpression(cel, scope, expects)) {
        const part = cel.slice(start ?? 0, end ?? cel.length)
        report({
          ...spot,
          message:
            part === "" || part === cel
              ? sentence`In \`${cel}\`: ${message}`
              : sentence`At \`${part}\` in \`${cel}\`: ${message}`,
          help,
        })
      }
    }
  },
}
