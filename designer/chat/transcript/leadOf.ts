export type Lead = {
  /** The first amount of the text, under the words of its own clause. */
  readonly figure: { readonly label: string; readonly value: string } | null
  /** Up to three sentences from the beginning; none when the text is hardly longer than these. */
  readonly lines: readonly string[]
}

const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
const amount = new RegExp(
  String.raw`(?:[\u00a5\uffe5]|CNY|RMB)\s?${number}|${number}\s?(?:[万亿]?元|yuan|CNY|RMB)`,
  "i",
)
/** Between digits a comma or a colon belongs to the number. */
const clauseEnds = /[,:](?!\d)|[\uff0c\u3002;\uff1b\uff1a\u3001!\uff01?\uff1f\n]|\.\s/
/**
 * After a full stop and what closes with it. A Latin one counts before a space and a new beginning, and neither after
 * the number of a paragraph nor after what is commonly shortened.
 */
const sentenceEnds = new RegExp(
  [
    String.raw`(?<=[\u3002\uff01\uff1f][\u300d\u300f\u201d\u2019\uff09]*)(?![\u3002\uff01\uff1f\u300d\u300f\u201d\u2019\uff09])\s*`,
    String.raw`(?<=[.!?]["')]*)(?<!^\s*\d+\.)(?<!\b(?:No|Nos|Art|Mr|Mrs|Ms|Dr|e\.g|i\.e)\.)\s+(?=["'(]*[\p{Lu}\p{N}\p{Script=Han}])`,
    String.raw`\n+`,
  ].join("|"),
  "mu",
)
const numbering =
  /^\s*(?:\d+[.\u3001\uff0e]|[一二三四五六七八九十]+\u3001|[(\uff08][\d一二三四五六七八九十]+[)\uff09])/
const longestLabel = 42
const lineCount = 3

/** Returns what stands above a regulated text: only the text's own words, nothing rephrased. */
export function leadOf(text: string): Lead {
  const figure = figureOf(text)
  return { figure, lines: linesOf(text, figure) }
}

function figureOf(text: string): Lead["figure"] {
  const found = amount.exec(text)
  if (found === null) return null
  const clauses = text.slice(0, found.index).split(clauseEnds)
  const label = (clauses.at(-1) || clauses.at(-2) || "").replace(/^\d+\.\s*/, "").trim()
  return label === "" || widthOf(label) > longestLabel ? null : { label, value: found[0].trim() }
}

/**
 * Of each paragraph but headings the sentence with an amount, else the first; what only says the figure again is
 * left out.
 */
function linesOf(text: string, figure: Lead["figure"]): readonly string[] {
  const paragraphs = text.split("\n").filter((line) => line.trim() !== "")
  const units = paragraphs.length > lineCount ? paragraphs : sentencesOf(text)
  if (units.length <= lineCount + 1) return []
  const said = figure === null ? "" : wordsOf(figure.label + figure.value)
  return units
    .filter((unit) => !/[:\uff1a]\s*$/.test(unit))
    .map((unit) => {
      const sentences = sentencesOf(unit.replace(numbering, ""))
      return (sentences.find((sentence) => amount.test(sentence)) ?? sentences[0] ?? "").trim()
    })
    .filter((line) => line !== "" && wordsOf(line) !== said)
    .slice(0, lineCount)
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "")
}

function sentencesOf(text: string): readonly string[] {
  return text.split(sentenceEnds).filter((sentence) => sentence.trim() !== "")
}

/** A Chinese character takes the room of two Latin ones. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0)
}
