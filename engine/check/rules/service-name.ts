import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"
import { callsOf } from "../walks.ts"

export const serviceName: Rule = {
  id: "service-name",
  doc: "An operation that a state, an amendment or a slot's check calls stands in services.yaml.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: ask
        states:
          ask:
            type: collect
            slots: [policyNo]
            to: find
          find:
            type: service
            service: policy.fnd # here
            input:
              policyNo: slots.policyNo
            to: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: ask
        states:
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
    const { operations, unread } = context
    if (unread.has("services.yaml")) return
    for (const { operation, spot, field } of callsOf(context)) {
      if (Object.hasOwn(operations, operation)) continue
      report({
        ...below(spot, field),
        message: sentence`There is no operation "${operation}" in services.yaml.`,
        help: nameHelp(operation, Object.keys(operations)),
      })
    }
  },
}
