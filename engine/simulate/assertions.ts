import type { Releases } from "../run/draft.ts"
import { holderOf, waitingFor } from "../run/moves.ts"
import type { Entry } from "../types.ts"
import type { Step } from "./scenario.ts"
import type { Session } from "./session.ts"
import { positions, stood } from "./standing.ts"
import { textOf } from "./text-of.ts"

/** Returns what is not as the step says, or null; `said` is what came since something last happened. */
export function assertions(
  step: Step,
  session: Session,
  said: readonly Entry[],
  releases: Releases,
): string | null {
  const conversation = session.conversation()
  if (step.at !== undefined && !positions(session).some((names) => names.includes(step.at ?? ""))) {
    return `It does not stand at "${step.at}".${stood(session)}`
  }
  if (step.bot !== undefined) {
    const contents = said.flatMap((entry) =>
      entry.kind === "bot.said"
        ? [{ about: entry.open.about, text: textOf(entry.personal.content), content: entry.personal.content }]
        : [],
    )
    const all = contents.map(({ text }) => text).join("\n")
    const { wording } = step.bot
    if (
      wording !== undefined &&
      !contents.some(
        ({ about, content }) =>
          (content.is === "checkpoint" && content.wording === wording) || about === wording,
      )
    ) {
      return `The wording "${wording}" was not shown. The bot said:\n${all}`
    }
    for (const part of listOf(step.bot.includes))
      if (!all.includes(part)) return `The bot did not say "${part}". It said:\n${all}`
    for (const part of listOf(step.bot.excludes))
      if (all.includes(part)) return `The bot said "${part}". It said:\n${all}`
  }
  for (const [name, value] of Object.entries(step.slots ?? {})) {
    const found = Object.values(conversation.runs).flatMap((run) =>
      Object.values(run.scopes).flatMap((scope) =>
        scope.slots[name]?.status === "filled" ? [scope.slots[name].value] : [],
      ),
    )
    if (!found.some((other) => JSON.stringify(other) === JSON.stringify(value)))
      return `The slot "${name}" is ${JSON.stringify(found[0])}, not ${JSON.stringify(value)}.`
  }
  const kept = [
    ...conversation.evidence,
    ...Object.values(conversation.runs).flatMap((run) => run.evidence),
  ].map(({ kind, wording }) => (kind === "identity" ? "identity" : wording))
  for (const wording of listOf(step.evidence))
    if (!kept.includes(wording))
      return `There is no evidence of "${wording}". There is: ${kept.join(", ") || "none"}.`
  for (const wording of listOf(step.noEvidence))
    if (kept.includes(wording)) return `There is evidence of "${wording}".`
  if (step.holder !== undefined && holderOf(conversation) !== step.holder)
    return `The conversation is held by "${holderOf(conversation)}", not "${step.holder}".${stood(session)}`
  if (step.waiting !== undefined && waitingFor(releases, conversation).kind !== step.waiting)
    return `It waits for "${waitingFor(releases, conversation).kind}", not "${step.waiting}".${stood(session)}`
  const turns = customerTurns(session.entries)
  if (step.turnsAtMost !== undefined && turns > step.turnsAtMost)
    return `It took ${turns} turns, at most ${step.turnsAtMost} are allowed.`
  return null
}

/** Returns how often the customer said something. */
export function customerTurns(entries: readonly Entry[]): number {
  return entries.filter((entry) => entry.kind === "customer.said").length
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === "string" ? [value] : value
}
