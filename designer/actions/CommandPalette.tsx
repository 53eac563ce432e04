import { Workflow } from "lucide-react"
import { Dialog } from "radix-ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { findElements } from "../catalogue/findElements.ts"
import { pageIcon } from "../catalogue/pageIcons.ts"
import { useModel } from "../catalogue/useModel.ts"
import { useDocuments } from "../document/documents.ts"
import { newStateTypes } from "../model/newState.ts"
import { useScene } from "../model/scene.ts"
import { useFlowTitle } from "../model/useFlowTitle.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { room } from "../shell/room.ts"
import { pageIds, useView, view } from "../shell/viewStore.ts"
import { SearchList, type SearchOption } from "../ui/SearchList.tsx"
import { stateTypeIcon } from "../ui/stateTypeIcon.ts"
import { actionContext, whyNot } from "./action.ts"
import { actions } from "./actions.ts"
import { addAtSelection } from "./addAtSelection.ts"
import { Keys } from "./Keys.tsx"
import { findStates } from "./search.ts"

type Option = SearchOption & { readonly run: () => void }

/** Everything that can be found or done, by typing. */
export function CommandPalette() {
  const isOpen = useView((state) => state.isPaletteOpen)
  const { t } = useTranslation("actions")
  return (
    <Dialog.Root open={isOpen} onOpenChange={view.showCommands}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="commands" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{t("palette.title")}</Dialog.Title>
          <Commands />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Commands() {
  const { t } = useTranslation("actions")
  const [sought, setSought] = useState("")
  const options = useOptions(sought)
  const run = (id: string) => {
    const option = options.find((each) => each.id === id)
    if (option === undefined || option.isDisabled === true) return
    view.showCommands(false)
    option.run()
  }
  return (
    <>
      <SearchList
        name="commands"
        fieldClass="commands-field"
        listClass="commands-list"
        fieldLabel={t("palette.field")}
        listLabel={t("palette.title")}
        nothing={t("palette.nothing")}
        sought={sought}
        onSought={setSought}
        options={options}
        onChoose={run}
      />
      <p className="commands-hint">{t("palette.hint")}</p>
    </>
  )
}

function useOptions(sought: string): readonly Option[] {
  const { t } = useTranslation("actions")
  const { t: canvas } = useTranslation("canvas")
  const { drawing, file } = useScene()
  const flow = useDocuments(({ files }) => files.value(file))
  const { flowFiles } = useSurroundings()
  const titleOf = useFlowTitle()
  const { t: catalogue } = useTranslation("catalogue")
  const model = useModel(useView((state) => state.trail.at(-1) ?? ""))
  return useMemo(() => {
    const word = sought.trim().toLowerCase()
    const fits = (text: string) => text.toLowerCase().includes(word)
    const context = actionContext()
    const states = findStates(drawing, flow, word).map((found): Option => {
      const Icon = stateTypeIcon(found.type)
      return {
        id: `state-${found.id}`,
        section: t("palette.states"),
        icon: (
          <span className={`menu-icon type-${found.type}`}>
            <Icon size={16} aria-hidden />
          </span>
        ),
        name: found.title,
        note: <small>{found.words === "" ? found.id : found.words}</small>,
        run: () => view.show(found.id),
      }
    })
    const does = actions
      .map((action): Option => {
        const why = whyNot(action, context)
        return {
          id: action.id,
          section: t(`group.${action.group}`),
          icon: <action.icon size={16} aria-hidden />,
          name: t(`name.${action.id}`),
          note: why === null ? <Keys keys={action.keys} /> : <small>{t(`reason.${why}`)}</small>,
          isDisabled: why !== null,
          run: () => action.run(context),
        }
      })
      .filter(({ name }) => fits(name))
    const adds = newStateTypes
      .map((type): Option => {
        const Icon = stateTypeIcon(type)
        return {
          id: `add-${type}`,
          section: t("palette.addGroup"),
          icon: (
            <span className={`menu-icon type-${type}`}>
              <Icon size={16} aria-hidden />
            </span>
          ),
          name: t("palette.add", { type: canvas(`type.${type}`) }),
          note: <small>{canvas(`typeHelp.${type}`)}</small>,
          run: () => addAtSelection(type),
        }
      })
      .filter(({ name }) => fits(name))
    const pages = pageIds
      .map((id): Option => {
        const Icon = pageIcon(id)
        return {
          id: `page-${id}`,
          section: t("palette.pages"),
          icon: <Icon size={16} aria-hidden />,
          name: t("palette.openPage", { page: catalogue(`page.${id}`) }),
          note: null,
          run: () => view.openPage(id),
        }
      })
      .filter(({ name }) => fits(name))
    const elements = findElements(model, word).map(({ page, entry }): Option => {
      const Icon = pageIcon(page)
      return {
        id: `element-${page}-${entry.file}-${entry.item}`,
        section: t("palette.pages"),
        icon: <Icon size={16} aria-hidden />,
        name: entry.title,
        note: <small>{catalogue(`one.${page}`)}</small>,
        run: () => view.openPage(page, entry.item),
      }
    })
    const flows = Object.keys(flowFiles)
      .map(
        (id): Option => ({
          id: `flow-${id}`,
          section: t("palette.flows"),
          icon: <Workflow size={16} aria-hidden />,
          name: titleOf(id),
          note: <small>{id}</small>,
          run: () => view.openFlow(id),
        }),
      )
      .filter(({ name, id }) => fits(`${name} ${id}`))
    return [
      ...states,
      ...does,
      ...(context.isOnCanvas && room() !== "reading" ? adds : []),
      ...pages,
      ...elements,
      ...(word === "" ? [] : flows),
    ]
  }, [sought, drawing, flow, flowFiles, titleOf, t, canvas, catalogue, model])
}
