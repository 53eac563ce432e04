import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { findState, type Json, layoutFile, readLayout } from "../../engine/index.ts"
import { CommandPalette } from "../actions/CommandPalette.tsx"
import { useShortcuts } from "../actions/useShortcuts.ts"
import { Canvas } from "../canvas/Canvas.tsx"
import { createDrawContext } from "../canvas/drawing/context.ts"
import { createDrawer } from "../canvas/drawing/drawFlow.ts"
import { AddMenu } from "../canvas/edit/AddMenu.tsx"
import type { Positions } from "../canvas/layout/arrange.ts"
import { Catalogue } from "../catalogue/Catalogue.tsx"
import { PageNav } from "../catalogue/PageNav.tsx"
import { useOpenFile } from "../catalogue/useOpenFile.ts"
import { useDocuments } from "../document/documents.ts"
import { HistoryList } from "../history/HistoryList.tsx"
import { useLocale } from "../i18n/useLocale.ts"
import { Inspector } from "../inspector/Inspector.tsx"
import { Introduction } from "../introduction/Introduction.tsx"
import { noFlow } from "../model/noFlow.ts"
import { useScene } from "../model/scene.ts"
import { useFlowTitle } from "../model/useFlowTitle.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { NoteList, useOpenNotes } from "../notes/NoteList.tsx"
import { notesOf } from "../notes/notes.ts"
import { Outline } from "../palette/Outline.tsx"
import { Palette } from "../palette/Palette.tsx"
import { ProblemList } from "../problems/ProblemList.tsx"
import { marksOf, useProblems } from "../problems/useProblems.ts"
import { ReleaseDialog } from "../releases/ReleaseDialog.tsx"
import { CoverageLegend } from "../scenarios/CoverageLegend.tsx"
import { FailureCallout } from "../scenarios/FailureCallout.tsx"
import { ScenarioList } from "../scenarios/ScenarioList.tsx"
import { useFlowScenarios } from "../scenarios/useFlowScenarios.ts"
import { usePaintedCoverage } from "../scenarios/usePaintedCoverage.ts"
import { RehearsalMarks } from "../simulator/RehearsalMarks.tsx"
import { Simulator } from "../simulator/Simulator.tsx"
import { saveScenario } from "../simulator/saveScenario.ts"
import { YamlView } from "../yaml/YamlView.tsx"
import { BrokenFiles } from "./BrokenFile.tsx"
import { Conflicts } from "./Conflicts.tsx"
import { Notice } from "./Notice.tsx"
import { useRoom } from "./room.ts"
import { SidePanel } from "./SidePanel.tsx"
import { TopBar } from "./TopBar.tsx"
import { useView, view } from "./viewStore.ts"

