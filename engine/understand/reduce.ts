import type { Command } from "../types.ts"
import type { Message } from "./message.ts"
import type { Reading } from "./reading.ts"

/** Leaves out what says nothing beside the rest: thanks beside an answer, a word of cancelling beside a wish. */
export function reduce({ context }: Message, readings: readonly Reading[]): readonly Command[] {
  const commands = readings.map(({ command }) => command)
  const has = (...names: readonly Command["command"][]) =>
    commands.some(({ command }) => names.includes(command))
  const acts = has(
    "set-slot",
    "correct-slot",
    "affirm",
    "deny",
    "choose",
    "start-flow",
    "ask-knowledge",
    "intent",
  )
  const first = has("human", "complain", "withdraw-consent")
  // Of small talk the first counts, beside a goodbye only thanks do.
  const leaves = has("end")
  const spoken = commands.findIndex(
    (one) => one.command === "chitchat" && (!leaves || one.topic === "thanks"),
  )
  const isSmallTalk = commands.every(({ command }) => command === "chitchat" || command === "end")
  const kept = commands.filter((one, at) => {
    if (one.command === "chitchat") return isSmallTalk && at === spoken
    if (
      first &&
      ["affirm", "deny", "cancel", "pause", "end", "repeat", "skip", "unknown"].includes(one.command)
    )
      return false
    if (acts && ["pause", "repeat"].includes(one.command)) return false
    if (one.command === "cancel" && has("start-flow", "ask-knowledge", "choose", "set-slot")) return false
    if (first && one.command === "start-flow") return !(one.flow === "complaint" || !one.certain)
    if (one.command === "start-flow" && one.flow === context.flow)
      return !has("set-slot", "correct-slot", "ask-knowledge", "intent")
    return true
  })
  const sure = kept.some((one) => one.certain && !BESIDE.has(one.command) && !isFlowValue(one))
  const isTold = (one: Command) => one.command === "start-flow" && kept.some(isFlowValue)
  const begins = kept.some((one) => one.command === "start-flow" && one.certain)
  const isKept = (one: Command) => KEPT_UNSURE.has(one.command) || (begins && one.command === "ask-knowledge")
  return sure ? kept.filter((one) => one.certain || isKept(one) || isTold(one)) : kept
}

/** Sure as they are, these leave open what else is meant. */
const BESIDE: ReadonlySet<string> = new Set(["chitchat", "name-option"])
const KEPT_UNSURE: ReadonlySet<string> = new Set(["set-slot", "affirm", "skip"])

export function isFlowValue(command: Command): boolean {
  return command.command === "set-slot" && command.flow !== undefined
}
