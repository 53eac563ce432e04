import { typeOfDeclared } from "../../document/declared.ts"
import { isMap } from "../../document/json.ts"
import type { OnEntryDocument } from "../../document/schema.ts"
import { type Json, type Sentence, sentence } from "../../types.ts"
import type { CheckContext, CheckedFlow } from "../context.ts"
import { valueReads } from "../reads.ts"
import { type Finding, type Report, type Rule, yaml } from "../rule.ts"

export const unused: Rule = {
  id: "unused",
  doc: "Everything that is declared is used somewhere.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        slots:
          colour: # here
            type: text
        data:
          policy: policy.find # here
        derived:
          fee: # here
            type: money
            is: "10"
        start: done
        states:
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        slots:
          colour:
            type: text
            ask: { zh: 什么颜色?, en: Which colour? }
        data:
          policy: policy.find
        derived:
          fee:
            type: money
            is: "10"
        start: ask
        states:
          ask:
            type: collect
            slots: [colour]
            to: tell
          tell:
            type: message
            say:
              zh: 可退{data.policy.refund},费用{derived.fee}。
              en: You get {data.policy.refund}, the fee is {derived.fee}.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run(context, report) {
    // What a file or flow that cannot be read may use is not known.
    if (context.unread.size > 0 || context.flows.length < context.documents.flows.length) return
    const reads = valueReads(context)
    for (const checked of context.flows) checkFlow(checked, reads.in(checked.flow.id), report)
    checkFlowSet(context, reads.anywhere, report)
  },
}

function checkFlow({ flow, source }: CheckedFlow, reads: ReadonlySet<string>, report: Report): void {
  const named = namedSlots(flow.states)
  const isRead = (root: string, name: string) => reads.has(root) || reads.has(`${root}.${name}`)
  const tell = (path: readonly string[], what: Sentence, help: Sentence) =>
    report({ source, path, at: flow.id, message: what, help, severity: "warning" })
  for (const name of Object.keys(flow.document.slots ?? {})) {
    if (named.has(name) || isRead("slots", name)) continue
    tell(
      ["slots", name],
      sentence`Nothing asks for or reads the slot "${name}".`,
      sentence`Ask for it in a collect, or delete it.`,
    )
  }
  for (const name of Object.keys(flow.document.data ?? {})) {
    if (isRead("data", name)) continue
    tell(
      ["data", name],
      sentence`The data "${name}" are kept, but nothing reads them.`,
      sentence`Read them somewhere, or delete the entry and its \`save\`.`,
    )
  }
  for (const name of Object.keys(flow.document.derived ?? {})) {
    if (isRead("derived", name)) continue
    tell(
      ["derived", name],
      sentence`Nothing reads the derived value "${name}".`,
      sentence`Use it, or delete it.`,
    )
  }
}

/** Returns the slots that states ask for, read back or take from an agent. */
function namedSlots(states: CheckedFlow["flow"]["states"]): ReadonlySet<string> {
  return new Set(
    Object.values(states).flatMap(({ document }) => {
      if (document.type === "collect") return document.slots
      if (document.type === "checkpoint") return document.readBack ?? []
      return document.type === "handoff" ? (document.fills ?? []) : []
    }),
  )
}

