import { ExternalLink, FileText } from "lucide-react"
import { useTranslation } from "react-i18next"
import { assertNever, type Content } from "../../../engine/types.ts"
import { CardView } from "./CardView.tsx"
import { CheckpointCard } from "./CheckpointCard.tsx"
import { ReadBack } from "./ReadBack.tsx"
import { useOpenCards } from "./useOpenCards.ts"

/** What one of our bubbles shows, by its kind. */
export function ContentView({ index, content }: { readonly index: number; readonly content: Content }) {
  switch (content.is) {
    case "text":
      return <p className="bubble">{content.text}</p>
    case "card":
      return <CardView card={content.card} />
    case "link":
      return <LinkBubble label={content.label} url={content.url} />
    case "file":
      return <FileBubble label={content.label} name={content.name} />
    case "question":
      return <Question index={index} content={content} />
    case "checkpoint":
      return <CheckpointCard index={index} content={content} />
    default:
      return assertNever(content)
  }
}

function Question(props: { readonly index: number; readonly content: Extract<Content, { is: "question" }> }) {
  const { changeable, change } = useOpenCards()
  const { text, readBack } = props.content
  if (readBack === undefined || readBack.length === 0) return <p className="bubble">{text}</p>
  return (
    <section className="card">
      <p className="card-lead">{text}</p>
      <ReadBack rows={readBack} changeable={changeable(props.index)} onChange={change} />
    </section>
  )
}

/** A link leads out only by a protocol that a customer expects; anything else is shown as words. */
function LinkBubble({ label, url }: { readonly label: string; readonly url: string }) {
  const target = URL.canParse(url, location.href) ? new URL(url, location.href) : null
  if (target === null || !["https:", "http:", "tel:", "mailto:"].includes(target.protocol)) {
    return <p className="bubble">{label}</p>
  }
  const place = target.protocol.startsWith("http") ? target.host : target.pathname
  return (
    <a className="bubble attachment" href={target.href} target="_blank" rel="noopener noreferrer">
      <ExternalLink size={16} aria-hidden />
      <span className="attachment-text">
        <span>{label}</span>
        <small>{place}</small>
      </span>
    </a>
  )
}

function FileBubble({ label, name }: { readonly label: string; readonly name: string }) {
  const { t } = useTranslation("chat")
  return (
    <p className="bubble attachment">
      <FileText size={16} aria-label={t("file")} />
      <span className="attachment-text">
        <span>{label}</span>
        <small>{name}</small>
      </span>
    </p>
  )
}
