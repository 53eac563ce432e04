import type { CheckpointState } from "../../states/checkpoint.ts"
import { type Sentence, sentence } from "../../types.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"
import { statesOf } from "../walks.ts"

export const checkpointShape: Rule = {
  id: "checkpoint-shape",
  doc: "A checkpoint has what its kind is evidence of: a level, a wording with words to accept it by, or a questionnaire.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: consent
        states:
          consent: # here
            type: checkpoint
            kind: consent
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
        start: consent
        states:
          consent:
            type: checkpoint
            kind: consent
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
  run({ flows, wordings, settings }, report) {
    for (const { state, document, spot } of statesOf(flows, "checkpoint")) {
      const say = (message: Sentence, help: Sentence, ...path: string[]) =>
        report({
          ...below(spot, ...path),
          message: sentence`The checkpoint "${state.id}" ${message}`,
          help,
        })
      checkKind(document, say)
      if (document.kind === "consent" && document.evidence === "read") {
        const help = sentence`Make it \`explicit\`: consent is given, never assumed (个人信息保护法 第十四条).`
        say(sentence`takes consent from mere reading.`, help, "evidence")
      }
      const wording = document.wording === undefined ? undefined : wordings[document.wording]
      if (wording === undefined || document.evidence === "read") continue
      for (const { version, accept } of wording.versions) {
        for (const locale of settings.value.locales) {
          if ((accept[locale]?.length ?? 0) > 0) continue
          const help = sentence`Add \`accept: { ${locale}: [ … ] }\` to the wording, the button's label first.`
          say(
            sentence`asks for explicit acceptance. Version "${version}" of "${wording.id}" has no words for that in "${locale}".`,
            help,
            "wording",
          )
        }
      }
    }
  },
}

type Say = (message: Sentence, help: Sentence, ...path: string[]) => void

function checkKind(document: CheckpointState, say: Say): void {
  const { kind } = document
  if (kind === "identity") {
    if (document.level === undefined)
      say(sentence`proves identity, but to no level.`, sentence`Give it \`level\`: 1, 2 or 3.`)
    for (const field of ["wording", "questionnaire", "readBack", "evidence", "save"] as const) {
      if (document[field] === undefined) continue
      say(sentence`proves identity; \`${field}\` means nothing there.`, sentence`Delete \`${field}\`.`, field)
    }
    return
  }
  if (document.level !== undefined)
    say(
      sentence`is of kind "${kind}"; \`level\` belongs to identity.`,
      sentence`Delete \`level\`, or make the kind \`identity\`.`,
      "level",
    )
  if (document.proof !== undefined && kind !== "consent" && kind !== "declaration")
    say(
      sentence`is of kind "${kind}"; \`proof\` belongs to identity, or to a consent or declaration given elsewhere.`,
      sentence`Delete \`proof\`, or make the kind \`identity\`, \`consent\` or \`declaration\`.`,
      "proof",
    )
  if (kind === "questionnaire") {
    if (document.questionnaire === undefined)
      say(
        sentence`shows no questionnaire.`,
        sentence`Name it: \`questionnaire: <id>\`, a file in \`questionnaires/\`.`,
      )
    if (document.wording !== undefined)
      say(
        sentence`is of kind "questionnaire" and shows a wording.`,
        sentence`Put the wording into a checkpoint of its own.`,
        "wording",
      )
    return
  }
  if (document.wording === undefined)
    say(
      sentence`shows no wording, so nothing could be accepted.`,
      sentence`Name it: \`wording: <id>\`, a file in \`wordings/\`.`,
    )
  for (const field of ["questionnaire", "questions", "groups"] as const) {
    if (document[field] === undefined) continue
    say(
      sentence`is of kind "${kind}"; \`${field}\` belongs to a questionnaire.`,
      sentence`Delete \`${field}\`.`,
      field,
    )
  }
}
