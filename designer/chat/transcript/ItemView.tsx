import { Bot, Paperclip } from "lucide-react"
import { useTranslation } from "react-i18next"
import { assertNever } from "../../../engine/types.ts"
import { useLocale } from "../../i18n/useLocale.ts"
import { useChatSession } from "../session/useChat.ts"
import { surnameOf } from "./agentName.ts"
import { ContentView } from "./ContentView.tsx"
import { timeLabel } from "./timeLabel.ts"
import type { AgentFace, Item } from "./toItems.ts"

/** One line of the transcript. */
export function ItemView({ item }: { readonly item: Item }) {
  const { t } = useTranslation("chat")
  const locale = useLocale()
  const { clock } = useChatSession()
  switch (item.is) {
    case "time":
      return (
        <p className="time-line">
          <time dateTime={item.at}>{timeLabel(item.at, clock(), locale)}</time>
        </p>
      )
    case "holder":
      return <HolderLine item={item} />
    case "customer":
      return (
        <div className="line customer" data-opens={item.opens}>
          <p className="bubble">
            <span className="visually-hidden">{t("you")}: </span>
            {item.entry.open.how === "upload" && <Paperclip size={16} aria-hidden />}
            {item.entry.personal.text}
          </p>
        </div>
      )
    case "bot":
      return (
        <div className="line ours" data-opens={item.opens}>
          {item.opens && (
            <span className="face" title={t("service")}>
              <Bot size={18} aria-label={t("service")} />
            </span>
          )}
          <ContentView index={item.index} content={item.content} />
        </div>
      )
    case "agent":
      return (
        <div className="line ours" data-opens={item.opens}>
          {item.opens && <AgentName agent={item.agent} />}
          <p className="bubble">{item.text}</p>
        </div>
      )
    default:
      return assertNever(item)
  }
}

function AgentName({ agent }: { readonly agent: AgentFace }) {
  const { t } = useTranslation("chat")
  const surname = surnameOf(agent.name)
  return (
    <>
      <span className="face person" aria-hidden>
        {surname.slice(0, 2)}
      </span>
      <p className="speaker">
        {t("agentName", { surname })}
        <small>{t("agentNumber", { number: agent.number })}</small>
      </p>
    </>
  )
}

function HolderLine({ item }: { readonly item: Extract<Item, { is: "holder" }> }) {
  const { t } = useTranslation("chat")
  const agent = item.agent
  const words = {
    bot: () => t("nowBot"),
    queue: () => t("nowQueue"),
    agent: () =>
      agent === undefined
        ? t("nowAgent")
        : t("nowAgentNamed", {
            name: t("agentName", { surname: surnameOf(agent.name) }),
            number: t("agentNumber", { number: agent.number }),
          }),
  }
  return (
    <p className="holder-line" data-holder={item.holder}>
      <span>{words[item.holder]()}</span>
    </p>
  )
}
