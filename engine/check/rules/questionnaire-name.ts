import { questionnairesOf } from "../../states/checkpoint.ts"
import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"
import { statesOf } from "../walks.ts"

export const questionnaireName: Rule = {
  id: "questionnaire-name",
  doc: "A questionnaire that a checkpoint shows exists, and so does each question that it or a follow-up names.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: questions
        states:
          questions:
            type: checkpoint
            kind: questionnaire
            questionnaire: sample-questions
            questions:
              - smokng # here
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
        start: questions
        states:
          questions:
            type: checkpoint
            kind: questionnaire
            questionnaire: sample-questions
            questions:
              - smoking
            to:
              accepted: done
              declined: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows, questionnaires, documents, isUnread }, report) {
    for (const { document, spot } of statesOf(flows, "checkpoint")) {
      const shown = questionnairesOf(document).flatMap((name) => {
        const questionnaire = questionnaires[name]
        if (questionnaire === undefined && !isUnread(name))
          report({
            ...below(spot, "questionnaire"),
            message: sentence`There is no questionnaire "${name}".`,
            help: nameHelp(name, Object.keys(questionnaires)),
          })
        return questionnaire ?? []
      })
      for (const { id: questionnaire, versions } of shown)
        for (const { version, questions } of versions) {
          const known = questions.map(({ id }) => id)
          document.questions?.forEach((id, index) => {
            if (known.includes(id)) return
            report({
              ...below(spot, "questions", index),
              message: sentence`Version "${version}" of the questionnaire "${questionnaire}" has no question "${id}".`,
              help: nameHelp(id, known),
            })
          })
        }
      // Another product's questionnaire may have nothing to ask of a group: it is then passed.
      const groups = shown.flatMap(({ versions }) =>
        versions.flatMap(({ questions }) => questions.flatMap(({ group }) => group ?? [])),
      )
      const isUncertain = shown.length < questionnairesOf(document).length
      document.groups?.forEach((group, index) => {
        if (isUncertain || groups.includes(group)) return
        report({
          ...below(spot, "groups", index),
          message: sentence`No question shown here is of the group "${group}".`,
          help: nameHelp(group, [...new Set(groups)]),
        })
      })
    }
    for (const { value, source } of documents.questionnaires) {
      value.versions.forEach(({ version, questions }, place) => {
        const known = questions.map(({ id }) => id)
        questions.forEach(({ id, followUps }, index) => {
          const path = ["versions", place, "questions", index]
          if (known.indexOf(id) < index) {
            report({
              source,
              path: [...path, "id"],
              at: value.id,
              message: sentence`Version "${version}" asks "${id}" twice.`,
              help: sentence`Give one of the questions another id.`,
            })
          }
          followUps?.forEach((next, step) => {
            if (known.includes(next)) return
            report({
              source,
              path: [...path, "followUps", step],
              at: value.id,
              message: sentence`The question "${id}" is followed by "${next}", which version "${version}" does not ask.`,
              help: nameHelp(next, known),
            })
          })
        })
      })
    }
  },
}
