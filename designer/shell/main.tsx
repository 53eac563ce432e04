import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { actionTextsEn } from "../actions/texts/en.ts"
import { actionTextsZh } from "../actions/texts/zh.ts"
import { canvasTextsEn } from "../canvas/texts/en.ts"
import { canvasTextsZh } from "../canvas/texts/zh.ts"
import { catalogueTextsEn } from "../catalogue/texts/en.ts"
import { catalogueTextsZh } from "../catalogue/texts/zh.ts"
import { chatTextsEn } from "../chat/texts/en.ts"
import { chatTextsZh } from "../chat/texts/zh.ts"
import { documents } from "../document/documents.ts"
import { startI18n } from "../i18n/startI18n.ts"
import { inspectorTextsEn } from "../inspector/texts/en.ts"
import { inspectorTextsZh } from "../inspector/texts/zh.ts"
import { startChecker } from "../problems/checker.ts"
import { problemTextsEn } from "../problems/texts/en.ts"
import { problemTextsZh } from "../problems/texts/zh.ts"
import { reviewTextsEn } from "../review/texts/en.ts"
import { reviewTextsZh } from "../review/texts/zh.ts"
import { scenarioTextsEn } from "../scenarios/texts/en.ts"
import { scenarioTextsZh } from "../scenarios/texts/zh.ts"
import { simulatorTextsEn } from "../simulator/texts/en.ts"
import { simulatorTextsZh } from "../simulator/texts/zh.ts"
import { texttableTextsEn } from "../texttable/texts/en.ts"
import { texttableTextsZh } from "../texttable/texts/zh.ts"
import { showPreferences } from "../ui/preferences.ts"
import { Designer } from "./Designer.tsx"
import { followOthers } from "./otherTabs.ts"
import { shellTextsEn } from "./texts/en.ts"
import { shellTextsZh } from "./texts/zh.ts"
import "../ui/tokens.css"
import "../ui/base.css"
import "@xyflow/react/dist/base.css"
import "./shell.css"
import "../yaml/yaml.css"
import "../history/history.css"
import "../inspector/inspector.css"
import "../inspector/unread.css"
import "../inspector/condition.css"
import "../newFlow/newFlow.css"
import "../notes/notes.css"
import "../introduction/introduction.css"
import "../catalogue/catalogue.css"
import "../texttable/texttable.css"
import "./top-bar.css"
import "../palette/palette.css"
import "../actions/actions.css"
import "../problems/problems.css"
import "../scenarios/scenarios.css"
import "../review/changes.css"
import "../releases/releases.css"
import "../canvas/canvas.css"
import "../canvas/nodes/nodes.css"
import "../canvas/nodes/painted.css"
import "../canvas/nodes/frames.css"

showPreferences()
startI18n({
  zh: {
    shell: shellTextsZh,
    canvas: canvasTextsZh,
    actions: actionTextsZh,
    problems: problemTextsZh,
    inspector: inspectorTextsZh,
    catalogue: catalogueTextsZh,
    texttable: texttableTextsZh,
    chat: chatTextsZh,
    simulator: simulatorTextsZh,
    scenarios: scenarioTextsZh,
    review: reviewTextsZh,
  },
  en: {
    shell: shellTextsEn,
    canvas: canvasTextsEn,
    actions: actionTextsEn,
    problems: problemTextsEn,
    inspector: inspectorTextsEn,
    catalogue: catalogueTextsEn,
    texttable: texttableTextsEn,
    chat: chatTextsEn,
    simulator: simulatorTextsEn,
    scenarios: scenarioTextsEn,
    review: reviewTextsEn,
  },
})
void documents.open()
startChecker()
followOthers()

const root = document.querySelector("#root")
if (root === null) throw new Error('The page has no element "#root": add it to designer/designer.html.')
createRoot(root).render(
  <StrictMode>
    <Designer />
  </StrictMode>,
)