/** Everything about one flow: bar, panels, canvas, drawer. */
export function Workbench({ flow }: { readonly flow: string }) {
  const { t } = useTranslation("shell")
  const { t: canvasText } = useTranslation("canvas")
  const locale = useLocale()
  const around = useSurroundings()
  const [draw] = useState(createDrawer)
  const document = around.flows[flow] ?? noFlow
  const drawing = useMemo(
    () => draw(createDrawContext(document, around, locale, canvasText)),
    [draw, around, document, locale, canvasText],
  )
  const file = around.flowFiles[flow] ?? ""
  const layout = useDocuments(({ files }) => files.value(layoutFile(file)))
  const arranged = useMemo((): Positions => new Map(Object.entries(readLayout(layout).states)), [layout])
  const notes = useMemo(() => notesOf(layout), [layout])
  const openNotes = useOpenNotes(flow)
  const { ofFlow } = useProblems(flow)
  const marks = useMemo(() => marksOf(ofFlow), [ofFlow])
  const painted = usePaintedCoverage(drawing)
  const scenarioCount = useFlowScenarios(file).length
  useShortcuts()
  useEffect(() => {
    useScene.setState({ flow, file, drawing })
  }, [flow, file, drawing])
  const page = useView((state) => state.page)
  const size = useRoom()
  const [isReading, isWide] = [size === "reading", size === "wide"]
  const openFile = useOpenFile(flow)
  const asked = useView((state) => state.text)
  const leftTab = useView((state) => state.leftTab)
  const texts = useDocuments(({ files }) => files.texts)
  const titleOf = useFlowTitle()
  const rightTab = useView((state) => state.rightTab)
  const drawerTab = useView((state) => state.drawerTab)

  const openFlow = (id: string) => {
    const inner = findState(document as unknown as Json, id)?.value.flow
    if (typeof inner === "string" && around.flows[inner] !== undefined) view.enterFlow(inner)
  }
  const inspector = { id: "inspector" as const, label: t("inspector"), content: <Inspector flow={flow} /> }
  const simulator = {
    id: "simulator" as const,
    label: t("simulator"),
    content: (
      <Simulator files={texts} flow={flow} titleOf={titleOf} onShow={showState} onSave={saveScenario} />
    ),
  }
  const outline = { id: "outline" as const, label: t("outline"), content: <Outline drawing={drawing} /> }
  return (
    <div className={isReading ? "workbench reading" : "workbench"}>
      <TopBar flow={flow} />
      {isReading && <p className="reading-note">{t("narrow")}</p>}
      <div className="workbench-middle">
        {page === null && isReading ? null : page === null ? (
          <SidePanel
            name="left"
            label={t("leftPanel")}
            tabs={[outline, { id: "palette", label: t("palette"), content: <Palette /> }]}
            tab={leftTab}
            onTab={(tab) => view.openLeft(tab)}
          />
        ) : (
          <PageNav flow={flow} page={page} />
        )}
        <div className="workbench-center">
          <BrokenFiles file={page === null ? file : openFile} isPage={page !== null} />
          {page === null ? (
            <main className="workbench-canvas">
              <Canvas
                drawing={drawing}
                arranged={arranged}
                notes={notes}
                marks={marks}
                painted={painted}
                isReading={isReading}
                onOpenFlow={openFlow}
              >
                <CoverageLegend flow={flow} />
                <FailureCallout drawing={drawing} />
              </Canvas>
            </main>
          ) : (
            <Catalogue flow={flow} page={page} />
          )}
          {!isReading && (
            <SidePanel
              name="drawer"
              label={t("drawer")}
              tabs={[
                {
                  id: "problems",
                  label: t("problemsTab"),
                  badge: <Count of={ofFlow.length} />,
                  content: <ProblemList flow={flow} />,
                },
                {
                  id: "scenarios",
                  label: t("scenarios"),
                  badge: <Count of={scenarioCount} />,
                  content: <ScenarioList flow={flow} file={file} />,
                },
                {
                  id: "notes",
                  label: t("notes"),
                  badge: <Count of={openNotes} />,
                  content: <NoteList flow={flow} />,
                },
                { id: "history", label: t("history"), content: <HistoryList /> },
                { id: "yaml", label: t("yaml"), content: <YamlView file={asked?.file ?? openFile} /> },
              ]}
              tab={drawerTab}
              onTab={(tab) => view.openDrawer(tab)}
            />
          )}
        </div>
        {page === null && (
          <SidePanel
            name="right"
            label={t("rightPanel")}
            tabs={isReading ? [outline, inspector, simulator] : isWide ? [inspector] : [inspector, simulator]}
            tab={rightTab}
            onTab={(tab) => view.openRight(tab)}
            isSheet={isReading}
          />
        )}
        {page === null && isWide && (
          <SidePanel
            name="trial"
            label={t("trialPanel")}
            tabs={[simulator]}
            tab="simulator"
            onTab={() => view.openRight("simulator")}
          />
        )}
      </div>
      <CommandPalette />
      <Conflicts />
      <ReleaseDialog />
      <AddMenu />
      <Introduction />
      <Notice />
      <RehearsalMarks flow={flow} />
    </div>
  )
}

/** Brings a state, as `flow/state`, into sight, in its own flow. */
function showState(place: string): void {
  const [flow = "", state = ""] = place.split("/")
  if (useView.getState().trail.at(-1) !== flow) view.openFlow(flow)
  view.show(state)
}

function Count({ of }: { readonly of: number }) {
  return of === 0 ? null : <span className="tab-count">{of}</span>
}
