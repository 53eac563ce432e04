import type { SlotDocument } from "../../document/schema.ts"
import { sentence } from "../../types.ts"
import { spotOf } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below, type Spot } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

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
  run({ flows, operations, settings, unread }, report) {
    if (unread.has("services.yaml")) return
    const check = (name: string | undefined, spot: Spot) => {
      if (name === undefined || Object.hasOwn(operations, name)) return
      report({
        ...spot,
        message: sentence`There is no operation "${name}" in services.yaml.`,
        help: nameHelp(name, Object.keys(operations)),
      })
    }
    const checkSlots = (slots: Readonly<Record<string, SlotDocument>> | undefined, spot: Spot) => {
      for (const [name, slot] of Object.entries(slots ?? {})) {
        const at = below(spot, "slots", name)
        check(slot.check?.service, below(at, "check", "service"))
        for (const [id, field] of Object.entries(slot.of ?? {}))
          check(field.check?.service, below(at, "of", id, "check", "service"))
      }
    }
    checkSlots(settings.value.slots, { source: settings.source, path: [] })
    for (const checked of flows) {
      checkSlots(checked.flow.document.slots, { source: checked.source, path: [], at: checked.flow.id })
      for (const state of Object.values(checked.flow.states)) {
        if (state.document.type !== "service") continue
        check(state.document.service, below(spotOf(checked, state), "service"))
        check(state.document.amend, below(spotOf(checked, state), "amend"))
      }
    }
  },
}
