import { textIn } from "../format/index.ts"
import type { Locale } from "../types.ts"
import { entersByHistory, historyNode } from "./machine.ts"
import type { CompiledExit, CompiledFlow, CompiledState } from "./model.ts"

/**
 * Returns a flow as SCXML (W3C, 2015) for other tools. Every exit is a transition on the event `state.exit`; guards and
 * timers are the engine's own, so they stand beside it as comments, and the datamodel is `null`.
 */
export function exportScxml(flow: CompiledFlow, locale: Locale): string {
  const states = Object.values(flow.states)
  const children = (parent: string | null) =>
    states.filter(({ ancestors }) => (ancestors[0] ?? null) === parent)
  const written = (state: CompiledState, indent: string): readonly string[] => {
    const { document, id } = state
    const title = document.title === undefined ? [] : [`${indent}${comment(textIn(document.title, locale))}`]
    const isEnd = document.type === "final" && state.ancestors.length === 0
    if (isEnd)
      return [
        ...title,
        `${indent}<final id="${id}"><donedata><content>${escaped(document.outcome)}</content></donedata></final>`,
      ]
    const inner = [
      ...transitions(flow, state, Object.values(state.exits), `${indent}  `),
      ...(document.type === "group" && document.history === true
        ? history(id, document.start, `${indent}  `)
        : []),
      ...children(id).flatMap((child) => written(child, `${indent}  `)),
    ]
    const initial = document.type === "group" ? ` initial="${document.start}"` : ""
    return [...title, `${indent}<state id="${id}"${initial}>`, ...inner, `${indent}</state>`]
  }
  const own = flow.on.flatMap(({ exit }) => (exit === null ? [] : [exit]))
  // SCXML has no transitions on its root: those of the flow stand on a state around all others.
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    comment(textIn(flow.document.title, locale)),
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="null" name="${flow.id}" initial="${flow.document.start}">`,
    ...(own.length === 0
      ? children(null).flatMap((state) => written(state, "  "))
      : [
          `  <state id="${flow.id}.flow" initial="${flow.document.start}">`,
          ...transitions(flow, null, own, "    "),
          ...children(null)
            .filter(({ document }) => document.type !== "final")
            .flatMap((state) => written(state, "    ")),
          "  </state>",
          ...children(null)
            .filter(({ document }) => document.type === "final")
            .flatMap((state) => written(state, "  ")),
        ]),
    "</scxml>",
    "",
  ].join("\n")
}

function transitions(
  flow: CompiledFlow,
  owner: CompiledState | null,
  exits: readonly CompiledExit[],
  indent: string,
): readonly string[] {
  return exits.map((exit) => {
    const trigger = triggerOf(flow, owner, exit.name)
    const note = trigger === "" ? "" : ` ${comment(trigger)}`
    const event = `${owner?.id ?? `${flow.id}.flow`}.${exit.name}`
    const isRemembered = entersByHistory(flow.states, owner?.id ?? "", exit)
    const target = isRemembered ? historyNode(exit.target) : exit.target
    return `${indent}<transition event="${event}" target="${target}"/>${note}`
  })
}

function history(group: string, start: string, indent: string): readonly string[] {
  return [
    `${indent}<history id="${historyNode(group)}" type="deep">`,
    `${indent}  <transition target="${start}"/>`,
    `${indent}</history>`,
  ]
}

/** What makes the engine take an exit, as the document has it. */
function triggerOf(flow: CompiledFlow, owner: CompiledState | null, exit: string): string {
  const document = owner?.document
  if (document?.type === "decision" && document.cases[exit] !== undefined) return document.cases[exit].when
  const entry = (owner === null ? flow.document.on : document?.on)?.[exit]
  const { event, when, after, at, silence, says } = entry ?? {}
  const heard = says === undefined ? undefined : Object.values(says).flat()[0]
  const found = Object.entries({ event, when, after, at, silence, says: heard })
  return found.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join("; ")
}

/** A comment must not hold two hyphens in a row, nor end with one. */
function comment(text: string): string {
  return `<!-- ${text.replaceAll(/-(?=-|$)/g, "‐")} -->`
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
