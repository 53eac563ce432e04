import { spotOf } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

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
    for (const checked of flows) {
      for (const state of Object.values(checked.flow.states)) {
        const { document } = state
        if (document.type !== "checkpoint" || document.questionnaire === undefined) continue
        const spot = spotOf(checked, state)
        const questionnaire = questionnaires[document.questionnaire]
        if (questionnaire === undefined) {
          if (isUnread(`questionnaires/${document.questionnaire}.yaml`)) continue
          report({
            ...below(spot, "questionnaire"),
            message: `There is no questionnaire "${document.questionnaire}".`,
            help: nameHelp(document.questionnaire, Object.keys(questionnaires)),
          })
          continue
        }
        questionnaire.versions.forEach(({ version, questions }) => {
          const known = questions.map(({ id }) => id)
          document.questions?.forEach((id, index) => {
            if (known.includes(id)) return
            report({
              ...below(spot, "questions", index),
              message: `Version "${version}" of the questionnaire "${questionnaire.id}" has no question "${id}".`,
              help: nameHelp(id, known),
            })
          })
        })
      }
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
              message: `Version "${version}" asks "${id}" twice.`,
              help: "Give one of the questions another id.",
            })
          }
          followUps?.forEach((next, step) => {
            if (known.includes(next)) return
            report({
              source,
              path: [...path, "followUps", step],
              at: value.id,
              message: `The question "${id}" is followed by "${next}", which version "${version}" does not ask.`,
              help: nameHelp(next, known),
            })
          })
        })
      })
    }
  },
}