function checkFlowSet(context: CheckContext, reads: ReadonlySet<string>, report: Report): void {
  const { settings, documents, flows } = context
  const uses = usesOf(context)
  const tell = (finding: Omit<Finding, "severity">) => report({ ...finding, severity: "info" })
  const inSettings = (
    field: string,
    names: object | undefined,
    isUsed: (name: string) => boolean,
    what: (name: string) => Sentence,
  ) => {
    for (const name of Object.keys(names ?? {})) {
      if (isUsed(name)) continue
      const help = sentence`Use it, or delete it.`
      tell({ source: settings.source, path: [field, name], message: what(name), help })
    }
  }
  const { value } = settings
  const sharedUsed = new Set(flows.flatMap(({ flow }) => [...flow.shared]))
  const placed = new Set(
    flows.flatMap(({ flow }) =>
      Object.values(flow.states).flatMap(({ id, file }) => (file === settings.source.file ? [id] : [])),
    ),
  )
  inSettings(
    "parameters",
    value.parameters,
    (name) => reads.has(`parameters.${name}`),
    (name) => sentence`No text, condition or timer uses the parameter "${name}".`,
  )
  inSettings(
    "queues",
    value.queues,
    (name) => uses.queues.has(name),
    (name) => sentence`No state hands over to the queue "${name}".`,
  )
  inSettings(
    "events",
    value.events,
    (name) => uses.events.has(name),
    (name) => sentence`No flow waits for or starts on the event "${name}".`,
  )
  inSettings(
    "slots",
    value.slots,
    (name) => sharedUsed.has(name),
    (name) => sentence`No flow uses the shared slot "${name}".`,
  )
  inSettings(
    "types",
    value.types,
    (name) => uses.types.has(name),
    (name) => sentence`No slot, value or field of a schema is of the type "${name}".`,
  )
  for (const name of Object.keys(value.defaults.states)) {
    if (placed.has(name)) continue
    const path = ["defaults", "states", name]
    tell({
      source: settings.source,
      path,
      message: sentence`No flow needs the default state "${name}".`,
      help: sentence`Lead to it, or delete it.`,
    })
  }
  if (documents.services !== null) {
    for (const name of Object.keys(documents.services.value)) {
      if (uses.operations.has(name)) continue
      tell({
        source: documents.services.source,
        path: [name],
        message: sentence`No flow calls the operation "${name}".`,
        help: sentence`Call it, or delete it.`,
      })
    }
  }
  for (const [kind, list] of [
    ["wording", documents.wordings],
    ["questionnaire", documents.questionnaires],
  ] as const) {
    for (const {
      value: { id },
      source,
    } of list) {
      if (uses.regulated.has(id)) continue
      tell({
        source,
        path: ["id"],
        at: id,
        message:
          kind === "wording"
            ? sentence`No flow shows the wording "${id}".`
            : sentence`No flow shows the questionnaire "${id}".`,
        help: sentence`Show it, or delete the file.`,
      })
    }
  }
  for (const { value: flow, source, isPattern } of documents.flows) {
    if (isPattern || flow.triggers !== undefined || uses.flows.has(flow.id)) continue
    tell({
      source,
      path: ["id"],
      at: flow.id,
      message: sentence`Nothing starts the flow "${flow.id}".`,
      help: sentence`Give it triggers, run it as a sub-flow, or delete it.`,
    })
  }
}

function usesOf({ flows, settings, shown, documents }: CheckContext) {
  const operations = new Set<string>()
  const queues = new Set<string>()
  const events = new Set<string>()
  const regulated = new Set(shown.map(({ id }) => id))
  const types = new Set<string>()
  const started = new Set<string>()
  const addOn = (on: Readonly<Record<string, OnEntryDocument>> | undefined) => {
    for (const { event } of Object.values(on ?? {})) if (event !== undefined) events.add(event)
  }
  for (const { overflow } of Object.values(settings.value.queues))
    if (overflow !== undefined) queues.add(overflow)
  for (const { value } of documents.knowledge)
    for (const { offers, personal } of value)
      for (const flow of [offers, personal]) if (flow !== undefined) started.add(flow)
  for (const { flow } of flows) {
    const { document } = flow
    for (const slot of Object.values(flow.slots)) {
      for (const { type, check, needs } of [slot, ...Object.values(slot.of ?? {})]) {
        types.add(type)
        if (check !== undefined) operations.add(check.service)
        if (needs !== undefined) regulated.add(needs)
      }
    }
    for (const declared of [...Object.values(document.takes ?? {}), ...Object.values(document.gives ?? {})])
      types.add(typeOfDeclared(declared))
    for (const { type } of Object.values(document.derived ?? {})) types.add(type)
    for (const event of document.triggers?.events ?? []) events.add(event)
    addOn(document.on)
    for (const { document: state } of Object.values(flow.states)) {
      addOn(state.on)
      if (state.type === "handoff") queues.add(state.queue)
      if (state.type === "subflow") started.add(state.flow)
      if (state.type !== "service") continue
      operations.add(state.service)
      if (state.amend !== undefined) operations.add(state.amend)
    }
  }
  for (const schema of [
    ...Object.values(settings.value.events ?? {}),
    ...Object.values(documents.services?.value ?? {}).flatMap(({ input, output }) => [input, output]),
  ])
    for (const format of formatsIn(schema as Json)) types.add(format)
  return { operations, queues, events, regulated, types, flows: started }
}

/** The types that fields of a JSON Schema are said to be of. */
function formatsIn(schema: Json | undefined): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(formatsIn)
  if (!isMap(schema)) return []
  const own = typeof schema.format === "string" ? [schema.format] : []
  return [...own, ...Object.values(schema).flatMap(formatsIn)]
}
