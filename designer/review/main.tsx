import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { canvasTextsEn } from "../canvas/texts/en.ts"
import { canvasTextsZh } from "../canvas/texts/zh.ts"
import { startI18n } from "../i18n/startI18n.ts"
import { showPreferences } from "../ui/preferences.ts"
import { ReviewPage } from "./ReviewPage.tsx"
import { reviewTextsEn } from "./texts/en.ts"
import { reviewTextsZh } from "./texts/zh.ts"
import "../ui/tokens.css"
import "../ui/base.css"
import "./changes.css"
import "./review.css"

showPreferences()
startI18n({
  zh: { canvas: canvasTextsZh, review: reviewTextsZh },
  en: { canvas: canvasTextsEn, review: reviewTextsEn },
})

const root = document.querySelector("#root")
if (root === null) throw new Error('The page has no element "#root": add it to designer/review.html.')
createRoot(root).render(
  <StrictMode>
    <ReviewPage />
  </StrictMode>,
)
