import { Popover } from "radix-ui"
import { type ReactNode, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { slotTypeIcon } from "../../canvas/nodes/slotTypeIcon.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { variablesOf } from "../../model/scopeOf.ts"
import { useOptionKeys } from "../../ui/useOptionKeys.ts"
import { useForm } from "../FormContext.ts"

const most = 60

/** The values that can be named here, to be found by title or id. */
export function VariableMenu(props: {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onChoose: (path: string) => void
  readonly children: ReactNode
}) {
  return (
    <Popover.Root open={props.isOpen} onOpenChange={props.onOpen}>
      <Popover.Trigger asChild>{props.children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu variable-menu" align="end" sideOffset={4}>
          <Variables onChoose={props.onChoose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

const groups = ["slots", "derived", "data", "parameters"] as const

function Variables({ onChoose }: { readonly onChoose: (path: string) => void }) {
  const { t } = useTranslation("inspector")
  const { flow, around, words } = useForm()
  const [sought, setSought] = useState("")
  const word = sought.trim().toLowerCase()
  const all = useMemo(() => variablesOf(flow, around), [flow, around])
  const found = all
    .map((variable) => ({ ...variable, name: nameOfPath(variable.path, words) }))
    .filter(({ path, name }) => `${path} ${name}`.toLowerCase().includes(word))
    .slice(0, most)
  const keys = useOptionKeys(
    found.map(({ path }) => path),
    onChoose,
  )
  return (
    <>
      <input
        className="field"
        type="search"
        role="combobox"
        aria-expanded
        aria-controls="variable-list"
        aria-activedescendant={keys.active === null ? undefined : `variable-${keys.active}`}
        aria-label={t("text.find")}
        placeholder={t("text.find")}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        onKeyDown={keys.onKeyDown}
      />
      <div role="listbox" id="variable-list" aria-label={t("text.insert")}>
        {found.map(({ path, name, shape }, index) => {
          const Icon = slotTypeIcon(shape.kind)
          const root = path.split(".")[0]
          const group = groups.find((each) => each === root)
          const before = found[index - 1]?.path.split(".")[0]
          return (
            <div key={path}>
              {root !== before && (
                <div className="menu-title" aria-hidden>
                  {t(`root.${group ?? "other"}`)}
                </div>
              )}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the field above holds the focus, as a combobox does */}
              <div
                role="option"
                id={`variable-${path}`}
                className="menu-item"
                aria-selected={keys.active === path}
                onPointerMove={() => keys.setActive(path)}
                onClick={() => onChoose(path)}
                onKeyDown={keys.onKeyDown}
              >
                <Icon size={14} aria-hidden />
                <span>{name}</span>
                <small>{path}</small>
              </div>
            </div>
          )
        })}
      </div>
      {found.length === 0 && <p className="menu-note">{t("text.nothing")}</p>}
    </>
  )
}
