import type { Content } from "../types.ts"

/** Returns all that a bubble says, for assertions and transcripts. */
export function textOf(content: Content): string {
  const rows = (list: readonly { readonly label: string; readonly value: string }[] | undefined) =>
    (list ?? []).map(({ label, value }) => `${label} ${value}`)
  switch (content.is) {
    case "text":
      return content.text
    case "question":
      return [content.text, ...rows(content.readBack)].join("\n")
    case "card": {
      const { title, figure, note } = content.card
      return [
        title,
        figure === undefined ? undefined : `${figure.label} ${figure.value}`,
        ...rows(content.card.rows),
        note,
      ]
        .filter((part) => part !== undefined)
        .join("\n")
    }
    case "link":
      return `${content.label} ${content.url}`
    case "file":
      return `${content.label} ${content.name}`
    case "checkpoint":
      return [content.title, content.text, ...rows(content.readBack)].join("\n")
  }
}
