import { useTranslation } from "react-i18next"
import type { Row } from "../../../engine/types.ts"
import { useChatSession, useChatState } from "../session/useChat.ts"
import { type OpenCards, openCardsOf } from "./openCards.ts"

const nothing: ReadonlySet<string> = new Set()

/** Which cards take an answer now, and how a row of a read-back is changed. */
export function useOpenCards(): {
  readonly open: OpenCards
  /** An answer is on its way, so every button rests. */
  readonly isBusy: boolean
  readonly changeable: (index: number) => ReadonlySet<string>
  readonly change: (row: Row) => void
} {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const { entries, waitingFor, outbox } = useChatState()
  const open = openCardsOf(entries, waitingFor)
  const isBusy = outbox.some((message) => message.status !== "failed")
  const changes = waitingFor?.options?.filter((option) => option.key.startsWith("change:")) ?? []
  const slots = new Set(changes.map((option) => option.key.slice("change:".length)))
  return {
    open,
    isBusy,
    changeable: (index) => (open.readBack === index && !isBusy ? slots : nothing),
    change: (row) => {
      const choice = `change:${row.slot ?? ""}`
      const label = changes.find((option) => option.key === choice)?.label
      session.send({ choice }, label ?? t("changeRow", { label: row.label }))
    },
  }
}
