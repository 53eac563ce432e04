import { textIn } from "../format/index.ts"
import type { Command, Json, Run } from "../types.ts"
import { takeOn } from "./advance.ts"
import { type Answer, answerQuestion, fillField, provenance, skip, type Told } from "./answers.ts"
import { clearSlot } from "./clear-slot.ts"
import { type Change, correctSlot } from "./correct.ts"
import { blockingWrite, hasPassedCheckpoint, lastAnswered, restart } from "./correction.ts"
import { type Draft, log, placeOf, runOf, setRun, topRun } from "./draft.ts"
import { fillSlot, findSlot, labelOf, miss, stateOfSlot, valueText } from "./fill.ts"
import { type OpenEntry, openIntents } from "./intents.ts"
import { knowledgeTakes } from "./knowledge.ts"
import { isOffered } from "./moves.ts"
import { businessRun, flowTitle, startClarify, startPattern, topGivesWay } from "./patterns.ts"
import { phrases } from "./phrases.ts"
import { closeQuestion } from "./question.ts"
import { endRun, resumeRun, startRun } from "./runs.ts"
import { sayEntry, sayText } from "./speak.ts"
import { holds, valuesOf } from "./values.ts"

/** What came of a command: done, or why not. */
export type Done = {
  readonly done: boolean
  readonly why?: string
  readonly change?: Change
  /** It answers a question that was not on the screen yet: no miss, the question is put again. */
  readonly early?: boolean
}

const done: Done = { done: true }
const tooEarly: Done = { done: false, why: "the question was not on the screen yet", early: true }
const notDone = (why: string): Done => ({ done: false, why })

/** Applies one command to the conversation. It is checked as if the customer had said it in plain words. */
export function applyCommand(draft: Draft, command: Command, told: Told): Done {
  switch (command.command) {
    case "set-slot":
      return setSlot(draft, command, told)
    case "correct-slot":
      return correct(
        draft,
        command.slot,
        command.value,
        { ...told, words: command.text ?? told.words },
        command.certain,
      )
    case "affirm":
    case "deny":
      return answered(
        draft,
        { is: command.command },
        { ...told, sure: told.sure === true || (command.certain && command.confidence === 1) },
      )
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
      return onBusiness(draft, (run) =>
        startPattern(draft, "cancel", { title: flowTitle(draft, run.flow) }, { run: run.id }),
      )
    case "go-back":
      return goBack(draft)
    case "repeat":
      return pattern(draft, "repeat")
    case "pause":
      draft.conversation = { ...draft.conversation, paused: true }
      return pattern(draft, "pause")
    case "end": {
      const open = businessRun(draft)
      return pattern(draft, "end", {
        open: open !== null,
        title: open === null ? "" : flowTitle(draft, open.flow),
      })
    }
    case "human":
      return pattern(draft, "human-requested")
    case "crisis":
      draft.conversation = { ...draft.conversation, noSurvey: true }
      return pattern(draft, "crisis", { kind: command.kind ?? "selfHarm" })
    case "complain":
      draft.conversation = { ...draft.conversation, noSurvey: true }
      return startFlow(draft, "complaint", true)
    case "withdraw-consent":
      return withdrawConsent(draft)
    case "ask-knowledge": {
      const takes = knowledgeTakes(draft, command.topic)
      if (takes === null) return notDone("there is no such entry")
      const { offers, ...said } = takes
      const leads: Record<string, Command> =
        offers === "" ? {} : { offers: { command: "start-flow", flow: offers, confidence: 1, certain: true } }
      yieldPatterns(draft)
      return startPattern(draft, "knowledge-answer", { ...said, offers }, { commands: leads }) === null
        ? notDone("there is no pattern")
        : done
    }
    case "chitchat":
      return pattern(draft, "chitchat", { topic: command.topic }, false)
    case "out-of-scope":
      return pattern(draft, "out-of-scope")
    case "clarify": {
      yieldPatterns(draft)
      const options = command.options.map((option) => ({
        label: labelOfCommand(draft, option),
        command: option,
      }))
      return startClarify(draft, "", options) === null ? notDone("there is no pattern") : done
    }
    case "unknown":
      return misunderstood(draft)
  }
}

/** Ends patterns on top that only ask: what was said is no answer to them. */
function yieldPatterns(draft: Draft): void {
  while (topGivesWay(draft)) endRun(draft, topRun(draft)?.id ?? "", "dropped", {})
}

function pattern(draft: Draft, id: string, takes: Readonly<Record<string, Json>> = {}, yields = true): Done {
  if (yields) yieldPatterns(draft)
  const about = businessRun(draft)
  return startPattern(draft, id, takes, about === null ? {} : { run: about.id }) === null
    ? notDone(`the flow set has no pattern "${id}"`)
    : done
}

