import type { TFunction } from "i18next"
import type { TextRow } from "./textRows.ts"

const tones = ["calm", "upset", "distressed"] as const

/** Returns which part of its place a text is, as 说的话 2 or 卡片 · 脚注; of a message in other words for a mood, the mood. */
export function partInWords({ part }: TextRow, t: TFunction<"texttable">): string {
  const words: string[] = []
  const tone = tones.find((each) => part[0] === "tone" && part[1] === each)
  if (tone !== undefined) words.push(t(`tone.${tone}`))
  if (part[0] === "on") words.push(t("part.on"))
  const isCard = part.includes("card")
  if (isCard) words.push(t("part.card"))
  const field = [...part].reverse().find((step) => typeof step === "string")
  const number = [...part].reverse().find((step) => typeof step === "number")
  const suffix = typeof number === "number" && !part.includes("figure") ? ` ${number + 1}` : ""
  if (part.includes("figure")) words.push(t(field === "label" ? "part.figureLabel" : "part.figure"))
  else if (part.includes("rows"))
    words.push(`${t(field === "label" ? "part.rowLabel" : "part.rowValue")}${suffix}`)
  else if (part.includes("options")) words.push(t("part.option"))
  else if (part.includes("link")) words.push(t("part.link"))
  else if (part.includes("file")) words.push(t("part.file"))
  else if (isCard && field === "title") words.push(t("part.title"))
  else if (part.includes("cases")) words.push(t("part.case"))
  else words.push(`${known(String(field), t)}${suffix}`)
  return words.join(" · ")
}

const fields = [
  "title",
  "say",
  "ask",
  "reask",
  "help",
  "each",
  "more",
  "else",
  "note",
  "reason",
  "text",
] as const

function known(field: string, t: TFunction<"texttable">): string {
  const found = fields.find((each) => each === field)
  // What is said by mood stands under the mood's name alone.
  return t(`part.${found ?? "say"}`)
}
