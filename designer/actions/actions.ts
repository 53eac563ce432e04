import {
  ClipboardPaste,
  CloudUpload,
  Compass,
  Copy,
  CopyPlus,
  FilePlus2,
  FileText,
  FileX2,
  FlipHorizontal2,
  History,
  ImageDown,
  Languages,
  LayoutGrid,
  LibraryBig,
  ListChecks,
  ListTree,
  Maximize,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Play,
  Radar,
  Redo2,
  Save,
  Scissors,
  Shapes,
  StickyNote,
  SunMoon,
  Trash2,
  TriangleAlert,
  Undo2,
  ZoomIn,
  ZoomOut,
} from "lucide-react"
import { saveImage } from "../canvas/image/saveImage.ts"
import { groupsOf } from "../canvas/useFolded.ts"
import { documents } from "../document/documents.ts"
import { currentLocale, switchLocale } from "../i18n/startI18n.ts"
import { introduce } from "../introduction/introduction.ts"
import { scene } from "../model/scene.ts"
import { askForNewFlow } from "../newFlow/newFlow.ts"
import { addNote } from "../notes/notes.ts"
import { openReleaseDialog } from "../releases/releaseDialog.ts"
import { openReview } from "../review/openReview.ts"
import { madeOrTold } from "../shell/notice.ts"
import { isSaved, saveAll } from "../shell/saving.ts"
import { useView, view } from "../shell/viewStore.ts"
import { setPreferences, usedTheme } from "../ui/preferences.ts"
import { type Action, type ActionContext, actionContext, whyNot } from "./action.ts"
import { copySelection, cutSelection, duplicateSelection, pasteFromClipboard } from "./clipboard.ts"
import { removeSelection } from "./removeSelection.ts"

const needsState = ({ states }: ActionContext) => (states.length === 0 ? "nothingSelected" : null)
const needsAny = ({ selection }: ActionContext) => (selection.length === 0 ? "nothingSelected" : null)

