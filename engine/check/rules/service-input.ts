import { type Json, sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"
import { callsOf } from "../walks.ts"

export const serviceInput: Rule = {
  id: "service-input",
  doc: "A call gives every input that its operation requires, and none that it does not know.",
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
            service: policy.find
            input: # here
              policyNumber: slots.policyNo # here
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
    for (const { operation, input, given, spot } of callsOf(context)) {
      const schema = context.operations[operation]?.input
      if (schema === undefined) continue
      const { required, known } = inputsOf(schema)
      const names = Object.keys(input ?? {})
      const at = input === undefined ? spot : below(spot, "input")
      for (const name of required) {
        if (names.includes(name) || given.includes(name)) continue
        report({
          ...at,
          message: sentence`The operation "${operation}" needs "${name}", which is not given.`,
          help: sentence`Add "${name}" under \`input\`.`,
        })
      }
      for (const name of names) {
        if (known === null || known.includes(name)) continue
        report({
          ...below(at, name),
          message: sentence`The operation "${operation}" knows no input "${name}".`,
          help: nameHelp(name, known),
        })
      }
    }
  },
}

/** Returns what a JSON Schema requires and what it names; `known` is null when it takes anything. */
function inputsOf(schema: Json): { required: readonly string[]; known: readonly string[] | null } {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema))
    return { required: [], known: null }
  const { required, properties, additionalProperties } = schema as {
    readonly [key: string]: Json | undefined
  }
  const names = typeof properties === "object" && properties !== null ? Object.keys(properties) : null
  const isOpen = names === null || (additionalProperties !== undefined && additionalProperties !== false)
  return {
    required: Array.isArray(required)
      ? required.filter((name): name is string => typeof name === "string")
      : [],
    known: isOpen ? null : names,
  }
}
