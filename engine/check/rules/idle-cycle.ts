import type { CompiledFlow } from "../../compile/model.ts"
import { sentence } from "../../types.ts"
import type { CheckContext } from "../context.ts"
import { type Edge, entryOf, type FlowGraph } from "../graph.ts"
import { type CycleEnvironment, idleCycles } from "../idle-cycles.ts"
import { type Rule, yaml } from "../rule.ts"

export const idleCycle: Rule = {
  id: "idle-cycle",
  doc: "On every cycle something waits for someone, else a conversation would turn in a circle without end.",
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
            input:
              policyNo: slots.policyNo
            to:
              done: done
              NOT_FOUND: notFound
          notFound:
            type: message
            say:
              zh: 没有找到,请再说一次。
              en: Not found. Please say it once more.
            to: ask # here
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
              NOT_FOUND: notFound
          notFound:
            type: message
            say:
              zh: 没有找到,请再说一次。
              en: Not found. Please say it once more.
            to:
              next:
                to: ask
                clear: [policyNo]
          done:
            type: final
            outcome: done
      `,
    },
  },
  run(context, report) {
    const environment = cycleEnvironment(context)
    for (const { flow, graph, source, settingsSource } of context.flows) {
      if (graph === null) continue
      for (const cycle of idleCycles(graph, environment)) {
        const last = cycle.at(-1)
        if (last === undefined) continue
        const owner = flow.states[last.owner]
        report({
          source: owner === undefined || owner.file === source.file ? source : settingsSource,
          path: [...(owner?.at ?? []), "to", last.exit.name],
          at: nameOf(last, flow),
          message: sentence`Nothing waits on this cycle: ${cycle.map((edge) => nameOf(edge, flow)).join(" → ")} → ${flow.id}/${last.to}.`,
          help: sentence`Let an exit on it clear a slot that is asked there, count the tries and leave after the last, or hand over to a person.`,
        })
      }
    }
  },
}

function nameOf({ owner, exit }: Edge, flow: CompiledFlow): string {
  return `${flow.id}${owner === "" ? "" : `/${owner}`}#${exit.name}`
}

function cycleEnvironment({ flows, wordings }: CheckContext): CycleEnvironment {
  const known = new Map<string, boolean>()
  const waitsInside = (id: string, outcome: string): boolean => {
    const key = `${id}#${outcome}`
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, true)
    const graph = flows.find(({ flow }) => flow.id === id)?.graph ?? null
    const waits = graph === null || !passesAtOnce(graph, outcome, waitsInside)
    known.set(key, waits)
    return waits
  }
  return { wordings, waitsInside }
}

/** Whether there is a way through a flow to an outcome on which nobody is asked and nothing waited for. */
function passesAtOnce(
  { flow, edges }: FlowGraph,
  outcome: string,
  waitsInside: CycleEnvironment["waitsInside"],
): boolean {
  const seen = new Set([entryOf(flow, flow.document.start)])
  for (const id of seen) {
    const { document, ancestors } = flow.states[id] ?? {}
    if (document?.type === "final" && ancestors?.length === 0 && document.outcome === outcome) return true
    for (const edge of edges.get(id) ?? []) {
      if (edge.byEvent || document === undefined) continue
      const asks =
        document.type === "collect" ||
        document.type === "wait" ||
        (document.type === "checkpoint" && document.kind !== "identity") ||
        (document.type === "handoff" && edge.exit.name !== "unavailable") ||
        (document.type === "subflow" && waitsInside(document.flow, edge.exit.name))
      if (!asks) seen.add(edge.to)
    }
  }
  return false
}
