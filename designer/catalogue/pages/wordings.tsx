import { Stamp } from "lucide-react"
import { usesOf } from "../../../engine/index.ts"
import { noFlow } from "../../model/noFlow.ts"
import { approvalOf } from "../fields/approval.ts"
import { WordingFields } from "../fields/WordingFields.tsx"
import { kebabCase, type Page } from "../page.ts"

/** The regulated texts, each with its versions. */
export const wordingsPage: Page = {
  icon: Stamp,
  entries: ({ around, text, t }) =>
    Object.values(around.wordings).map(({ id, title, versions }) => {
      const last = versions.at(-1)
      const state = last === undefined ? "open" : approvalOf(last)
      return {
        ...{ item: id, id, title: text(title) || id, group: "" },
        note: t("wordings.state", { version: last?.version ?? "", state: t(`approval.${state}`) }),
        ...{ file: `wordings/${id}.yaml`, base: [], flow: noFlow },
      }
    }),
  Form: WordingFields,
  uses: (files, { id }) => usesOf(files, "wording", id),
  add: {
    example: "renewal-notice",
    pattern: kebabCase,
    make({ around, t }, id, title) {
      const locale = around.settings.locales[0] ?? "zh"
      const version = {
        ...{ version: "1", effectiveFrom: new Date().toISOString().slice(0, 10) },
        text: { [locale]: t("wordings.firstText") },
        accept: { [locale]: [t("wordings.firstAccept")] },
        decline: { [locale]: [t("wordings.firstDecline")] },
      }
      return {
        command: { name: "wording.add", args: { id, title: { [locale]: title }, version } },
        item: id,
      }
    },
  },
  rename: ({ id }, to) => ({ command: { name: "wording.rename", args: { id, to } }, item: to }),
  remove: ({ id }) => ({ name: "wording.remove", args: { id } }),
}
