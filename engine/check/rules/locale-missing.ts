import { nearestName } from "../../expression/index.ts"
import { sentence } from "../../types.ts"
import { type Rule, yaml } from "../rule.ts"

export const localeMissing: Rule = {
  id: "locale-missing",
  doc: "A text or phrase list is there in every locale of the flow set; a regulated text must be.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: tell
        states:
          tell:
            type: message
            say: # here
              zh: 好的。
            to: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: tell
        states:
          tell:
            type: message
            say:
              zh: 好的。
              en: All right.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ settings, texts, phrases }, report) {
    const { locales } = settings.value
    for (const { source, path, at, text, regulated } of texts) {
      const spot = { source, path, at }
      if (typeof text !== "string") {
        check(text, spot, regulated === true)
      } else if (locales.length > 1 && hasWords(text)) {
        report({
          ...spot,
          message: sentence`This text has no locale, so it reads the same in ${locales.join(" and ")}: "${shorten(text)}".`,
          help: sentence`Write it for each.`,
          severity: regulated === true ? "error" : "info",
        })
      }
    }
    for (const { phrases: list, regulated, ...spot } of phrases) check(list, spot, regulated === true)

    function check(
      byLocale: Readonly<Record<string, unknown>>,
      spot: Pick<(typeof texts)[number], "source" | "path"> & { readonly at?: string | undefined },
      isRegulated: boolean,
    ): void {
      for (const locale of locales) {
        if (Object.hasOwn(byLocale, locale)) continue
        report({
          ...spot,
          message: sentence`This text is missing in "${locale}".`,
          help: isRegulated
            ? sentence`Add "${locale}": a customer may only accept what he can read.`
            : sentence`Add "${locale}"; until then customers read it in "${locales[0] ?? ""}".`,
          severity: isRegulated ? "error" : "warning",
        })
      }
      for (const locale of Object.keys(byLocale)) {
        if (locales.includes(locale)) continue
        const nearest = nearestName(locale, locales)
        report({
          ...spot,
          path: [...spot.path, locale],
          message: sentence`"${locale}" is no locale of the flow set, so nobody reads this text.`,
          help:
            nearest === null ? sentence`The locales are ${locales}.` : sentence`Did you mean "${nearest}"?`,
          severity: "warning",
        })
      }
    }
  },
}

/** Whether a text says something of its own besides values, numbers and signs. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{[^{}]*\}/g, ""))
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}
