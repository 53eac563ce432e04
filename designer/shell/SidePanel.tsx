import { ChevronsDown, ChevronsLeft, ChevronsRight, ChevronsUp, type LucideIcon } from "lucide-react"
import { Tabs } from "radix-ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { IconButton } from "../ui/IconButton.tsx"
import { Splitter } from "./Splitter.tsx"
import { type PanelName, useView, view } from "./viewStore.ts"

export type PanelTab<Id extends string> = {
  readonly id: Id
  readonly label: string
  /** Beside the label, such as a number. */
  readonly badge?: ReactNode
  readonly content: ReactNode
}

const icons: Readonly<Record<PanelName, { readonly close: LucideIcon; readonly open: LucideIcon }>> = {
  left: { close: ChevronsLeft, open: ChevronsRight },
  right: { close: ChevronsRight, open: ChevronsLeft },
  trial: { close: ChevronsRight, open: ChevronsLeft },
  drawer: { close: ChevronsDown, open: ChevronsUp },
}
const words = {
  left: { close: "collapseLeft", open: "openLeft" },
  right: { close: "collapseRight", open: "openRight" },
  trial: { close: "collapseTrial", open: "openTrial" },
  drawer: { close: "collapseDrawer", open: "openDrawer" },
} as const

/** A panel with tabs at an edge of the canvas: it resizes, collapses to its tabs, and remembers. */
export function SidePanel<Id extends string>(props: {
  readonly name: PanelName
  readonly label: string
  readonly tabs: readonly PanelTab<Id>[]
  readonly tab: Id
  readonly onTab: (tab: Id) => void
  /** Stands below the drawing, as wide as that, and closes to its tabs. */
  readonly isSheet?: boolean
}) {
  const { t } = useTranslation("shell")
  const { name, tabs, isSheet = false } = props
  const { size, isOpen } = useView((state) => state.panels[name])
  const Icon = icons[isSheet ? "drawer" : name][isOpen ? "close" : "open"]
  const label = t(words[name][isOpen ? "close" : "open"])
  const shown = tabs.some(({ id }) => id === props.tab) ? props.tab : (tabs[0]?.id ?? props.tab)
  const isDrawer = name === "drawer" || isSheet
  const style = isOpen && !isSheet ? (isDrawer ? { height: size } : { width: size }) : {}
  return (
    <aside
      className={`side-panel ${isSheet ? "drawer sheet" : name}${isOpen ? "" : " closed"}`}
      style={style}
      aria-label={props.label}
    >
      {isOpen && !isSheet && <Splitter panel={name} />}
      <Tabs.Root
        className="side-tabs"
        value={isOpen ? shown : ""}
        onValueChange={(id) => {
          const tab = tabs.find((each) => each.id === id)
          if (tab !== undefined) props.onTab(tab.id)
        }}
        activationMode="manual"
      >
        <div className="side-head">
          {(isOpen || isDrawer) && (
            <Tabs.List className="tab-list" aria-label={props.label}>
              {tabs.map(({ id, label: name, badge }) => (
                <Tabs.Trigger key={id} className="tab" value={id}>
                  {name}
                  {badge}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          )}
          <IconButton
            label={label}
            icon={Icon}
            className="quiet-button side-toggle"
            aria-expanded={isOpen}
            onClick={() => view.toggle(name)}
          />
        </div>
        {isOpen &&
          tabs.map(({ id, content }) => (
            <Tabs.Content key={id} className="side-content" value={id} tabIndex={-1}>
              {content}
            </Tabs.Content>
          ))}
      </Tabs.Root>
    </aside>
  )
}
