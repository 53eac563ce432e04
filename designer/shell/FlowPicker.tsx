import { ChevronDown, Plus } from "lucide-react"
import { Popover } from "radix-ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFlowTitle } from "../model/useFlowTitle.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { askForNewFlow } from "../newFlow/newFlow.ts"
import { useView, view } from "./viewStore.ts"

/** Names the flow that is open, and lists the others, services first. */
export function FlowPicker({ flow }: { readonly flow: string }) {
  const { t } = useTranslation("shell")
  const titleOf = useFlowTitle()
  const [isOpen, setOpen] = useState(false)
  const [sought, setSought] = useState("")
  const { flowFiles } = useSurroundings()
  const flows = Object.entries(flowFiles).map(([id, file]) => ({
    id,
    title: titleOf(id),
    isPattern: file.startsWith("patterns/"),
  }))
  const word = sought.trim().toLowerCase()
  const found = flows.filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(word))
  const choose = (id: string) => {
    const { page } = useView.getState()
    if (page === null) view.openFlow(id)
    else view.openPage(page, null, id)
    setOpen(false)
    setSought("")
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="flow-picker" title={t("chooseFlow")}>
        <strong>{titleOf(flow)}</strong>
        <small>{flow}</small>
        <ChevronDown size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu flow-menu" align="start" sideOffset={4} aria-label={t("chooseFlow")}>
          <input
            className="field"
            type="search"
            aria-label={t("findFlow")}
            placeholder={t("findFlow")}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            onKeyDown={(event) => {
              const [first] = found
              if (event.key === "Enter" && first !== undefined) choose(first.id)
            }}
          />
          {found.length === 0 && <p className="menu-note">{t("noFlowFound")}</p>}
          {[false, true].map((isPattern) => {
            const group = found.filter((each) => each.isPattern === isPattern)
            if (group.length === 0) return null
            return (
              <section key={String(isPattern)}>
                <h2 className="menu-title">{t(isPattern ? "patterns" : "services")}</h2>
                <ul>
                  {group.map(({ id, title }) => (
                    <li key={id}>
                      <button
                        type="button"
                        className="menu-item"
                        aria-current={id === flow ? "true" : undefined}
                        onClick={() => choose(id)}
                      >
                        <span>{title}</span>
                        <small>{id}</small>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            )
          })}
          <button
            type="button"
            className="menu-item menu-foot"
            onClick={() => {
              setOpen(false)
              askForNewFlow()
            }}
          >
            <Plus size={16} aria-hidden />
            <span>{t("newFlow.title")}</span>
          </button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
