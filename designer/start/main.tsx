import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { startI18n } from "../i18n/startI18n.ts"
import { showPreferences } from "../ui/preferences.ts"
import { StartPage } from "./StartPage.tsx"
import { startTextsEn } from "./texts.en.ts"
import { startTextsZh } from "./texts.zh.ts"
import "../ui/tokens.css"
import "../ui/base.css"
import "./start.css"

showPreferences()
startI18n({ zh: { start: startTextsZh }, en: { start: startTextsEn } })

const root = document.querySelector("#root")
if (root === null) throw new Error('The page has no element "#root": add it to designer/index.html.')
createRoot(root).render(
  <StrictMode>
    <StartPage />
  </StrictMode>,
)
