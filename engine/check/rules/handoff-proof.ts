import { sentence } from "../../types.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"
import { statesOf } from "../walks.ts"

export const handoffProof: Rule = {
  id: "handoff-proof",
  doc: "A hand-off proves who the customer is by one of its own returns, and keeps the proof for a checkpoint to read.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        data:
          person: handoff
        start: desk
        states:
          desk:
            type: handoff
            queue: general
            returns: [helped]
            proves:
              by: identified # here
              id: customer.id
              level: 3
            save: person
            to:
              returned: done
              helped: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        data:
          person: handoff
        start: desk
        states:
          desk:
            type: handoff
            queue: general
            returns: [identified]
            proves:
              by: identified
              id: customer.id
              level: 3
            save: person
            to:
              returned: done
              identified: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows }, report) {
    for (const { state, document, spot: at } of statesOf(flows, "handoff")) {
      const { proves, returns = [], save } = document
      if (proves === undefined) continue
      const spot = below(at, "proves")
      if (!returns.includes(proves.by))
        report({
          ...below(spot, "by"),
          message: sentence`The hand-off "${state.id}" proves the customer's identity by "${proves.by}", which it does not return.`,
          help: sentence`Name one of \`returns\`: ${returns.join(", ") || "there is none yet"}.`,
        })
      if (save === undefined)
        report({
          ...spot,
          message: sentence`The hand-off "${state.id}" proves the customer's identity, but keeps the proof nowhere.`,
          help: sentence`Add \`save: <name>\`, declare it in \`data\` as \`handoff\`, and read \`data.<name>.proof\` in a checkpoint.`,
        })
    }
  },
}