function onBusiness(draft: Draft, start: (run: Run) => string | null): Done {
  yieldPatterns(draft)
  const run = businessRun(draft)
  if (run === null) return notDone("nothing is open")
  return start(run) === null ? notDone("there is no pattern") : done
}

function answered(draft: Draft, answer: Answer, told: Told): Done {
  if (draft.conversation.question === undefined) return notDone("no question is open")
  if (draft.conversation.question.entry > told.seen) return tooEarly
  if (answer.is === "choose" && !isOffered(draft.conversation, answer.option))
    return { done: false, why: "it is not offered now", early: told.by === "chosen" }
  return answerQuestion(draft, answer, told) ? done : notDone("it does not answer the open question")
}

function setSlot(draft: Draft, command: Extract<Command, { command: "set-slot" }>, told: Told): Done {
  const { question } = draft.conversation
  if (command.answer === true && question !== undefined && question.entry > told.seen) return tooEarly
  const from = {
    ...provenance(draft, told),
    ...(command.text === undefined ? {} : { text: command.text }),
    ...(command.start === undefined ? {} : { start: command.start }),
    ...(command.end === undefined ? {} : { end: command.end }),
  }
  const { conversation } = draft
  for (const id of [...conversation.stack].reverse()) {
    const run = runOf(draft, id)
    if (command.slot.includes(".")) {
      if (fillField(draft, id, command.slot, command.value, from)) return done
      continue
    }
    const at = findSlot(draft, run, command.slot)
    if (at === null) continue
    const old = stateOfSlot(run, at)
    if (old?.status === "filled" && run.memory.length > 0)
      return correct(
        draft,
        command.slot,
        command.value,
        { ...told, words: command.text ?? told.words },
        command.certain,
      )
    while (topRun(draft)?.id !== id && topGivesWay(draft))
      endRun(draft, topRun(draft)?.id ?? "", "dropped", {})
    const filled = fillSlot(draft, id, at, command.value, from, command.certain)
    return filled === "refused" ? notDone("the value was refused") : done
  }
  const business = businessRun(draft)
  if (business === null) return notDone("no flow that is open has this slot")
  setRun(draft, business.id, {
    told: [
      ...business.told.filter((other) => other.slot !== command.slot),
      { slot: command.slot, value: command.value, from },
    ],
  })
  return done
}

/** Corrections reach every run that talks, the top first, then the parked ones. */
function correct(draft: Draft, slot: string, value: Json | undefined, told: Told, certain: boolean): Done {
  const { stack, runs } = draft.conversation
  const order = [
    ...[...stack].reverse(),
    ...Object.keys(runs)
      .filter((id) => !stack.includes(id))
      .reverse(),
  ]
  for (const id of order) {
    const run = runs[id]
    if (run === undefined || run.pattern !== undefined) continue
    const at = findSlot(draft, run, slot)
    if (at === null) continue
    if (stateOfSlot(run, at)?.value === undefined && value !== undefined) {
      yieldPatterns(draft)
      return fillSlot(draft, id, at, value, provenance(draft, told), certain) === "refused"
        ? notDone("the value was refused")
        : done
    }
    yieldPatterns(draft)
    const change = correctSlot(draft, id, at, value, provenance(draft, told), certain)
    return change === null ? notDone("nothing was changed") : { done: true, change }
  }
  return notDone("no open flow has this slot")
}

function skipQuestion(draft: Draft): Done {
  const { question } = draft.conversation
  const run = question === undefined ? undefined : draft.conversation.runs[question.run]
  if (question === undefined || run === undefined || question.kind !== "slot")
    return notDone("no question is open that can be skipped")
  return skip(draft, placeOf(draft.releases, run), question.id) ? done : notDone("it cannot be skipped")
}

function takeIntent(draft: Draft, intent: string): Done {
  const open = openIntents(draft.releases, draft.conversation).find((entry) => entry.intent === intent)
  if (open === undefined) return notDone("no entry of that name is open")
  const run = runOf(draft, open.run)
  const place = placeOf(draft.releases, run, open.frameIndex)
  if (!holds(valuesOf(draft, run, place.scope), open.entry.document.when))
    return notDone("its condition does not hold")
  if (topRun(draft)?.id !== open.run) yieldPatterns(draft)
  return followEntry(draft, open)
}

