import type { Mismatch } from "../../engine/index.ts"
import { type ScenarioWords, shown, waitingInWords } from "./stepInWords.ts"

/** What a step expected and what came instead. */
export type FailureWords = { readonly expected: string; readonly came: string }

/** Returns a mismatch in the reader's language; `places` are where the conversation stood. */
export function failureInWords(
  mismatch: Mismatch,
  places: readonly string[],
  words: ScenarioWords,
): FailureWords {
  const { t, names, flow } = words
  const at = places.at(-1)
  const stands = at === undefined ? t("came.nowhere") : t("came.at", { text: names.state(at, flow) })
  const said = (text: string) => t("came.said", { text: text.trim() === "" ? t("came.nothing") : text })
  switch (mismatch.is) {
    case "place":
      return { expected: t("expects.at", { text: names.state(mismatch.expected, flow) }), came: stands }
    case "wording":
      return {
        expected: t("expects.wording", { text: names.wording(mismatch.expected) }),
        came: said(mismatch.came),
      }
    case "unsaid":
    case "said": {
      const key = mismatch.is === "unsaid" ? "expects.includes" : "expects.excludes"
      const text = t("quoted", { text: mismatch.expected })
      return { expected: t(key, { text }), came: said(mismatch.came) }
    }
    case "slot": {
      const slot = names.slot(mismatch.slot, flow)
      return {
        expected: t("expects.slot", { slot, value: shown(mismatch.expected) }),
        came:
          mismatch.came === undefined
            ? t("came.slotEmpty", { slot })
            : t("expects.slot", { slot, value: shown(mismatch.came) }),
      }
    }
    case "evidence": {
      const kept = mismatch.came.map(names.wording).join(t("and"))
      return {
        expected: t("expects.evidence", { text: names.wording(mismatch.expected) }),
        came: kept === "" ? t("came.noEvidence") : t("expects.evidence", { text: kept }),
      }
    }
    case "no-evidence": {
      const text = names.wording(mismatch.expected)
      return { expected: t("expects.noEvidence", { text }), came: t("expects.evidence", { text }) }
    }
    case "holder": {
      const holder = (key: string) => t(`holder.${key}` as "holder.bot", { defaultValue: key })
      return {
        expected: t("expects.holder", { text: holder(mismatch.expected) }),
        came: t("expects.holder", { text: holder(mismatch.came) }),
      }
    }
    case "waiting":
      return {
        expected: t("expects.waiting", { text: waitingInWords(mismatch.expected, t) }),
        came: t("expects.waiting", { text: waitingInWords(mismatch.came, t) }),
      }
    case "turns":
      return {
        expected: t("expects.turns", { count: mismatch.expected }),
        came: t("came.turns", { count: mismatch.came }),
      }
    case "outcome": {
      const ended = mismatch.came.map((run) =>
        t("came.ended", { flow: names.flow(run.flow), outcome: names.outcome(run.outcome, run.flow) }),
      )
      return {
        expected: t("expects.ends", { text: names.outcome(mismatch.expected, flow) }),
        came: ended.length === 0 ? stands : ended.join(t("and")),
      }
    }
    case "not-waiting": {
      const open = mismatch.came.map(names.operation).join(t("and"))
      return {
        expected: t("expects.open", { text: names.operation(mismatch.operation) }),
        came: open === "" ? t("came.noneOpen") : t("expects.open", { text: open }),
      }
    }
    case "input":
      return {
        expected: t("expects.input", {
          text: names.operation(mismatch.operation),
          value: shown(mismatch.expected),
        }),
        came: t("came.input", { value: shown(mismatch.came) }),
      }
    case "not-called": {
      const text = names.operation(mismatch.operation)
      return {
        expected: t("expects.input", { text, value: shown(mismatch.expected) }),
        came:
          mismatch.came.length === 0
            ? t("came.notCalled")
            : t("came.input", { value: mismatch.came.map(shown).join("; ") }),
      }
    }
    case "calls":
      return {
        expected: t("expects.times", {
          text: names.operation(mismatch.operation),
          count: mismatch.expected,
        }),
        came: t("came.calls", { count: mismatch.came }),
      }
    case "undone":
      return { expected: t("expects.doable"), came: mismatch.why }
  }
}
