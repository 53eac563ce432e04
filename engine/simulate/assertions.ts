import type { Releases } from "../run/draft.ts"
import { holderOf, waitingFor } from "../run/moves.ts"
import type { Entry } from "../types.ts"
import type { Mismatch } from "./mismatch.ts"
import type { Step } from "./scenario.ts"
import type { Session } from "./session.ts"
import { positions } from "./standing.ts"
import { textOf } from "./text-of.ts"

/** Returns what is not as the step says, or null; `said` is what came since something last happened. */
export function assertions(
  step: Step,
  session: Session,
  said: readonly Entry[],
  releases: Releases,
): Mismatch | null {
  const conversation = session.conversation()
  if (step.at !== undefined && !positions(session).some((names) => names.includes(step.at ?? ""))) {
    return { is: "place", expected: step.at }
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
      return { is: "wording", expected: wording, came: all }
    }
    for (const part of listOf(step.bot.includes))
      if (!all.includes(part)) return { is: "unsaid", expected: part, came: all }
    for (const part of listOf(step.bot.excludes))
      if (all.includes(part)) return { is: "said", expected: part, came: all }
  }
  for (const [name, value] of Object.entries(step.slots ?? {})) {
    const found = Object.values(conversation.runs).flatMap((run) =>
      Object.values(run.scopes).flatMap((scope) =>
        scope.slots[name]?.status === "filled" ? [scope.slots[name].value] : [],
      ),
    )
    if (!found.some((other) => JSON.stringify(other) === JSON.stringify(value))) {
      const [came] = found
      return { is: "slot", slot: name, expected: value, ...(came === undefined ? {} : { came }) }
    }
  }
  const kept = [
    ...conversation.evidence,
    ...Object.values(conversation.runs).flatMap((run) => run.evidence),
  ].map(({ kind, wording }) => (kind === "identity" ? "identity" : wording))
  for (const wording of listOf(step.evidence))
    if (!kept.includes(wording)) return { is: "evidence", expected: wording, came: kept }
  for (const wording of listOf(step.noEvidence))
    if (kept.includes(wording)) return { is: "no-evidence", expected: wording }
  const holder = holderOf(conversation)
  if (step.holder !== undefined && holder !== step.holder)
    return { is: "holder", expected: step.holder, came: holder }
  const { kind } = waitingFor(releases, conversation)
  if (step.waiting !== undefined && kind !== step.waiting)
    return { is: "waiting", expected: step.waiting, came: kind }
  const turns = customerTurns(session.entries)
  if (step.turnsAtMost !== undefined && turns > step.turnsAtMost)
    return { is: "turns", expected: step.turnsAtMost, came: turns }
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
