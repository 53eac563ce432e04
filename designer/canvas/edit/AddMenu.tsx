import { Popover } from "radix-ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { documents } from "../../document/documents.ts"
import { newStateTypes } from "../../model/newState.ts"
import { useScene } from "../../model/scene.ts"
import { madeOrTold } from "../../shell/notice.ts"
import { SearchList, type SearchOption } from "../../ui/SearchList.tsx"
import { stateTypeIcon } from "../../ui/stateTypeIcon.ts"
import { type AddRequest, useAddMenu } from "./addMenu.ts"
import { addState } from "./addState.ts"

const mostStates = 40

/** The menu that opens where an exit was dropped into the empty: a new state of a type, or one that is there. */
export function AddMenu() {
  const { request } = useAddMenu()
  if (request === null) return null
  return <Menu key={`${request.at.x} ${request.at.y}`} request={request} />
}

function Menu({ request }: { readonly request: AddRequest }) {
  const { t } = useTranslation("canvas")
  const { drawing, file } = useScene()
  const [sought, setSought] = useState("")
  const word = sought.trim().toLowerCase()
  const options = useMemo(() => {
    const option = (id: string, type: string, section: string, name: string, help: string): SearchOption => {
      const Icon = stateTypeIcon(type)
      const icon = (
        <span className="menu-icon">
          <Icon size={16} aria-hidden />
        </span>
      )
      return { id, section, icon, name, note: <small>{help}</small>, className: `type-${type}` }
    }
    const fits = (text: string) => text.toLowerCase().includes(word)
    const types = newStateTypes.flatMap((type) => {
      const [name, help] = [t(`type.${type}`), t(`typeHelp.${type}`)]
      return fits(`${name} ${help}`) ? option(`+${type}`, type, t("add.new"), name, help) : []
    })
    const { from, isInsert } = request
    const others = from === null || isInsert ? [] : [...drawing.states.values()]
    const states = others
      .filter(({ id, title }) => id !== from?.state && fits(`${id} ${title}`))
      .slice(0, mostStates)
      .map(({ id, type, title }) => option(id, type, t("add.existing"), title, id))
    return [...types, ...states]
  }, [drawing, request, word, t])
  const close = () => useAddMenu.setState({ request: null })
  const choose = (id: string) => {
    close()
    const type = newStateTypes.find((each) => `+${each}` === id)
    if (type !== undefined) addState(type, request)
    else if (request.from !== null)
      madeOrTold(documents.run({ name: "exit.set", args: { file, ...request.from, target: id } }))
  }
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Popover.Anchor
        className="menu-anchor"
        style={{ insetInlineStart: request.at.x, insetBlockStart: request.at.y }}
      />
      <Popover.Portal>
        <Popover.Content
          className="menu add-menu"
          align="start"
          side="right"
          sideOffset={4}
          aria-label={t("add.title")}
        >
          <SearchList
            name="add"
            fieldClass="field"
            fieldLabel={t("add.find")}
            listLabel={t("add.title")}
            nothing={t("add.nothing")}
            sought={sought}
            onSought={setSought}
            options={options}
            onChoose={choose}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