/** Every action of the designer, in the order in which the palette lists them. */
export const actions: readonly Action[] = [
  {
    id: "undo",
    isEverywhere: true,
    group: "edit",
    icon: Undo2,
    keys: "Mod+Z",
    why: () => (documents.store.getState().past.length === 0 ? "nothingToUndo" : null),
    run: () => documents.undo(),
  },
  {
    id: "redo",
    isEverywhere: true,
    group: "edit",
    icon: Redo2,
    keys: "Mod+Shift+Z",
    why: () => (documents.store.getState().future.length === 0 ? "nothingToRedo" : null),
    run: () => documents.redo(),
  },
  {
    id: "save",
    isEverywhere: true,
    group: "edit",
    icon: Save,
    keys: "Mod+S",
    why: () => (isSaved() ? "nothingToSave" : null),
    run: () => void saveAll(),
  },
  { id: "release", isEverywhere: true, group: "edit", icon: CloudUpload, run: openReleaseDialog },
  {
    id: "review",
    group: "edit",
    icon: FileText,
    why: () => (isSaved() ? null : "saveFirst"),
    run: ({ drawing }) => openReview(drawing.flow),
  },
  { id: "copy", group: "edit", icon: Copy, keys: "Mod+C", why: needsState, run: () => void copySelection() },
  {
    id: "cut",
    group: "edit",
    icon: Scissors,
    keys: "Mod+X",
    why: needsState,
    run: () => void cutSelection(),
  },
  { id: "paste", group: "edit", icon: ClipboardPaste, keys: "Mod+V", run: () => void pasteFromClipboard() },
  {
    id: "duplicate",
    group: "edit",
    icon: CopyPlus,
    keys: "Mod+D",
    why: needsState,
    run: duplicateSelection,
  },
  { id: "remove", group: "edit", icon: Trash2, keys: "Delete", why: needsAny, run: removeSelection },
  {
    id: "selectAll",
    group: "edit",
    icon: Shapes,
    keys: "Mod+A",
    run: ({ drawing }) => view.select([...drawing.states.keys()]),
  },
  {
    id: "makeStart",
    group: "edit",
    icon: Play,
    why: ({ states }) => {
      const [state] = states
      if (state === undefined || states.length > 1) return "selectOne"
      return state.isStart ? "isStart" : null
    },
    run: makeStart,
  },
  { id: "newFlow", isEverywhere: true, group: "edit", icon: FilePlus2, run: askForNewFlow },
  {
    id: "removeFlow",
    group: "edit",
    icon: FileX2,
    run: ({ file }) => void madeOrTold(documents.run({ name: "flow.remove", args: { file } })),
  },
  { id: "addNote", group: "edit", icon: StickyNote, keys: "Shift+N", run: () => addNote() },
  {
    id: "notes",
    group: "view",
    icon: StickyNote,
    run: () => view.openDrawer("notes"),
  },
  {
    id: "arrangeAll",
    group: "canvas",
    isChange: true,
    icon: LayoutGrid,
    keys: "Mod+Shift+L",
    run: () => scene().port?.arrange(null),
  },
  {
    id: "arrangeSelection",
    group: "canvas",
    isChange: true,
    icon: FlipHorizontal2,
    why: ({ states }) => (states.length < 2 ? "selectSeveral" : null),
    run: ({ states }) => scene().port?.arrange(states.map(({ id }) => id)),
  },
  { id: "fit", group: "canvas", icon: Maximize, keys: "Shift+1", run: () => scene().port?.fit() },
  { id: "zoomIn", group: "canvas", icon: ZoomIn, keys: "Mod+=", run: () => scene().port?.zoom("in") },
  { id: "zoomOut", group: "canvas", icon: ZoomOut, keys: "Mod+-", run: () => scene().port?.zoom("out") },
  { id: "saveSvg", group: "canvas", icon: ImageDown, run: () => void saveImage("svg") },
  { id: "savePng", group: "canvas", icon: ImageDown, run: () => void saveImage("png") },
  {
    id: "foldAll",
    group: "canvas",
    icon: PanelBottom,
    why: ({ drawing }) => (groupsOf(drawing).length === 0 ? "noStages" : null),
    run: ({ drawing }) => view.setFolded(drawing.flow, groupsOf(drawing)),
  },
  {
    id: "openAll",
    group: "canvas",
    icon: PanelBottom,
    why: ({ drawing }) => (groupsOf(drawing).length === 0 ? "noStages" : null),
    run: ({ drawing }) => view.setFolded(drawing.flow, []),
  },
  { id: "outline", group: "view", icon: ListTree, keys: "Mod+1", run: () => view.openLeft("outline") },
  { id: "components", group: "view", icon: Shapes, keys: "Mod+2", run: () => view.openLeft("palette") },
  { id: "inspector", group: "view", icon: PanelRight, keys: "Mod+3", run: () => view.openRight("inspector") },
  {
    id: "problems",
    isEverywhere: true,
    group: "view",
    icon: TriangleAlert,
    keys: "Mod+4",
    run: () => view.openDrawer("problems"),
  },
  {
    id: "scenarios",
    group: "view",
    icon: ListChecks,
    keys: "Mod+6",
    run: () => view.openDrawer("scenarios"),
  },
  { id: "history", group: "view", icon: History, keys: "Mod+7", run: () => view.openDrawer("history") },
  {
    id: "coverage",
    group: "view",
    icon: Radar,
    run: () => view.paint(useView.getState().overlay === "coverage" ? "problems" : "coverage"),
  },
  { id: "toggleLeft", group: "view", icon: PanelLeft, keys: "Mod+B", run: () => view.toggle("left") },
  {
    id: "toggleDrawer",
    isEverywhere: true,
    group: "view",
    icon: PanelBottom,
    keys: "Mod+J",
    run: () => view.toggle("drawer"),
  },
  {
    id: "catalogue",
    isEverywhere: true,
    group: "view",
    icon: LibraryBig,
    keys: "Mod+5",
    run: ({ isOnCanvas }) => (isOnCanvas ? view.openPage("slots") : view.closePage()),
  },
  { id: "introduction", isEverywhere: true, group: "view", icon: Compass, run: introduce },
  {
    id: "language",
    isEverywhere: true,
    group: "view",
    icon: Languages,
    run: () => switchLocale(currentLocale() === "zh" ? "en" : "zh"),
  },
  {
    id: "theme",
    isEverywhere: true,
    group: "view",
    icon: SunMoon,
    run: () => setPreferences({ theme: usedTheme() === "dark" ? "light" : "dark" }),
  },
]

/** Does an action if it is possible now. */
export function perform(action: Action): void {
  const context = actionContext()
  if (whyNot(action, context) === null) action.run(context)
}

function makeStart({ states, drawing, file }: ActionContext): void {
  const [state] = states
  if (state === undefined) return
  const path = state.parent === null ? ["start"] : [...groupPath(state.parent, drawing), "start"]
  const label = { zh: `从「${state.title}」开始`, en: `Start at "${state.title}"` }
  madeOrTold(documents.run({ name: "field.set", args: { file, path, value: state.id } }, { label }))
}

function groupPath(group: string, drawing: ActionContext["drawing"]): readonly string[] {
  const parent = drawing.states.get(group)?.parent ?? null
  return parent === null ? ["states", group] : [...groupPath(parent, drawing), "states", group]
}
