import { builtInTypes, hasFixedOptions, isBuiltInType } from "../../compile/shapes.ts"
import type { SlotDocument } from "../../document/schema.ts"
import { sentence } from "../../types.ts"
import type { CheckContext } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below, type Spot } from "../places.ts"
import { type Report, type Rule, yaml } from "../rule.ts"
import { statesOf } from "../walks.ts"

export const slotShape: Rule = {
  id: "slot-shape",
  doc: "A slot has a known type with what that type needs, and a question where a collect asks for it.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        slots:
          reason: # here
            type: choice
          day:
            type: dat # here
            ask:
              zh: 哪一天?
              en: Which day?
        start: ask
        states:
          ask:
            type: collect
            slots: [reason, day]
            to: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        slots:
          reason:
            type: choice
            options:
              money:
                label:
                  zh: 急用钱
                  en: I need the money
            ask:
              zh: 为什么?
              en: Why?
          day:
            type: date
            ask:
              zh: 哪一天?
              en: Which day?
        start: ask
        states:
          ask:
            type: collect
            slots: [reason, day]
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run(context, report) {
    const { settings, flows } = context
    const asked = new Set<SlotDocument>()
    for (const { checked, document } of statesOf(flows, "collect")) {
      for (const name of document.slots) {
        const slot = checked.flow.slots[name]
        if (slot !== undefined) asked.add(slot)
      }
    }
    checkTypes(context, report)
    for (const [name, slot] of Object.entries(settings.value.slots ?? {}))
      checkSlot(name, slot, { source: settings.source, path: ["slots", name] }, asked.has(slot))
    for (const { flow, source } of flows) {
      for (const [name, slot] of Object.entries(flow.document.slots ?? {}))
        checkSlot(name, slot, { source, path: ["slots", name], at: flow.id }, asked.has(slot))
    }

    function checkSlot(name: string, slot: SlotDocument, spot: Spot, isAsked: boolean): void {
      checkFields(name, slot, spot, context, report)
      const isOnlyHeard = slot.optional === true && slot.needs !== undefined
      if (
        isAsked &&
        slot.ask === undefined &&
        slot.default === undefined &&
        slot.type !== "list" &&
        !isOnlyHeard
      ) {
        report({
          ...spot,
          message: sentence`The slot "${name}" is asked for, but has no question.`,
          help: sentence`Give it \`ask\`, or a \`default\`.`,
        })
      }
      if (slot.until !== undefined && slot.type !== "documents") {
        report({
          ...below(spot, "until"),
          message: sentence`The slot "${name}" has \`until\`, but its type is "${slot.type}".`,
          help: sentence`Only documents are asked for until there are enough; make its type \`documents\`, or delete \`until\`.`,
        })
      }
      if (slot.type !== "list") {
        if (slot.of === undefined) return
        report({
          ...below(spot, "of"),
          message: sentence`The slot "${name}" has fields, but is no list.`,
          help: sentence`Make its type \`list\`, or delete \`of\`.`,
        })
        return
      }
      const fields = Object.entries(slot.of ?? {})
      if (fields.length === 0) {
        report({
          ...spot,
          message: sentence`The list "${name}" does not say what its records hold.`,
          help: sentence`Declare the fields under \`of\`, each like a slot.`,
        })
      }
      if (slot.min !== undefined && slot.max !== undefined && slot.min > slot.max) {
        report({
          ...below(spot, "min"),
          message: sentence`The list "${name}" wants at least ${slot.min} records and at most ${slot.max}.`,
          help: sentence`Let \`min\` be no more than \`max\`.`,
        })
      }
      for (const [id, field] of fields) {
        const at = below(spot, "of", id)
        checkFields(`${name}.${id}`, field, at, context, report)
        if (!isAsked || field.ask !== undefined || field.default !== undefined) continue
        report({
          ...at,
          message: sentence`The field "${id}" of the list "${name}" is asked for, but has no question.`,
          help: sentence`Give it \`ask\`, or a \`default\`.`,
        })
      }
    }
  },
}

