import type { OnEntryDocument } from "../../engine/document/schema.ts"
import type { DrawContext } from "../canvas/drawing/context.ts"
import { nameOfPath } from "../condition/nameOfPath.ts"
import { parsedState } from "../model/parsedState.ts"
import { periodInWords } from "../model/periodInWords.ts"
import { findStateDocument } from "../model/stateOf.ts"
import type { ReviewModel } from "./reviewModel.ts"
import type { ReviewWords } from "./valueInWords.ts"

export type ReviewTimer = { readonly where: string; readonly what: string }

/** Returns every period of a flow in words: when a person has to take over, how long is waited, what a silence leads to. */
export function timersOf(
  model: ReviewModel,
  context: DrawContext,
  words: ReviewWords,
): readonly ReviewTimer[] {
  const { t, canvas } = words
  const period = (text: string, days?: "working" | "calendar") =>
    periodInWords(text, canvas) + (days === "working" ? t("timer.working") : "")
  const moment = (source: string) =>
    /^[a-z]\w*(\.\w+)+$/.test(source) ? nameOfPath(source, context) : t("timer.computed")
  const ofEntries = (where: string, on: Readonly<Record<string, OnEntryDocument>> | undefined) =>
    Object.values(on ?? {}).flatMap((entry): readonly ReviewTimer[] => {
      const title = context.text(entry.title)
      const told = (what: string) => [
        { where, what: title === "" ? what : t("timer.titled", { title, what }) },
      ]
      if (entry.silence !== undefined) return told(t("timer.silence", { period: period(entry.silence) }))
      if (entry.after !== undefined)
        return told(t("timer.after", { period: period(entry.after, entry.days) }))
      if (entry.at !== undefined) return told(t("timer.at", { at: moment(entry.at) }))
      return []
    })
  const steps = model.stages.flatMap(({ number, title, group, steps }) => [
    ...(group === null
      ? []
      : ofEntries(`${number} ${title}`, findStateDocument(context.flow.states, group.id)?.on)),
    ...steps.flatMap(({ number, drawn, document }): readonly ReviewTimer[] => {
      const where = `${number} ${drawn.title}`
      const state = parsedState(document)
      const own: ReviewTimer[] = []
      if (state?.type === "handoff") {
        const sla = state.sla ?? context.around.settings.queues[state.queue]?.sla
        if (sla !== undefined) own.push({ where, what: t("timer.sla", { period: period(sla) }) })
      }
      if (state?.type === "wait" && state.until !== undefined) {
        const { until } = state
        own.push({
          where,
          what:
            "after" in until
              ? t("timer.waits", { period: period(until.after, until.days) })
              : t("timer.waitsUntil", { at: moment(until.at) }),
        })
      }
      if (state?.type === "checkpoint" && state.validFor !== undefined)
        own.push({ where, what: t("timer.validFor", { period: period(state.validFor) }) })
      return [...own, ...ofEntries(where, document.on)]
    }),
  ])
  const { silence } = context.around.settings.defaults
  return [
    ...(silence === undefined
      ? []
      : [{ where: t("timer.everywhere"), what: t("timer.silence", { period: period(silence) }) }]),
    ...ofEntries(t("timer.flow"), context.flow.on),
    ...steps,
  ]
}
