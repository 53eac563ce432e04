import { agentReturn, anyAnswers } from "../../compile/shapes.ts"
import { sourceOfDeclared } from "../../document/declared.ts"
import type { CheckpointState } from "../../states/checkpoint.ts"
import { sentence } from "../../types.ts"
import type { CheckedFlow } from "../context.ts"
import { spotOf } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below, type Spot } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

export const saveName: Rule = {
  id: "save-name",
  doc: "What a state keeps under a name is declared there in the flow's `data` with the same source.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        data:
          policy: policy.end
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
            save: policy # here
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
        data:
          policy: policy.find
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
            save: policy
            to:
              done: done
              NOT_FOUND: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows }, report) {
    const check = (
      { flow }: CheckedFlow,
      save: string | undefined,
      from: string | undefined,
      spot: Spot,
      mayBeUndeclared = false,
    ) => {
      if (save === undefined || from === undefined) return
      const written = flow.document.data?.[save]
      const declared = written === undefined ? undefined : sourceOfDeclared(written)
      if (declared === from || (declared === undefined && mayBeUndeclared)) return
      const isTaken = Object.hasOwn(flow.document.takes ?? {}, save)
      const isMissing = declared === undefined
      report({
        ...spot,
        message: !isMissing
          ? sentence`"${save}" is kept here from "${from}", but declared in \`data\` as "${declared}".`
          : isTaken
            ? sentence`"${save}" is kept here, but not declared in \`data\` of the flow "${flow.id}"; it is a value that the flow takes.`
            : sentence`"${save}" is kept here, but not declared in \`data\` of the flow "${flow.id}".`,
        help: isMissing
          ? sentence`Add \`${save}: ${from}\` under \`data\`. ${nameHelp(save, Object.keys(flow.document.data ?? {}))}`
          : sentence`Keep it under another name, or declare \`${save}: ${from}\`.`,
      })
    }
    for (const checked of flows) {
      const { flow, source } = checked
      for (const [name, slot] of Object.entries(flow.document.slots ?? {})) {
        const spot = { source, path: ["slots", name, "check", "save"], at: flow.id }
        check(checked, slot.check?.save, slot.check?.service, spot, true)
      }
      for (const [name, { save, event }] of Object.entries(flow.document.on ?? {}))
        check(checked, save, event, { source, path: ["on", name, "save"], at: `${flow.id}#${name}` })
      for (const state of Object.values(flow.states)) {
        const { document } = state
        const spot = spotOf(checked, state)
        const at = below(spot, "save")
        if (document.type === "service") check(checked, document.save, document.service, at)
        if (document.type === "subflow") check(checked, document.save, document.flow, at)
        if (document.type === "handoff") check(checked, document.save, agentReturn, at)
        if (document.type === "checkpoint") check(checked, document.save, sourceOf(document), at)
        for (const [name, { save, event }] of Object.entries(document.on ?? {}))
          check(checked, save, event, { ...below(spot, "on", name, "save"), at: `${spot.at}#${name}` })
      }
    }
  },
}

/** A questionnaire that a value chooses keeps answers to any of them. */
function sourceOf({ questionnaire, wording }: CheckpointState): string | undefined {
  return typeof questionnaire === "object" ? anyAnswers : (questionnaire ?? wording)
}