/** Says what an entry says, and takes its exit if it has one; a parked run with an exit comes back on top. */
export function followEntry(
  draft: Draft,
  { run: runId, frameIndex, entry }: Omit<OpenEntry, "intent">,
): Done {
  const place = placeOf(draft.releases, runOf(draft, runId), frameIndex)
  sayEntry(draft, place, entry)
  if (entry.exit === null) return done
  if (!draft.conversation.stack.includes(runId)) resumeRun(draft, runId)
  if (draft.conversation.question?.run === runId) closeQuestion(draft)
  takeOn(draft, runId, frameIndex, entry, entry.exit, null)
  return done
}

function upload(
  draft: Draft,
  document: Extract<Command, { command: "upload" }>["document"],
  told: Told,
): Done {
  const { question } = draft.conversation
  const run = question === undefined ? undefined : draft.conversation.runs[question.run]
  const at = question === undefined || run === undefined ? null : findSlot(draft, run, question.id)
  if (run === undefined || at === null || at.document.type !== "documents")
    return notDone("no document is asked for")
  const old = stateOfSlot(run, at)?.value
  const value: Json = [...(Array.isArray(old) ? (old as readonly Json[]) : []), { ...document }]
  sayText(draft, placeOf(draft.releases, run), phrases(draft.conversation.locale).uploaded(document.name))
  return fillSlot(draft, run.id, at, value, provenance(draft, { ...told, by: "chosen" }), true) === "refused"
    ? notDone("the document was refused")
    : done
}

/** A new topic: on top of what is open, asked first where that would disturb, and never twice on the stack. */
function startFlow(draft: Draft, flow: string, urgent = false): Done {
  const { current } = draft.releases
  if (current.flows[flow] === undefined) return notDone(`there is no flow "${flow}"`)
  yieldPatterns(draft)
  const { stack, runs } = draft.conversation
  const top = topRun(draft)
  if (top?.flow === flow) {
    closeQuestion(draft)
    return done
  }
  const title = flowTitle(draft, flow)
  const words = phrases(draft.conversation.locale)
  const below = stack.find((id) => runs[id]?.flow === flow)
  if (below !== undefined) {
    startClarify(draft, words.leaveFirst(title), [
      {
        label: words.goTo(title),
        command: { command: "intent", intent: `leave:${below}`, confidence: 1, certain: true },
      },
      {
        label: words.stay(flowTitle(draft, top?.flow ?? "")),
        command: { command: "repeat", confidence: 1, certain: true },
      },
    ])
    return done
  }
  const parked = Object.values(runs).filter((run) => run.flow === flow && !stack.includes(run.id))
  if (parked.length > 0 && !urgent) {
    startClarify(draft, words.parkedOrNew(title), [
      ...parked.map((run) => ({
        label: words.parked(title, Object.values(run.correlation).map(String).join(" ")),
        command: { command: "intent", intent: `resume:${run.id}`, confidence: 1, certain: true } as const,
      })),
      {
        label: words.another(title),
        command: { command: "intent", intent: `start:${flow}`, confidence: 1, certain: true },
      },
    ])
    return done
  }
  if (top !== null && !urgent && hasPassedCheckpoint(top)) {
    startClarify(draft, words.leaveFirst(title), [
      {
        label: words.goTo(title),
        command: { command: "intent", intent: `start:${flow}`, confidence: 1, certain: true },
      },
      {
        label: words.stay(flowTitle(draft, top.flow)),
        command: { command: "repeat", confidence: 1, certain: true },
      },
    ])
    return done
  }
  startRun(draft, flow)
  return done
}

/** Clears what was answered last and walks there again; a write on the way stops it. */
function goBack(draft: Draft): Done {
  yieldPatterns(draft)
  const run = businessRun(draft)
  const last = run === null ? null : lastAnswered(draft, run)
  if (run === null || last === null) return pattern(draft, "go-back", { possible: false, label: "" })
  const { conversation } = draft
  const labels = last.slots.map((slot) => {
    const at = findSlot(draft, run, last.scope === "" ? slot : `${last.scope}/${slot}`)
    return at === null ? slot : labelOf(draft, run, at)
  })
  for (const slot of last.slots) clearSlot(draft, run.id, last.scope, slot, "the customer went back")
  if (blockingWrite(draft, run.id) !== null) {
    draft.conversation = { ...draft.conversation, runs: conversation.runs }
    startPattern(draft, "too-late-to-correct", { label: labels[0] ?? "" }, { run: run.id })
    return notDone("a write stands in the way")
  }
  setRun(draft, run.id, { memory: runOf(draft, run.id).memory.filter((memory) => memory !== last.memory) })
  if (draft.conversation.question?.run === run.id) closeQuestion(draft)
  restart(draft, run.id, run)
  startPattern(
    draft,
    "go-back",
    { possible: true, label: labels.join(draft.conversation.locale.startsWith("zh") ? "、" : ", ") },
    { run: run.id },
  )
  return done
}

