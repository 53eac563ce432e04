import type { TFunction } from "i18next"
import { isAnswer, type Step } from "../../engine/index.ts"
import type { Names } from "../model/names.ts"
import { periodInWords } from "../model/periodInWords.ts"

/** A line of a step: something that happens, or something that must then be so. */
export type StepLine = { readonly is: "does" | "expects"; readonly text: string }

export type ScenarioWords = {
  readonly t: TFunction<"scenarios">
  readonly canvas: TFunction<"canvas">
  readonly names: Names
  readonly flow: string
}

/** Returns what a step does and expects, in the reader's language. */
export function stepInWords(step: Step, words: ScenarioWords): readonly StepLine[] {
  return [
    ...doings(step, words).map((text): StepLine => ({ is: "does", text })),
    ...expectations(step, words).map((text): StepLine => ({ is: "expects", text })),
  ]
}

function doings(step: Step, { t, canvas, names }: ScenarioWords): readonly string[] {
  const lines: string[] = []
  if (step.stub !== undefined)
    lines.push(t("does.stub", { text: list(Object.keys(step.stub).map(names.operation), t) }))
  if (step.restart === true) lines.push(t("does.restart"))
  if (step.customer !== undefined) lines.push(t("does.customer", { text: step.customer }))
  if (step.choose !== undefined) lines.push(t("does.choose", { text: choiceInWords(step.choose, t) }))
  if (step.upload !== undefined)
    lines.push(t("does.upload", { text: typeof step.upload === "string" ? step.upload : step.upload.name }))
  if (step.event !== undefined) lines.push(t("does.event", { text: step.event.name }))
  if (step.core !== undefined)
    lines.push(t(step.core === "" ? "does.coreTells" : "does.core", { text: step.core }))
  if (step.agent !== undefined) lines.push(...agentLines(step.agent, t, names))
  if (step.wait !== undefined) lines.push(t("does.wait", { text: periodInWords(step.wait, canvas) }))
  const { service } = step
  if (service !== undefined) {
    const text = names.operation(service.of)
    if (service.fails === true) lines.push(t("does.fails", { text }))
    else if (service.unknown === true) lines.push(t("does.unknown", { text }))
    else if (service.error !== undefined) lines.push(t("does.error", { text, error: service.error }))
    else if (service.returns !== undefined) lines.push(t("does.returns", { text }))
  }
  return lines.map((line) => (step.seen === "earlier" ? `${line}${t("does.early")}` : line))
}

function agentLines(
  agent: NonNullable<Step["agent"]>,
  t: TFunction<"scenarios">,
  names: Names,
): readonly string[] {
  const lines: string[] = []
  if (agent.accept === true) lines.push(t("does.accept"))
  if (agent.message !== undefined) lines.push(t("does.message", { text: agent.message }))
  if (agent.note !== undefined) lines.push(t("does.note", { text: agent.note }))
  if (agent.wording !== undefined) lines.push(t("does.wording", { text: names.wording(agent.wording) }))
  if (agent.transfer !== undefined) lines.push(t("does.transfer", { text: names.queue(agent.transfer) }))
  if (agent.returns !== undefined) lines.push(t("does.givesBack", { text: agent.returns }))
  if (agent.resolve === true) lines.push(t("does.resolve"))
  return lines
}

function expectations(step: Step, { t, names, flow }: ScenarioWords): readonly string[] {
  const lines: string[] = []
  if (step.at !== undefined) lines.push(t("expects.at", { text: names.state(step.at, flow) }))
  if (step.ends !== undefined) lines.push(t("expects.ends", { text: names.outcome(step.ends, flow) }))
  const { bot, service } = step
  if (bot?.wording !== undefined) lines.push(t("expects.wording", { text: names.wording(bot.wording) }))
  if (bot?.includes !== undefined) lines.push(t("expects.includes", { text: quoted(bot.includes, t) }))
  if (bot?.excludes !== undefined) lines.push(t("expects.excludes", { text: quoted(bot.excludes, t) }))
  for (const [slot, value] of Object.entries(step.slots ?? {}))
    lines.push(t("expects.slot", { slot: names.slot(slot, flow), value: shown(value) }))
  if (step.evidence !== undefined)
    lines.push(t("expects.evidence", { text: list(all(step.evidence).map(names.wording), t) }))
  if (step.noEvidence !== undefined)
    lines.push(t("expects.noEvidence", { text: list(all(step.noEvidence).map(names.wording), t) }))
  if (step.holder !== undefined) lines.push(t("expects.holder", { text: t(`holder.${step.holder}`) }))
  if (step.waiting !== undefined) lines.push(t("expects.waiting", { text: waitingInWords(step.waiting, t) }))
  if (step.turnsAtMost !== undefined) lines.push(t("expects.turns", { count: step.turnsAtMost }))
  if (service !== undefined && !isAnswer(service)) {
    const text = names.operation(service.of)
    lines.push(
      service.times === undefined
        ? t("expects.called", { text })
        : t("expects.times", { text, count: service.times }),
    )
  }
  return lines
}

/** Returns a choice as it is known to everybody; an option of a slot keeps its key. */
export function choiceInWords(choice: string, t: TFunction<"scenarios">): string {
  if (choice.startsWith("change:")) return t("choice.change")
  const known = (["accept", "decline", "yes", "no", "skip"] as const).find((key) => key === choice)
  return known === undefined ? choice : t(`choice.${known}`)
}

export function waitingInWords(kind: string, t: TFunction<"scenarios">): string {
  return t(`waiting.${kind}` as "waiting.slot", { defaultValue: kind })
}

export function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value)
}

function all(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value
}

function quoted(value: string | readonly string[], t: TFunction<"scenarios">): string {
  return list(
    all(value).map((text) => t("quoted", { text })),
    t,
  )
}

function list(items: readonly string[], t: TFunction<"scenarios">): string {
  return items.join(t("and"))
}
