import type { Command, Conversation } from "../types.ts"
import type { Told } from "./answers.ts"
import type { CommandResult } from "./command-result.ts"
import { applyCommand } from "./commands.ts"
import type { Change } from "./correct.ts"
import { type Draft, log } from "./draft.ts"
import { holderOf } from "./moves.ts"
import { businessRun, startPattern } from "./patterns.ts"
import { moveBehind } from "./settle.ts"

/** Applies the commands of one message in their order; corrections are told in one sentence when all is done. */
export function applyCommands(draft: Draft, commands: readonly Command[], told: Told): void {
  const changes: Change[] = []
  const { lastSaid } = draft
  const top = draft.conversation.stack.at(-1)
  const before = { ...draft.conversation.runs }
  let understood = false
  let early = false
  let served = false
  for (const command of answeredFirst(commands)) {
    if (draft.conversation.status === "ended") break
    const result = applyCommand(draft, command, told)
    if (result.change !== undefined) changes.push(result.change)
    if (result.done) served = true
    if (result.done && command.command !== "unknown" && command.command !== "chitchat") understood = true
    if (result.early === true) early = true
    recordCommand(draft, command, result)
  }
  if (understood) draft.conversation = { ...draft.conversation, misses: 0 }
  if (changes.length > 0)
    startPattern(draft, "correct", { changes: changes.map((change) => ({ ...change })) })
  moveOthers(draft, before)
  // With a question open it is put again; only what should have answered it is a miss.
  const isLost = draft.conversation.question === undefined || commands.every(isAnswer)
  const isAnswered = draft.lastSaid !== lastSaid || draft.conversation.stack.at(-1) !== top
  if (!served && !early && isLost && !isAnswered && holderOf(draft.conversation) === "bot")
    applyCommand(draft, { command: "unknown", confidence: 1, certain: false }, told)
}

/** What comes on top last talks first: a question is answered before the flow begins that was named beside it. */
function answeredFirst(commands: readonly Command[]): readonly Command[] {
  if (!commands.some(({ command }) => command === "start-flow")) return commands
  const isQuestion = ({ command }: Command) => command === "ask-knowledge"
  return [...commands.filter((one) => !isQuestion(one)), ...commands.filter(isQuestion)]
}

/** Runs that are not next to talk move as far as they may in silence when a command has moved them. */
function moveOthers(draft: Draft, before: Conversation["runs"]): void {
  const next = businessRun(draft)?.id
  for (const id of draft.conversation.stack.slice(0, -1)) {
    const run = draft.conversation.runs[id]
    if (id !== next && run !== undefined && before[id]?.position !== run.position) moveBehind(draft, id)
  }
}

/** Commands that mean nothing without the question that they answer. */
function isAnswer({ command }: Command): boolean {
  return command === "affirm" || command === "deny" || command === "choose" || command === "skip"
}

/** Keeps what was proposed and what came of it. */
function recordCommand(draft: Draft, command: Command, result: CommandResult): void {
  log(draft, {
    kind: "command",
    open: {
      command: command.command,
      ...("slot" in command ? { slot: command.slot } : {}),
      ...(command.command === "start-flow" ? { flow: command.flow } : {}),
      done: result.done,
      ...(result.why === undefined ? {} : { why: result.why }),
      ...(command.by === undefined ? {} : { by: command.by }),
    },
    personal: {
      ...("value" in command && command.value !== undefined ? { value: command.value } : {}),
      ...(command.text === undefined ? {} : { text: command.text }),
      confidence: command.confidence,
    },
  })
}
