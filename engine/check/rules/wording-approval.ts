import { isLocalDate } from "../../calendar/date.ts"
import { sentence } from "../../types.ts"
import { type Finding, type Report, type Rule, yaml } from "../rule.ts"
import { type QuestionnaireVersion, type WordingVersion, wordingHash } from "../wording-hash.ts"

export const wordingApproval: Rule = {
  id: "wording-approval",
  doc: "Every version of a wording or questionnaire is approved as it stands, and one at a time is in force.",
  example: {
    wrong: {
      "wordings/other-notice.yaml": yaml`
        format: 1
        id: other-notice
        title: { zh: 告知, en: Notice }
        versions:
          - version: "1"
            effectiveFrom: 2026-01-01
            approved: # here
              by: compliance
              on: 2025-12-20
              sha256: "0000000000000000000000000000000000000000000000000000000000000000"
            text: { zh: 请知晓。, en: Please note. }
            accept: { zh: [同意], en: [I agree] }
      `,
    },
    right: {
      "wordings/other-notice.yaml": yaml`
        format: 1
        id: other-notice
        title: { zh: 告知, en: Notice }
        versions:
          - version: "1"
            effectiveFrom: 2026-01-01
            approved:
              by: compliance
              on: 2025-12-20
              sha256: "07cb432dda16628623842b17741037099a25bbfb7c1d8b9054ea4ada454951f7"
            text: { zh: 请知晓。, en: Please note. }
            accept: { zh: [同意], en: [I agree] }
      `,
    },
  },
  run({ documents }, report) {
    for (const { value, source } of [...documents.wordings, ...documents.questionnaires]) {
      const versions: readonly (WordingVersion | QuestionnaireVersion)[] = value.versions
      versions.forEach((version, index) => {
        const path = ["versions", index]
        const spot = { source, path, at: value.id }
        checkApproval(version, spot, report)
        checkPeriod(version, spot, report)
        for (const other of versions.slice(0, index)) {
          if (!overlap(version, other)) continue
          report({
            ...spot,
            path: [...path, "effectiveFrom"],
            message: sentence`The versions "${other.version}" and "${version.version}" of "${value.id}" are in force on the same days.`,
            help: sentence`Let one end (\`effectiveTo\`) on the day before the other begins.`,
          })
        }
        if (versions.findIndex(({ version: name }) => name === version.version) === index) return
        report({
          ...spot,
          path: [...path, "version"],
          message: sentence`"${value.id}" has two versions "${version.version}".`,
          help: sentence`Give the newer one the next number; evidence refers to it by that name.`,
        })
      })
    }
  },
}

type Spot = Pick<Finding, "source" | "path"> & { readonly at: string }

function checkApproval(version: WordingVersion | QuestionnaireVersion, spot: Spot, report: Report): void {
  const { approved } = version
  const name = sentence`Version "${version.version}" of "${spot.at}"`
  if (approved === undefined) {
    report({
      ...spot,
      message: sentence`${name} is not approved, so it may not be shown to customers.`,
      help: sentence`Have it approved by someone who did not write it; the server then adds \`approved\`.`,
    })
  } else if (approved.sha256 !== wordingHash(version)) {
    report({
      ...spot,
      path: [...spot.path, "approved"],
      message: sentence`${name} was edited after approval: its text is not the one that ${approved.by} approved on ${approved.on}.`,
      help: sentence`Undo the edit, or add a new version with the changed text and have that approved.`,
    })
  }
}

function checkPeriod(version: WordingVersion | QuestionnaireVersion, spot: Spot, report: Report): void {
  const { effectiveFrom, effectiveTo } = version
  for (const field of ["effectiveFrom", "effectiveTo"] as const) {
    const day = version[field]
    if (day === undefined || isLocalDate(day)) continue
    report({
      ...spot,
      path: [...spot.path, field],
      message: sentence`"${day}" in \`${field}\` is no date.`,
      help: sentence`Write a day that exists as YYYY-MM-DD.`,
    })
  }
  if (effectiveTo === undefined || effectiveTo >= effectiveFrom) return
  report({
    ...spot,
    path: [...spot.path, "effectiveTo"],
    message: sentence`Version "${version.version}" of "${spot.at}" is never in force: it ends on ${effectiveTo}, before it begins on ${effectiveFrom}.`,
    help: sentence`Let it end on the day on which it begins or later.`,
  })
}

type Period = Pick<WordingVersion, "effectiveFrom" | "effectiveTo">

function overlap(a: Period, b: Period): boolean {
  const startsInTime = (one: Period, other: Period) =>
    other.effectiveTo === undefined || one.effectiveFrom <= other.effectiveTo
  return startsInTime(a, b) && startsInTime(b, a)
}
