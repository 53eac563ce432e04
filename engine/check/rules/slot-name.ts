import { kindOf } from "../../states/registry.ts"
import { sentence } from "../../types.ts"
import { type CheckedFlow, spotOf } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

export const slotName: Rule = {
  id: "slot-name",
  doc: "A slot that a state asks for, reads back, takes from an agent or clears is declared in the flow or the flow set; one of a sub-flow is read back as `state/slot`.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: ask
        states:
          ask:
            type: collect
            slots:
              - policyNo
              - polciyNo # here
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
            slots:
              - policyNo
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows, isUnread }, report) {
    for (const checked of flows) {
      const { flow, source } = checked
      const known = Object.keys(flow.slots)
      for (const state of Object.values(flow.states)) {
        const { document } = state
        const spot = spotOf(checked, state)
        const field =
          document.type === "checkpoint" ? "readBack" : document.type === "handoff" ? "fills" : "slots"
        const names =
          document.type === "handoff" ? (document.fills ?? []) : (kindOf(document).slots?.(document) ?? [])
        names.forEach((name, index) => {
          if (known.includes(name)) return
          if (
            field === "readBack" &&
            (isInSubflow(checked, name, flows, isUnread) || isQuestionnaire(checked, name))
          )
            return
          report({
            ...below(spot, field, index),
            message: sentence`"${name}" in \`${field}\` of "${state.id}" is no slot of the flow "${flow.id}".`,
            help: nameHelp(name, known),
          })
        })
      }
      for (const [id, slot] of Object.entries(flow.document.slots ?? {})) {
        slot.clearedBy?.forEach((name, index) => {
          if (known.includes(name)) return
          report({
            source,
            path: ["slots", id, "clearedBy", index],
            at: flow.id,
            message: sentence`The slot "${id}" is cleared by "${name}", which is no slot of the flow "${flow.id}".`,
            help: nameHelp(name, known),
          })
        })
      }
    }
  },
}

/** Whether `state/slot` names a slot of the flow that this state runs, or of one that cannot be read. */
function isInSubflow(
  { flow }: CheckedFlow,
  name: string,
  flows: readonly CheckedFlow[],
  isUnread: (id: string) => boolean,
): boolean {
  const [state = "", slot = ""] = name.split("/")
  const document = flow.states[state]?.document
  if (document?.type !== "subflow") return false
  if (isUnread(document.flow)) return true
  const inner = flows.find((one) => one.flow.id === document.flow)
  return inner !== undefined && Object.hasOwn(inner.flow.slots, slot)
}

/** A read-back may name a checkpoint that shows a questionnaire: its answers are read back, one row each. */
function isQuestionnaire({ flow }: CheckedFlow, name: string): boolean {
  const document = flow.states[name]?.document
  return document?.type === "checkpoint" && document.questionnaire !== undefined
}