/** A consent is void from now on, everywhere; what stood on it asks again. */
function withdrawConsent(draft: Draft): Done {
  const { conversation } = draft
  const consents = [
    ...conversation.evidence,
    ...Object.values(conversation.runs).flatMap((run) => run.evidence),
  ].filter((evidence) => evidence.kind === "consent")
  for (const evidence of consents) {
    log(
      draft,
      {
        kind: "checkpoint.declined",
        open: {
          checkpoint: evidence.wording,
          version: evidence.version,
          kindOf: "consent",
          evidence: evidence.id,
        },
      },
      { run: evidence.run },
    )
  }
  draft.conversation = {
    ...draft.conversation,
    evidence: conversation.evidence.filter((evidence) => evidence.kind !== "consent"),
  }
  for (const run of Object.values(conversation.runs)) {
    if (!run.evidence.some((evidence) => evidence.kind === "consent")) continue
    setRun(draft, run.id, { evidence: run.evidence.filter((evidence) => evidence.kind !== "consent") })
    if (draft.conversation.stack.includes(run.id)) restart(draft, run.id, run)
  }
  const [first] = consents
  const wording = first === undefined ? undefined : draft.releases.current.wordings[first.wording]
  const [fallback = "zh"] = draft.releases.current.locales
  return pattern(draft, "consent-withdrawn", {
    title: wording === undefined ? "" : textIn(wording.title, conversation.locale, fallback),
  })
}

/** A miss: of the slot that was asked, which a collect bounds, and of the talk as a whole. */
function misunderstood(draft: Draft): Done {
  const { question } = draft.conversation
  const misses = draft.conversation.misses + 1
  draft.conversation = { ...draft.conversation, misses }
  const run = question === undefined ? undefined : draft.conversation.runs[question.run]
  let label = ""
  if (question?.kind === "slot" && run !== undefined) {
    const [name = ""] = question.id.split(".")
    const at = findSlot(draft, run, name)
    if (at !== null) {
      label = labelOf(draft, run, at)
      miss(draft, run.id, at)
      closeQuestion(draft)
      const place = placeOf(draft.releases, runOf(draft, run.id))
      const attempts = place.state.document.type === "collect" ? (place.state.document.attempts ?? 3) : 3
      if ((stateOfSlot(runOf(draft, run.id), at)?.misses ?? 0) >= attempts) return done
    }
  }
  if (run?.pattern !== undefined) return done
  startPattern(draft, "cannot-understand", { misses, label }, run === undefined ? {} : { run: run.id })
  return done
}

/** Returns what a command means, in words that a customer can choose by. */
function labelOfCommand(draft: Draft, command: Command): string {
  const { current } = draft.releases
  const { locale } = draft.conversation
  switch (command.command) {
    case "start-flow":
      return flowTitle(draft, command.flow)
    case "ask-knowledge":
      return current.knowledge.find((entry) => entry.id === command.topic)?.ask[locale]?.[0] ?? command.topic
    case "set-slot":
    case "correct-slot": {
      const run = businessRun(draft)
      const at = run === null ? null : findSlot(draft, run, command.slot)
      if (run === null || at === null) return command.slot
      return `${labelOf(draft, run, at)} ${valueText(draft, run, at, command.value)}`
    }
    case "intent": {
      const open = openIntents(draft.releases, draft.conversation).find(
        (entry) => entry.intent === command.intent,
      )
      const { title, says } = open?.entry.document ?? {}
      return title === undefined
        ? (says?.[locale]?.[0] ?? command.intent)
        : textIn(title, locale, current.locales[0])
    }
    default:
      return phrases(locale).command[command.command] ?? command.text ?? command.command
  }
}

/** Acts of `clarify` that no customer's words name: to leave for a run below, take up a parked one, start another. */
export function applyChosen(draft: Draft, command: Command, told: Told): void {
  if (command.command !== "intent") {
    applyCommand(draft, command, told)
    return
  }
  const [act = "", id = ""] = command.intent.split(/:(.*)/s)
  const { stack, runs } = draft.conversation
  if (act === "start") startRun(draft, id)
  else if (act === "resume" && runs[id] !== undefined) {
    resumeRun(draft, id)
    setRun(draft, id, { wantsToTalk: false })
    const place = placeOf(draft.releases, runOf(draft, id))
    sayText(draft, place, phrases(draft.conversation.locale).stillWaiting(flowTitle(draft, place.run.flow)))
  } else if (act === "leave") {
    for (const above of stack.slice(stack.indexOf(id) + 1).reverse()) endRun(draft, above, "cancelled", {})
  } else applyCommand(draft, command, told)
}
