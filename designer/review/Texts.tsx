import { createContext, useContext } from "react"
import type { SayDocument, SayItemDocument, TextDocument } from "../../engine/document/schema.ts"
import { compileTemplate, type TemplatePart } from "../../engine/format/index.ts"
import { isCard, isConditional, isFile, isLink } from "../../engine/states/kind.ts"
import { nameOfPath } from "../condition/nameOfPath.ts"
import { textIn } from "../model/textIn.ts"
import { conditionIn } from "./conditionIn.ts"
import { useReview } from "./ReviewContext.ts"

/** A text in each of the chosen languages, side by side; values stand by their names. */
export function Texts({ text, className }: { readonly text: TextDocument; readonly className?: string }) {
  const { languages } = useReview()
  return (
    <div className={`texts columns-${languages.length} ${className ?? ""}`}>
      {languages.map((language) => (
        <div key={language} lang={language === "zh" ? "zh-CN" : language}>
          <TextLine text={text} language={language} />
        </div>
      ))}
    </div>
  )
}

/** A text in one language. */
export function TextLine({ text, language }: { readonly text: TextDocument; readonly language: string }) {
  const { words } = useReview()
  const isThere = typeof text === "string" || text[language] !== undefined
  if (!isThere) return <em className="missing">{words.t("doc.untranslated")}</em>
  const template = compileTemplate(textIn(text, language, language))
  return template.ok ? <Parts parts={template.parts} /> : textIn(text, language, language)
}

function Parts({ parts }: { readonly parts: readonly TemplatePart[] }) {
  const { words } = useReview()
  return parts.map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
    if (part.is === "literal") return <span key={index}>{part.text}</span>
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
    if (part.is === "count") return <span key={index}>#</span>
    if (part.is === "value") {
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
      return <Variable key={index} path={part.path} />
    }
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
      <span key={index} className="choice">
        {"⟨"}
        {words.t("doc.dependsOn")} <Variable path={part.path} />
        {Object.entries(part.options).map(([key, inner]) => (
          <span key={key} className="choice-case">
            <b>{caseInWords(key, words.t)}</b>
            {inner.length === 0 ? words.t("doc.saysNothing") : <Parts parts={inner} />}
          </span>
        ))}
        {"⟩"}
      </span>
    )
  })
}

function Variable({ path }: { readonly path: string }) {
  const { context } = useReview()
  const list = useContext(ListContext)
  const full = list !== null && path.startsWith("item.") ? `${list}${path.slice("item".length)}` : path
  return <span className="variable">{nameOfPath(full, context)}</span>
}

/** The list whose items a text speaks of as `item`. */
const ListContext = createContext<string | null>(null)
const ListProvider = ListContext.Provider

function caseInWords(key: string, t: ReturnType<typeof useReview>["words"]["t"]): string {
  if (key === "other") return t("doc.otherwise")
  if (key === "true" || key === "false") return t(key === "true" ? "doc.ifYes" : "doc.ifNo")
  return t("doc.ifIs", { key: key.replace(/^=/, "") })
}

/** Everything that is said at one place, in order: bubbles, cards, links. */
export function Say({ say }: { readonly say: SayDocument }) {
  const items = Array.isArray(say) ? say : [say as SayItemDocument]
  return (
    <>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list
        <SayItem key={index} item={item} />
      ))}
    </>
  )
}

function SayItem({ item }: { readonly item: SayItemDocument }) {
  const { context, words } = useReview()
  if (typeof item === "string") return <Texts text={item} className="bubble" />
  if (isConditional(item)) {
    return (
      <div>
        <p className="when">
          {words.t("doc.onlyWhen", { condition: conditionIn(item.when, words.t, context) })}
        </p>
        <Texts text={item.say} className="bubble" />
      </div>
    )
  }
  if (isCard(item)) {
    const { title, figure, rows = [], note } = item.card
    return (
      <div className="card">
        {title !== undefined && <Texts text={title} className="card-title" />}
        {figure !== undefined && <Row label={figure.label} value={figure.value} />}
        {rows.map((row, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the card
            key={index}
            label={row.label}
            value={row.value}
            {...(row.when === undefined ? {} : { when: conditionIn(row.when, words.t, context) })}
            {...("from" in row ? { from: row.from } : {})}
          />
        ))}
        {note !== undefined && <Texts text={note} className="card-note" />}
      </div>
    )
  }
  if (isLink(item)) return <Row label={item.link.label} value={item.link.url} />
  if (isFile(item)) return <Row label={item.file.label} value={item.file.name} />
  return <Texts text={item} className="bubble" />
}

function Row(props: {
  readonly label: TextDocument
  readonly value: TextDocument
  readonly when?: string
  /** The list that has a row for each of its items. */
  readonly from?: string
}) {
  const { languages, words } = useReview()
  const list = /(?:data|derived)(?:\.[A-Za-z]\w*)+(?!\w*\()/.exec(props.from ?? "")?.[0]
  return (
    <ListProvider value={list ?? null}>
      <div className={`texts columns-${languages.length} card-row`}>
        {languages.map((language, index) => (
          <div key={language} lang={language === "zh" ? "zh-CN" : language}>
            <TextLine text={props.label} language={language} />
            {language === "zh" ? "：" : ": "}
            <TextLine text={props.value} language={language} />
            {index === 0 && props.when !== undefined && (
              <span className="when"> {words.t("doc.rowWhen", { condition: props.when })}</span>
            )}
          </div>
        ))}
      </div>
    </ListProvider>
  )
}
