import { describe, expect, it } from "vitest"
import { wordingHash } from "../../../engine/check/wording-hash.ts"
import { hashJson } from "../../../engine/format/index.ts"
import { findings } from "./find.ts"

const text = { zh: "请知晓。", en: "Please note." }
const accept = { zh: ["同意"], en: ["I agree"] }
const decline = { zh: ["暂不同意"], en: ["Not now"] }

describe("wordingHash", () => {
  it("[F20] is over text, accept and decline alone, whatever the order of their keys", () => {
    const hash = hashJson({ text, accept, decline })
    const version = { version: "1", effectiveFrom: "2026-01-01" }
    expect(wordingHash({ ...version, text, accept, decline })).toBe(hash)
    const turned = { en: text.en, zh: text.zh }
    expect(wordingHash({ ...version, version: "2", decline, accept, text: turned })).toBe(hash)
  })

  it("[F20] leaves out what is absent and takes a plain string as it stands", () => {
    const version = { version: "1", effectiveFrom: "2026-01-01", text: "同意", accept }
    expect(wordingHash(version)).toBe(hashJson({ text: "同意", accept }))
    const questions = [{ id: "smoking", ask: { zh: "您吸烟吗?", en: "Do you smoke?" } }]
    expect(wordingHash({ version: "1", effectiveFrom: "2026-01-01", questions })).toBe(
      hashJson({ questions }),
    )
  })
})

type Version = {
  readonly name: string
  readonly from: string
  readonly to?: string
  readonly sha?: string | null
}

const wording = (...versions: readonly Version[]) => ({
  "wordings/loss.yaml": `format: 1
id: loss
title: { zh: 告知, en: Notice }
versions:
${versions
  .map(({ name, from, to, sha }) =>
    [
      `  - version: "${name}"`,
      `    effectiveFrom: ${from}`,
      ...(to === undefined ? [] : [`    effectiveTo: ${to}`]),
      ...(sha === null
        ? []
        : [
            `    approved: { by: lin, on: 2025-12-15, sha256: "${sha ?? hashJson({ text, accept, decline })}" }`,
          ]),
      `    text: ${JSON.stringify(text)}`,
      `    accept: ${JSON.stringify(accept)}`,
      `    decline: ${JSON.stringify(decline)}`,
    ].join("\n"),
  )
  .join("\n")}
`,
})

describe("wording-approval", () => {
  it.each<[string, readonly Version[], readonly string[]]>([
    ["is content with an approved version", [{ name: "1", from: "2026-01-01" }], []],
    ["refuses an unapproved one", [{ name: "1", from: "2026-01-01", sha: null }], ["is not approved"]],
    [
      "refuses one edited after approval",
      [{ name: "1", from: "2026-01-01", sha: "0".repeat(64) }],
      ["was edited after approval"],
    ],
    [
      "lets versions follow each other",
      [
        { name: "1", from: "2026-01-01", to: "2026-06-30" },
        { name: "2", from: "2026-07-01" },
      ],
      [],
    ],
    [
      "refuses two in force on a day",
      [
        { name: "1", from: "2026-01-01", to: "2026-07-01" },
        { name: "2", from: "2026-07-01" },
      ],
      ['The versions "1" and "2" of "loss" are in force on the same days.'],
    ],
    [
      "refuses an open end before another",
      [
        { name: "1", from: "2026-01-01" },
        { name: "2", from: "2026-07-01" },
      ],
      ["are in force on the same days."],
    ],
    [
      "refuses one that is never in force",
      [{ name: "1", from: "2026-02-01", to: "2026-01-31" }],
      ["is never in force"],
    ],
    [
      "refuses a day that does not exist",
      [{ name: "1", from: "2026-02-30" }],
      ['"2026-02-30" in `effectiveFrom` is no date'],
    ],
    [
      "refuses the same name twice",
      [
        { name: "1", from: "2026-01-01", to: "2026-01-31" },
        { name: "1", from: "2026-02-01" },
      ],
      ['"loss" has two versions "1"'],
    ],
  ])("[F20] %s", (_, versions, expected) => {
    const found = findings("wording-approval", wording(...versions))
    expect(found).toHaveLength(expected.length)
    expected.forEach((message, index) => {
      expect(found[index]).toContain(message)
    })
  })
})

const checkpoint = (fields: string) => ({
  "sample/flow.yaml": `start: gate
states:
  gate: { type: checkpoint, ${fields}, to: { accepted: done, declined: done, failed: done } }
  done: { type: final, outcome: done }
`,
})

describe("checkpoint-shape", () => {
  it.each([
    ["kind: disclosure, wording: sample-notice", null],
    ["kind: identity, level: 2, proof: data.policy", null],
    ["kind: questionnaire, questionnaire: sample-questions", null],
    ["kind: identity", "proves identity, but to no level"],
    ["kind: identity, level: 2, wording: sample-notice", "`wording` means nothing there"],
    ["kind: declaration", "shows no wording"],
    ["kind: questionnaire", "shows no questionnaire"],
    ["kind: disclosure, wording: sample-notice, level: 2", "`level` belongs to identity"],
    [
      "kind: disclosure, wording: sample-notice, questionnaire: sample-questions",
      "belongs to a questionnaire",
    ],
    ["kind: consent, wording: sample-notice, evidence: read", "takes consent from mere reading"],
  ])("[F18] %s", (fields, message) => {
    const found = findings("checkpoint-shape", checkpoint(fields))
    expect(found).toHaveLength(message === null ? 0 : 1)
    if (message !== null) expect(found[0]).toContain(message)
  })

  it("[F18] wants words of acceptance in each locale where acceptance is explicit", () => {
    const files = {
      "wordings/loss.yaml": `format: 1
id: loss
title: { zh: 告知, en: Notice }
versions:
  - version: "1"
    effectiveFrom: 2026-01-01
    text: { zh: 好, en: Good }
    accept: { zh: [同意], en: [] }
`,
      ...checkpoint("kind: disclosure, wording: loss"),
    }
    expect(findings("checkpoint-shape", files)).toEqual([
      expect.stringContaining('has no words for that in "en"'),
    ])
    expect(
      findings("checkpoint-shape", {
        ...files,
        ...checkpoint("kind: disclosure, evidence: read, wording: loss"),
      }),
    ).toEqual([])
  })
})
