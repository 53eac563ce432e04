import type { Command } from "../types.ts"
import { isQuestion, isWish } from "./cues.ts"
import type { Message } from "./message.ts"
import { overlap, type Reading, reading } from "./reading.ts"
import { readCourtesyWithin } from "./readings/chitchat.ts"
import { readSuperior } from "./readings/urgent.ts"

/**
 * Returns what a message comes to, given what was read of its parts: whoever asks for somebody higher up is asked what
 * is meant; a greeting or thanks that are all one can be sure of stand for the message; nothing read is said to be so.
 */
export function heardAsAWhole(
  message: Message,
  commands: readonly Command[],
  chitchat: readonly Reading[],
): readonly Command[] {
  const superior = readSuperior(message)
  if (superior !== null && !commands.some(isForPeople)) return [superior.command]
  if (commands.every(isGreeting) && asksBeside(message, chitchat)) return [unknown(message)]
  const isThin = commands.every(({ command, certain }) => !certain && LIKENESS.has(command))
  const isMeant = !isThin || message.clauses.some(({ text }) => isWish(text) || isQuestion(text))
  if (isMeant && commands.length > 0) return commands
  const courtesy = message.context.asking === undefined ? readCourtesyWithin(message) : null
  const isBeside = courtesy !== null && isGreeting(courtesy.command) && commands.some(isWorthAsking)
  if (courtesy !== null && !isBeside) return [courtesy.command]
  return commands.length > 0 ? commands : [unknown(message)]
}

function isGreeting(command: Command): boolean {
  return command.command === "chitchat" && command.topic === "greeting"
}

/** Something is asked or wished beside the small talk: a greeting alone would be no answer to it. */
function asksBeside({ clauses }: Message, chitchat: readonly Reading[]): boolean {
  return clauses.some(
    (clause) =>
      (isQuestion(clause.text) || isWish(clause.text)) && !chitchat.some((one) => overlap(one, clause)),
  )
}

/** Likely enough that it is asked about: a greeting before it is not what the customer came for. */
function isWorthAsking({ command, confidence = 1 }: Command): boolean {
  return command === "start-flow" && confidence >= ASKED
}

const ASKED = 0.55

/** Reaches people by itself. */
function isForPeople(command: Command): boolean {
  if (command.command === "start-flow") return command.flow === "complaint" && command.certain
  return command.command === "human" || command.command === "complain"
}

/** What is read by likeness alone: thanks beside it, and neither a wish nor a question, are only thanks. */
const LIKENESS: ReadonlySet<string> = new Set(["start-flow", "clarify", "ask-knowledge"])

function unknown(message: Message): Command {
  return reading(message, { start: 0, end: message.utterance.text.length }, { command: "unknown" }, 0).command
}
