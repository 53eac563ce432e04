import { Popover } from "radix-ui"
import { type ReactNode, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { slotTypeIcon } from "../../canvas/nodes/slotTypeIcon.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { variablesOf } from "../../model/scopeOf.ts"
import { SearchList, type SearchOption } from "../../ui/SearchList.tsx"
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
  const options = all
    .map((variable) => ({ ...variable, name: nameOfPath(variable.path, words) }))
    .filter(({ path, name }) => `${path} ${name}`.toLowerCase().includes(word))
    .slice(0, most)
    .map(({ path, name, shape }): SearchOption => {
      const Icon = slotTypeIcon(shape.kind)
      const root = groups.find((group) => group === path.split(".")[0])
      return {
        id: path,
        section: t(`root.${root ?? "other"}`),
        icon: <Icon size={14} aria-hidden />,
        name,
        note: <small>{path}</small>,
      }
    })
  return (
    <SearchList
      name="variable"
      fieldClass="field"
      fieldLabel={t("text.find")}
      listLabel={t("text.insert")}
      nothing={t("text.nothing")}
      sought={sought}
      onSought={setSought}
      options={options}
      onChoose={onChoose}
    />
  )
}