/** Checks what slots and the fields of lists have in common. */
function checkFields(
  name: string,
  slot: SlotDocument,
  spot: Spot,
  context: CheckContext,
  report: Report,
): void {
  const types = context.settings.value.types ?? {}
  const declared = types[slot.type]
  if (declared === undefined && !isBuiltInType(slot.type)) {
    report({
      ...below(spot, "type"),
      message: sentence`"${slot.type}" of the slot "${name}" is no type.`,
      help: nameHelp(slot.type, [...builtInTypes, ...Object.keys(types)]),
    })
  }
  const isChoice = slot.type === "choice" || slot.type === "choices"
  if (isChoice && (slot.options === undefined || Object.keys(slot.options).length === 0)) {
    report({
      ...spot,
      message: sentence`The slot "${name}" is a choice without options.`,
      help: sentence`Give it \`options\`: a map of keys with labels, or \`{ from, key, label }\` for what the data offers.`,
    })
  }
  if (slot.options !== undefined && !isChoice && declared?.values === undefined) {
    report({
      ...below(spot, "options"),
      message: sentence`The slot "${name}" has options, but its type is "${slot.type}".`,
      help: sentence`Make its type \`choice\` or \`choices\`, or delete \`options\`.`,
    })
  }
  for (const key of fixedKeys(slot.options)) {
    if (!RESERVED.test(key)) continue
    report({
      ...below(spot, "options"),
      message: sentence`The option "${key}" of the slot "${name}" has the key of a button of ours.`,
      help: sentence`Give it another key; accept, decline, yes, no, skip, before and what has a colon mean something everywhere.`,
    })
  }
  if (isChoice && slot.options !== undefined && hasFixedOptions(slot.options) && slot.default !== undefined) {
    const keys = Object.keys(slot.options)
    for (const key of [slot.default].flat()) {
      if (keys.includes(String(key))) continue
      report({
        ...below(spot, "default"),
        message: sentence`The default of the slot "${name}" is ${JSON.stringify(key)}, which is none of its options.`,
        help: nameHelp(String(key), keys),
      })
    }
  }
  const { needs } = slot
  if (needs === undefined) return
  const known = [...Object.keys(context.wordings), ...Object.keys(context.questionnaires)]
  if (known.includes(needs) || context.isUnread(needs)) return
  report({
    ...below(spot, "needs"),
    message: sentence`The slot "${name}" needs "${needs}", which is no wording or questionnaire.`,
    help: nameHelp(needs, known),
  })
}

/** What a channel sends for a checkpoint's, a confirmation's or a card's own buttons. */
const RESERVED = /^(?:accept|decline|yes|no|skip|before)$|:/

/** The keys that an author wrote: of a map, or of what stands beside the options that the data offers. */
function fixedKeys(options: SlotDocument["options"]): readonly string[] {
  if (options === undefined) return []
  return Object.keys(hasFixedOptions(options) ? options : (options.also ?? {}))
}

/** Checks the types that the flow set declares. */
function checkTypes({ settings: { value, source } }: CheckContext, report: Report): void {
  for (const [name, { pattern, values }] of Object.entries(value.types ?? {})) {
    const spot: Spot = { source, path: ["types", name] }
    if (isBuiltInType(name)) {
      report({
        ...spot,
        message: sentence`"${name}" is a built-in type and cannot be declared again.`,
        help: sentence`Give the type another name.`,
      })
    }
    if ((pattern === undefined) === (values === undefined)) {
      report({
        ...spot,
        message: sentence`The type "${name}" needs either a pattern or values.`,
        help: sentence`Write \`pattern\` with a regular expression, or \`values\` with keys and labels.`,
      })
    }
    if (pattern === undefined || isPattern(pattern)) continue
    report({
      ...below(spot, "pattern"),
      message: sentence`The pattern of the type "${name}" is no regular expression: ${pattern}`,
      help: sentence`Close every bracket; write a backslash twice between double quotes.`,
    })
  }
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp
  } catch {
    return false
  }
}
