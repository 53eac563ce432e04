import { isStateType, kindOf, stateKinds } from "../../states/registry.ts"
import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { type Rule, yaml } from "../rule.ts"

export const defaultState: Rule = {
  id: "default-state",
  doc: "The flow set's default states can be read, and defaults lead only to them.",
  example: {
    wrong: {
      "flowset.yaml": yaml`
        defaults:
          to:
            failed: toPersn # here
          states:
            toPerson:
              type: final
              outcome: resolvedByPerson
      `,
    },
    right: {
      "flowset.yaml": yaml`
        defaults:
          to:
            failed: toPerson
            timeout: toPerson
            unavailable: toPerson
          states:
            toPerson:
              type: final
              outcome: resolvedByPerson
      `,
    },
  },
  run({ settings: { value, source } }, report) {
    const { to, states } = value.defaults
    const known = Object.keys(states)
    for (const [exit, target] of Object.entries(to)) {
      if (known.includes(target)) continue
      report({
        source,
        path: ["defaults", "to", exit],
        message: sentence`The exit "${exit}" leads by default to "${target}", which is no default state.`,
        help: nameHelp(target, known),
      })
    }
    for (const [id, state] of Object.entries(states)) {
      const path = ["defaults", "states", id]
      if (!isStateType(state.type)) {
        report({
          source,
          path: [...path, "type"],
          message: sentence`"${state.type}" of the default state "${id}" is no type of state.`,
          help: nameHelp(state.type, Object.keys(stateKinds)),
        })
        continue
      }
      const parsed = kindOf(state).schema.safeParse(state)
      for (const issue of parsed.error?.issues ?? []) {
        const field = issue.path.map(String).join(".")
        report({
          source,
          path: [...path, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))],
          message: sentence`The default state "${id}" cannot be read at "${field}": ${issue.message}.`,
          help: sentence`Mend the field; the language reference lists the fields of each type of state.`,
        })
      }
      const targets = typeof state.to === "string" ? { "": state.to } : (state.to ?? {})
      for (const [exit, target] of Object.entries(targets)) {
        const goal = typeof target === "string" ? target : target.to
        if (known.includes(goal)) continue
        report({
          source,
          path: [...path, "to", exit],
          message: sentence`The default state "${id}" leads to "${goal}", which is no default state.`,
          help: sentence`${nameHelp(goal, known)} A flow's own states are not known here.`,
        })
      }
    }
  },
}
