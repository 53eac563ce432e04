import type { SlotDocument } from "../../document/schema.ts"
import { type Json, sentence } from "../../types.ts"
import { spotOf } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below, type Spot } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

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
  run({ flows, operations, settings }, report) {
    const check = (
      operation: string,
      input: Readonly<Record<string, string>> | undefined,
      spot: Spot,
      alsoGiven: readonly string[] = [],
    ) => {
      const schema = operations[operation]?.input
      if (schema === undefined) return
      const { required, known } = inputsOf(schema)
      const given = Object.keys(input ?? {})
      const at = input === undefined ? spot : below(spot, "input")
      for (const name of required) {
        if (given.includes(name) || alsoGiven.includes(name)) continue
        report({
          ...at,
          message: sentence`The operation "${operation}" needs "${name}", which is not given.`,
          help: sentence`Add "${name}" under \`input\`.`,
        })
      }
      for (const name of given) {
        if (known === null || known.includes(name)) continue
        report({
          ...below(at, name),
          message: sentence`The operation "${operation}" knows no input "${name}".`,
          help: nameHelp(name, known),
        })
      }
    }
    const checkSlots = (slots: Readonly<Record<string, SlotDocument>> | undefined, spot: Spot) => {
      for (const [name, slot] of Object.entries(slots ?? {})) {
        const at = below(spot, "slots", name)
        if (slot.check !== undefined) check(slot.check.service, slot.check.input, below(at, "check"))
        for (const [id, field] of Object.entries(slot.of ?? {})) {
          if (field.check !== undefined)
            check(field.check.service, field.check.input, below(at, "of", id, "check"))
        }
      }
    }
    checkSlots(settings.value.slots, { source: settings.source, path: [] })
    for (const checked of flows) {
      checkSlots(checked.flow.document.slots, { source: checked.source, path: [], at: checked.flow.id })
      for (const state of Object.values(checked.flow.states)) {
        const { document } = state
        if (document.type !== "service") continue
        const spot = spotOf(checked, state)
        check(document.service, document.input, spot)
        if (document.amend !== undefined) check(document.amend, document.input, spot, ["first"])
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
