import { create } from "zustand"
import { persist } from "zustand/middleware"
import { room } from "./room.ts"

export type LeftTab = "outline" | "palette"
export type RightTab = "inspector" | "simulator" | "outline"
export type DrawerTab = "problems" | "scenarios" | "notes" | "history" | "yaml"
/** What is painted over the drawing; one at a time. */
export type Overlay = "problems" | "coverage"
/** The pages beside the canvas: those of a flow first, then those of all flows. */
export const pageIds = [
  "slots",
  "data",
  "triggers",
  "texts",
  "wordings",
  "knowledge",
  "services",
  "queues",
  "rules",
  "parameters",
  "defaults",
] as const
export type PageId = (typeof pageIds)[number]
/** `trial` is the conversation where it has room beside the form. */
export type PanelName = "left" | "right" | "trial" | "drawer"
export type Panel = { readonly size: number; readonly isOpen: boolean }

export type View = {
  /** The page that stands in place of the canvas; null shows the canvas. */
  readonly page: PageId | null
  /** What is open on the page, by the name that it has there. */
  readonly item: string | null
  /** The flow that is shown, and through which sub-flows one came to it; the last is shown. */
  readonly trail: readonly string[]
  /** Ids of states, and of edges as `state#exit`; never part of undo. */
  readonly selection: readonly string[]
  /** Asks the canvas to bring a state into sight; a new object each time. */
  readonly reveal: { readonly id: string } | null
  /** By flow the groups that are folded. */
  readonly folded: Readonly<Record<string, readonly string[]>>
  readonly panels: Readonly<Record<PanelName, Panel>>
  readonly leftTab: LeftTab
  readonly rightTab: RightTab
  readonly drawerTab: DrawerTab
  /** The place that was asked for in a text; a new object each time, gone once something else is looked at. */
  readonly text: { readonly file: string; readonly line: number } | null
  readonly isPaletteOpen: boolean
  readonly isMapOpen: boolean
  readonly overlay: Overlay
}

const widths: Readonly<Record<PanelName, readonly [least: number, most: number]>> = {
  left: [180, 420],
  right: [300, 640],
  trial: [320, 640],
  drawer: [120, 640],
}

/** What falls away when one goes to another flow or page. */
const elsewhere = { selection: [], reveal: null, text: null }

/** What one sees of the flows: never saved with them, remembered in this browser. */
export const useView = create<View>()(
  persist(
    (): View => ({
      page: null,
      item: null,
      trail: [],
      selection: [],
      reveal: null,
      folded: {},
      panels: {
        left: { size: 240, isOpen: true },
        right: { size: 360, isOpen: true },
        trial: { size: 380, isOpen: true },
        drawer: { size: 240, isOpen: false },
      },
      leftTab: "outline",
      rightTab: "inspector",
      drawerTab: "problems",
      text: null,
      isPaletteOpen: false,
      isMapOpen: true,
      overlay: "problems",
    }),
    {
      name: "colloquy.designer.view",
      version: 1,
      merge: (kept, now) => {
        const known = kept as Partial<View> | undefined
        return { ...now, ...known, panels: { ...now.panels, ...known?.panels } }
      },
      partialize: ({ folded, panels, leftTab, rightTab, drawerTab, isMapOpen }) => ({
        folded,
        panels,
        leftTab,
        rightTab,
        drawerTab,
        isMapOpen,
      }),
    },
  ),
)

export const view = {
  /** Shows a flow by itself, on the canvas. */
  openFlow(id: string): void {
    useView.setState({ ...elsewhere, trail: [id], page: null, item: null })
  },
  /** Shows a sub-flow; the breadcrumb leads back. */
  enterFlow(id: string): void {
    useView.setState(({ trail }) => ({
      ...elsewhere,
      trail: [...trail, id],
      page: null,
      item: null,
    }))
  },
  /** Shows a page, of the flow that is open or of another; with an item, that item. */
  openPage(page: PageId, item: string | null = null, flow?: string): void {
    useView.setState(({ trail }) => ({
      ...{ ...elsewhere, page, item },
      trail: flow === undefined || trail.at(-1) === flow ? trail : [flow],
    }))
  },
  /** Goes back to the canvas. */
  closePage(): void {
    useView.setState({ page: null, item: null, text: null })
  },
  /** Goes back along the breadcrumb. */
  backTo(index: number): void {
    useView.setState(({ trail }) => ({ ...elsewhere, trail: trail.slice(0, index + 1) }))
  },
  select(selection: readonly string[]): void {
    if (!sameItems(useView.getState().selection, selection)) useView.setState({ selection, text: null })
  },
  /** Selects a state and brings it into sight. */
  show(id: string): void {
    useView.setState({ selection: [id], reveal: { id }, page: null, item: null, text: null })
  },
  setFolded(flow: string, groups: readonly string[]): void {
    useView.setState(({ folded }) => ({ folded: { ...folded, [flow]: groups } }))
  },
  resize(panel: PanelName, size: number): void {
    const [least, most] = widths[panel]
    change(panel, { size: Math.min(Math.max(size, least), most) })
  },
  toggle(panel: PanelName): void {
    change(panel, { isOpen: !useView.getState().panels[panel].isOpen })
  },
  openDrawer(tab: DrawerTab): void {
    useView.setState({ drawerTab: tab })
    change("drawer", { isOpen: true })
  },
  /** Shows a line of a file as text. */
  openText(file: string, line: number): void {
    useView.setState({ text: { file, line } })
    view.openDrawer("yaml")
  },
  openRight(tab: RightTab): void {
    const isBeside = tab === "simulator" && room() === "wide"
    if (!isBeside) useView.setState({ rightTab: tab })
    change(isBeside ? "trial" : "right", { isOpen: true })
  },
  openLeft(tab: LeftTab): void {
    useView.setState({ leftTab: tab })
    change("left", { isOpen: true })
  },
  paint(overlay: Overlay): void {
    useView.setState({ overlay })
  },
  showMap(isMapOpen: boolean): void {
    useView.setState({ isMapOpen })
  },
  showCommands(isPaletteOpen: boolean): void {
    useView.setState({ isPaletteOpen })
  },
}

function change(panel: PanelName, with_: Partial<Panel>): void {
  useView.setState(({ panels }) => ({ panels: { ...panels, [panel]: { ...panels[panel], ...with_ } } }))
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
