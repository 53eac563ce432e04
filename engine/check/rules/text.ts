import { shortList } from "../../compile/report.ts"
import type { TextDocument } from "../../document/schema.ts"
import type { Path } from "../../document/source.ts"
import { nearestName, type Scope, scopeShape, shapeAt, type ValueShape } from "../../expression/index.ts"
import { checkText, textArguments } from "../../format/index.ts"
import { type Sentence, sentence } from "../../types.ts"
import type { CheckContext } from "../context.ts"
import type { Spot } from "../places.ts"
import { type Report, type Rule, yaml } from "../rule.ts"

export const text: Rule = {
  id: "text",
  doc: "A text is ICU MessageFormat, and every value that it names exists where the text is shown.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        data:
          policy: policy.find
        start: tell
        states:
          tell:
            type: message
            say:
              zh: 可退{data.policy.refnd}。 # here
              en: You get {data.policy.refund. # here
            to: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        data:
          policy: policy.find
        start: tell
        states:
          tell:
            type: message
            say:
              zh: 可退{data.policy.refund}。
              en: You get {data.policy.refund}.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run(context, report) {
    for (const { text, scope, ...spot } of context.texts) {
      checkSyntax(text, spot, report)
      if (scope !== null) checkPaths(text, scope, spot, report)
    }
    for (const shown of context.shown) {
      for (const { text, ...spot } of regulatedTexts(context, shown.kind, shown.id))
        checkPaths(text, shown.scope, { ...spot, at: shown.at ?? shown.flow }, report, shown.flow)
    }
  },
}

/** Returns each locale's text with its place; a plain string stands at the text's own. */
function localesOf(text: TextDocument, path: Path): readonly (readonly [string, Path])[] {
  if (typeof text === "string") return [[text, path]]
  return Object.entries(text).map(([locale, source]) => [source, [...path, locale]])
}

function checkSyntax(text: TextDocument, spot: Spot, report: Report): void {
  for (const [source, path] of localesOf(text, spot.path)) {
    for (const { message, help, start, end } of checkText(source))
      report({ ...spot, path, message: sentence`In "${excerpt(source, start, end)}": ${message}`, help })
  }
}

function excerpt(source: string, start: number, end: number): string {
  const from = Math.max(0, start - 8)
  const to = Math.min(source.length, Math.max(end, start + 1) + 8)
  return `${from > 0 ? "…" : ""}${source.slice(from, to)}${to < source.length ? "…" : ""}`
}

function checkPaths(text: TextDocument, scope: Scope, spot: Spot, report: Report, flow?: string): void {
  const shape = scopeShape(scope)
  for (const [source, path] of localesOf(text, spot.path)) {
    for (const name of textArguments(source)) {
      if (shapeAt(shape, name) !== null) continue
      report({
        ...spot,
        path,
        message:
          flow === undefined
            ? sentence`There is no {${name}}.`
            : sentence`There is no {${name}} in the flow "${flow}", which shows this text.`,
        help: pathHelp(shape, name),
      })
    }
  }
}

/** Returns the nearest path that exists, or what stands where the path breaks off. */
function pathHelp(shape: ValueShape, name: string): Sentence {
  const fields = name.split(".")
  let current = shape
  const good: string[] = []
  for (const field of fields) {
    const next = shapeAt(current, field)
    if (next === null) break
    good.push(field)
    current = next
  }
  const known = current.kind === "object" ? Object.keys(current.fields) : []
  const wrong = fields[good.length] ?? name
  const nearest = nearestName(wrong, known)
  const base = good.length === 0 ? "" : `${good.join(".")}.`
  if (nearest !== null) return sentence`Did you mean {${base}${nearest}}?`
  if (good.length === 0) {
    const home = known.find(
      (root) => shapeAt(current, `${root}.${wrong}`) !== null && isNamed(current, root, wrong),
    )
    return home === undefined
      ? sentence`A path begins with ${known}.`
      : sentence`Did you mean {${home}.${fields.join(".")}}?`
  }
  if (known.length === 0)
    return current.kind === "object"
      ? sentence`Nothing is declared under "${good.join(".")}".`
      : sentence`"${good.join(".")}" is a ${current.kind}, without parts.`
  return sentence`"${good.join(".")}" has ${shortList(known)}.`
}

function isNamed(shape: ValueShape, root: string, field: string): boolean {
  const home = shapeAt(shape, root)
  return home?.kind === "object" && Object.hasOwn(home.fields, field)
}

type RegulatedText = Spot & { readonly text: TextDocument }

function regulatedTexts(
  { documents }: CheckContext,
  kind: "wording" | "questionnaire",
  id: string,
): readonly RegulatedText[] {
  if (kind === "wording") {
    return documents.wordings
      .filter(({ value }) => value.id === id)
      .flatMap(({ value, source }) => [
        { source, path: ["title"], text: value.title },
        ...value.versions.map(({ text }, index) => ({ source, path: ["versions", index, "text"], text })),
      ])
  }
  return documents.questionnaires
    .filter(({ value }) => value.id === id)
    .flatMap(({ value, source }) =>
      value.versions.flatMap(({ intro, questions }, index) => [
        ...(intro === undefined ? [] : [{ source, path: ["versions", index, "intro"], text: intro }]),
        ...questions.map(({ ask }, place) => ({
          source,
          path: ["versions", index, "questions", place, "ask"],
          text: ask,
        })),
      ]),
    )
}
