import { Popover } from "radix-ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { documents } from "../../document/documents.ts"
import { newStateTypes } from "../../model/newState.ts"
import { useScene } from "../../model/scene.ts"
import { madeOrTold } from "../../shell/notice.ts"
import { stateTypeIcon } from "../../ui/stateTypeIcon.ts"
import { useOptionKeys } from "../../ui/useOptionKeys.ts"
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
    const types = newStateTypes
      .map((type) => ({
        id: `+${type}`,
        type: type as string,
        name: t(`type.${type}`),
        help: t(`typeHelp.${type}`),
      }))
      .filter(({ name, help }) => `${name} ${help}`.toLowerCase().includes(word))
    const states = [...drawing.states.values()]
      .filter(
        ({ id, title }) =>
          request.from !== null &&
          !request.isInsert &&
          id !== request.from.state &&
          `${id} ${title}`.toLowerCase().includes(word),
      )
      .map(({ id, type, title }) => ({ id, type: type as string, name: title, help: id }))
    return [...types, ...states.slice(0, mostStates)]
  }, [drawing, request, word, t])
  const close = () => useAddMenu.setState({ request: null })
  const choose = (id: string) => {
    close()
    const type = newStateTypes.find((each) => `+${each}` === id)
    if (type !== undefined) addState(type, request)
    else if (request.from !== null)
      madeOrTold(documents.run({ name: "exit.set", args: { file, ...request.from, target: id } }))
  }
  const keys = useOptionKeys(
    options.map(({ id }) => id),
    choose,
  )
  const states = options.filter(({ id }) => !id.startsWith("+"))
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
          <input
            className="field"
            type="search"
            role="combobox"
            aria-expanded
            aria-controls="add-menu-list"
            aria-activedescendant={keys.active === null ? undefined : `add-${keys.active}`}
            aria-label={t("add.find")}
            placeholder={t("add.find")}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            onKeyDown={keys.onKeyDown}
          />
          <div role="listbox" id="add-menu-list" aria-label={t("add.title")}>
            {options.map(({ id, type, name, help }, index) => {
              const Icon = stateTypeIcon(type)
              const isFirstState = states[0]?.id === id
              return (
                <div key={id}>
                  {index === 0 && id.startsWith("+") && <h2 className="menu-title">{t("add.new")}</h2>}
                  {isFirstState && <h2 className="menu-title">{t("add.existing")}</h2>}
                  {/* biome-ignore lint/a11y/useFocusableInteractive: the field above holds the focus, as a combobox does */}
                  <div
                    role="option"
                    id={`add-${id}`}
                    className={`menu-item type-${type}`}
                    aria-selected={keys.active === id}
                    onPointerMove={() => keys.setActive(id)}
                    onClick={() => choose(id)}
                    onKeyDown={keys.onKeyDown}
                  >
                    <span className="menu-icon">
                      <Icon size={16} aria-hidden />
                    </span>
                    <span>{name}</span>
                    <small>{help}</small>
                  </div>
                </div>
              )
            })}
          </div>
          {options.length === 0 && <p className="menu-note">{t("add.nothing")}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
