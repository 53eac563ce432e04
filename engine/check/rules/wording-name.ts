import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { type Rule, yaml } from "../rule.ts"

export const wordingName: Rule = {
  id: "wording-name",
  doc: "A wording that a state shows exists in `wordings/`.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: notice
        states:
          notice:
            type: checkpoint
            kind: disclosure
            wording: sample-notise # here
            to:
              accepted: done
              declined: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: notice
        states:
          notice:
            type: checkpoint
            kind: disclosure
            wording: sample-notice
            to:
              accepted: done
              declined: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ shown, wordings, isUnread }, report) {
    for (const { kind, id, source, path, at } of shown) {
      if (kind !== "wording" || Object.hasOwn(wordings, id) || isUnread(id)) continue
      report({
        source,
        path,
        at,
        message: sentence`There is no wording "${id}".`,
        help: nameHelp(id, Object.keys(wordings)),
      })
    }
  },
}
