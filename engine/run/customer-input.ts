import type { Command, Input, Json } from "../types.ts"
import type { Told } from "./answers.ts"
import { applyCommands } from "./apply-commands.ts"
import { type Draft, log, placeOf, setRun, topRun } from "./draft.ts"
import { takeIntent } from "./follow-entry.ts"
import { openIntents } from "./intents.ts"
import { notUnderstood } from "./misses.ts"
import { busyRun, holderOf, isOffered } from "./moves.ts"
import { phrases } from "./phrases.ts"
import { closeQuestion } from "./question.ts"
import { settle } from "./settle.ts"
import { sayText } from "./speak.ts"

type CustomerInput = Extract<Input, { kind: "message" | "choice" | "upload" }>

/** Takes what a customer wrote, chose or uploaded. Throws when the conversation has ended. */
export function takeCustomer(draft: Draft, input: CustomerInput): void {
  const entry = input.inbox ?? recordSaid(draft, input)
  if (draft.conversation.status === "ended")
    throw new Error(`The conversation "${draft.conversation.id}" has ended and takes no more messages.`)
  const { paused: _spoken, ...conversation } = draft.conversation
  draft.conversation = {
    ...conversation,
    silences: 0,
    ...(input.kind === "message" ? { heard: input.text } : {}),
    ...(input.kind === "message" && input.mood !== undefined ? { mood: input.mood } : {}),
  }
  const holder = holderOf(draft.conversation)
  if (holder !== "bot") {
    if (input.kind === "upload") applyCommands(draft, commandsOf(draft, input), toldOf(draft, input, entry))
    if (input.kind === "message" && holder === "queue") hearInQueue(draft, commandsOf(draft, input))
    return
  }
  if (input.kind === "message") recordRefused(draft, input.refused ?? [])
  applyCommands(draft, commandsOf(draft, input), toldOf(draft, input, entry))
  settle(draft)
  // A question that gives up after one miss leaves nothing to be put again.
  if (input.kind === "message" && isUnanswered(draft)) {
    notUnderstood(draft)
    settle(draft)
  }
  // Whoever speaks is answered: when nothing else was said, the open question is asked again.
  if (
    draft.lastSaid === 0 &&
    draft.conversation.question !== undefined &&
    busyRun(draft.conversation) === null &&
    !isAnswerOnCard(draft, input)
  ) {
    closeQuestion(draft)
    settle(draft)
  }
}

/** Who waits for a person may take that back where the author lets him; else he is told, once, that he is still waiting. */
function hearInQueue(draft: Draft, commands: readonly Command[]): void {
  const top = topRun(draft)
  if (top?.handoff === undefined) return
  const own = openIntents(draft.releases, draft.conversation).filter(({ run }) => run === top.id)
  for (const command of commands) {
    if (command.command !== "intent" || !own.some(({ intent }) => intent === command.intent)) continue
    if (!takeIntent(draft, command.intent).done) continue
    settle(draft)
    return
  }
  if (top.handoff.isTold === true) return
  setRun(draft, top.id, { handoff: { ...top.handoff, isTold: true } })
  sayText(draft, placeOf(draft.releases, top), phrases(draft.conversation.locale).stillQueued)
}

function recordRefused(
  draft: Draft,
  refused: readonly { readonly proposal: Json; readonly why: string }[],
): void {
  for (const { proposal, why } of refused)
    log(draft, { kind: "proposal.refused", open: { why }, personal: { proposal } })
}

function isUnanswered({ lastSaid, conversation }: Draft): boolean {
  return lastSaid === 0 && conversation.status !== "ended" && Object.keys(conversation.runs).length === 0
}

/** An answer to one question of a questionnaire: its card stays as it is. */
function isAnswerOnCard({ conversation }: Draft, input: CustomerInput): boolean {
  const { question } = conversation
  return (
    input.kind === "choice" &&
    question?.kind === "checkpoint" &&
    question.entry <= input.seen &&
    isOffered(conversation, input.choice)
  )
}

/** Records what the customer said, the moment that it comes in; 0 for what no customer said. */
export function recordSaid(draft: Draft, input: Input): number {
  switch (input.kind) {
    case "message":
      return log(draft, {
        kind: "customer.said",
        open: { how: "text" },
        personal: { text: input.text, ...moodOf(input) },
      }).index
    case "choice":
      return log(draft, {
        kind: "customer.said",
        open: { how: "choice" },
        personal: { text: labelOf(draft, input.choice) },
      }).index
    case "upload":
      return log(draft, {
        kind: "customer.said",
        open: { how: "upload" },
        personal: { text: input.document.name, document: input.document },
      }).index
    default:
      return 0
  }
}

function moodOf({ mood = "calm", because = [] }: Extract<Input, { kind: "message" }>) {
  return mood === "calm" || because.length === 0 ? {} : { mood: { mood, because } }
}

function labelOf(draft: Draft, choice: string): string {
  const options = draft.conversation.question?.options ?? []
  const label = options.find(({ key }) => key === choice)?.label
  if (label !== undefined) return label
  // The value of a question is told by its number, as its other answers are.
  const [question = "", value = choice] = choice.split(":")
  const numbered = options.find(({ key }) => key === `${question}:unsure`)?.label.split(" ")[0]
  return numbered === undefined ? choice : `${numbered} ${value}`
}

function toldOf(draft: Draft, input: CustomerInput, entry: number): Told {
  if (input.kind === "message") return { entry, seen: input.seen, words: input.text }
  return {
    entry,
    seen: input.seen,
    words: input.kind === "choice" ? labelOf(draft, input.choice) : input.document.name,
    sure: true,
    by: "chosen",
  }
}

function commandsOf(draft: Draft, input: CustomerInput): readonly Command[] {
  const sure = { confidence: 1, certain: true } as const
  if (input.kind === "message")
    return input.commands.length > 0
      ? input.commands
      : [{ command: "unknown", confidence: 1, certain: false }]
  if (input.kind === "upload") return [{ command: "upload", document: input.document, ...sure }]
  const kind = draft.conversation.question?.kind
  if (!isOffered(draft.conversation, input.choice))
    return [{ command: "choose", option: input.choice, ...sure }]
  switch (input.choice) {
    case "accept":
      return [{ command: "affirm", ...sure }]
    case "decline":
      return [{ command: "deny", ...sure }]
    case "skip":
      return [{ command: "skip", ...sure }]
    case "yes":
    case "no":
      if (kind === "confirmation" || kind === "slot")
        return [{ command: input.choice === "yes" ? "affirm" : "deny", ...sure }]
  }
  return [{ command: "choose", option: input.choice, ...sure }]
}

export function isCustomer(input: Input): input is CustomerInput {
  return input.kind === "message" || input.kind === "choice" || input.kind === "upload"
}
