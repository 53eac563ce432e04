import type { Choice, Command, Json } from "../types.ts"
import { type Answer, answerQuestion, skip, type Told } from "./answers.ts"
import { commandLabel } from "./command-label.ts"
import { type CommandResult, done, notDone, tooEarly } from "./command-result.ts"
import { type Draft, placeOf, topRun } from "./draft.ts"
import { takeIntent } from "./follow-entry.ts"
import { goBack } from "./go-back.ts"
import { knowledgeTakes, personalFlow } from "./knowledge.ts"
import { misunderstood } from "./misses.ts"
import { isOffered } from "./moves.ts"
import { keepName } from "./named-option.ts"
import { businessRun, flowTitle, startClarify, startPattern, yieldPatterns } from "./patterns.ts"
import { phrases } from "./phrases.ts"
import { sayGoodbye } from "./say-goodbye.ts"
import { correct, setSlot } from "./set-slot.ts"
import { endConversation } from "./settle.ts"
import { startFlow } from "./start-flow.ts"
import { upload } from "./upload.ts"
import { withdrawConsent } from "./withdraw-consent.ts"

/** Applies one command to the conversation. It is checked as if the customer had said it in plain words. */
export function applyCommand(draft: Draft, command: Command, told: Told): CommandResult {
  switch (command.command) {
    case "set-slot":
      return setSlot(draft, command, told)
    case "name-option":
      return keepName(draft, command.text ?? told.words, told)
    case "correct-slot": {
      const words = command.text ?? told.words
      return correct(draft, command.slot, command.value, { ...told, words }, command.certain)
    }
    case "affirm":
    case "deny": {
      const sure = told.sure === true || (command.certain && command.confidence === 1)
      return answered(draft, { is: command.command }, { ...told, sure })
    }
    case "choose":
      return answered(draft, { is: "choose", option: command.option }, told)
    case "skip":
      return skipQuestion(draft)
    case "intent":
      return takeIntent(draft, command.intent)
    case "upload":
      return upload(draft, command.document, told)
    case "start-flow":
      return startFlow(draft, command.flow)
    case "cancel":
      return cancel(draft)
    case "go-back":
      return goBack(draft)
    // These two only interrupt: what a pattern asks stays asked.
    case "repeat":
      return pattern(draft, "repeat", {}, false)
    case "pause":
      draft.conversation = { ...draft.conversation, paused: true }
      return pattern(draft, "pause", {}, false)
    case "end":
      return isSurveyed(draft) ? leave(draft) : sayGoodbye(draft)
    case "human":
      return pattern(draft, "human-requested", { flow: businessRun(draft)?.flow ?? "" })
    case "crisis":
      draft.conversation = { ...draft.conversation, noSurvey: true }
      return pattern(draft, "crisis", { kind: command.kind ?? "selfHarm" })
    case "complain":
      return startFlow(draft, "complaint", "urgent")
    case "withdraw-consent":
      return withdrawConsent(draft)
    case "ask-knowledge":
      return answerFromKnowledge(draft, command.topic)
    case "chitchat":
      return pattern(draft, "chitchat", { topic: command.topic }, false)
    case "out-of-scope":
      return pattern(draft, "out-of-scope")
    case "clarify":
      return clarify(draft, command.options)
    case "unknown":
      return misunderstood(draft)
  }
}

function pattern(
  draft: Draft,
  id: string,
  takes: Readonly<Record<string, Json>> = {},
  yields = true,
): CommandResult {
  if (yields) yieldPatterns(draft)
  const about = businessRun(draft)
  return startPattern(draft, id, takes, about === null ? {} : { run: about.id }) === null
    ? notDone(`the flow set has no pattern "${id}"`)
    : done
}

/** Goodbye has been said, and only the survey is open. */
function isSurveyed(draft: Draft): boolean {
  return topRun(draft)?.pattern?.pattern === "survey"
}

function leave(draft: Draft): CommandResult {
  endConversation(draft)
  return done
}

function cancel(draft: Draft): CommandResult {
  const run = businessRun(draft)
  if (run === null) {
    yieldPatterns(draft)
    return notDone("nothing is open")
  }
  return pattern(draft, "cancel", { title: flowTitle(draft, run.flow) })
}

function answerFromKnowledge(draft: Draft, topic: string): CommandResult {
  const own = personalFlow(draft, topic)
  if (own !== null) return startFlow(draft, own)
  const takes = knowledgeTakes(draft, topic)
  if (takes === null) return notDone("there is no such entry")
  const { offers, matter, ...said } = takes
  if (matter !== null) draft.conversation = { ...draft.conversation, matter }
  const choices: Record<string, Choice> = offers === "" ? {} : { offers: { choice: "start", flow: offers } }
  yieldPatterns(draft)
  return startPattern(draft, "knowledge-answer", { ...said, offers }, { choices }) === null
    ? notDone("there is no pattern")
    : done
}

function clarify(draft: Draft, commands: readonly Command[]): CommandResult {
  yieldPatterns(draft)
  const options = commands.map((command) => ({
    label: commandLabel(draft, command),
    choice: { choice: "command", command } as const,
  }))
  const words = phrases(draft.conversation.locale)
  const [only, ...others] = options
  const question = only !== undefined && others.length === 0 ? words.isMeant(only.label) : words.whichMeant
  return startClarify(draft, question, options) === null ? notDone("there is no pattern") : done
}

function answered(draft: Draft, answer: Answer, told: Told): CommandResult {
  if (draft.conversation.question === undefined) return notDone("no question is open")
  if (draft.conversation.question.entry > told.seen) return tooEarly
  if (answer.is === "choose" && !isOffered(draft.conversation, answer.option))
    return { done: false, why: "it is not offered now", early: told.by === "chosen" }
  return answerQuestion(draft, answer, told) ? done : notDone("it does not answer the open question")
}

function skipQuestion(draft: Draft): CommandResult {
  const { question } = draft.conversation
  const run = question === undefined ? undefined : draft.conversation.runs[question.run]
  if (question === undefined || run === undefined || question.kind !== "slot")
    return notDone("no question is open that can be skipped")
  return skip(draft, placeOf(draft.releases, run), question.id) ? done : notDone("it cannot be skipped")
}
