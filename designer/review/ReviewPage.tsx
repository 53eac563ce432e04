import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { rulesSchema } from "../../engine/document/schema.ts"
import type { Files } from "../../engine/index.ts"
import type { CurrentRelease } from "../api/flows.ts"
import { createDrawer } from "../canvas/drawing/drawFlow.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { createNames } from "../model/names.ts"
import { createSurroundingsReader } from "../model/surroundings.ts"
import { changesBetween } from "./changes.ts"
import { ReviewProvider, type ReviewSource } from "./ReviewContext.ts"
import { ReviewDocument } from "./ReviewDocument.tsx"
import { ReviewTools } from "./ReviewTools.tsx"
import { reviewModel } from "./reviewModel.ts"
import { usedBy } from "./usedBy.ts"
import { useReviewFiles } from "./useReviewFiles.ts"

/** The chapter in which the steps stand. */
export const stepsChapter = 3

/** The document for review of the flow that the address names. */
export function ReviewPage() {
  const { t } = useTranslation("review")
  const { t: ui } = useTranslation("ui")
  const state = useReviewFiles()
  const flow = new URLSearchParams(location.search).get("flow") ?? ""
  if (state.is === "loading") {
    return (
      <p className="review-state" role="status">
        {t("doc.loading")}
      </p>
    )
  }
  if (state.is === "failed") {
    return (
      <div className="review-state" role="alert">
        <p>{t("doc.failed")}</p>
        <button type="button" className="plain-button" onClick={state.retry}>
          {ui("retry")}
        </button>
      </div>
    )
  }
  return <Ready flow={flow} files={state.files} release={state.release} />
}

function Ready(props: { readonly flow: string; readonly files: Files; readonly release: CurrentRelease }) {
  const { t } = useTranslation("review")
  const { files, release } = props
  const [languages, setLanguages] = useState<readonly string[]>(["zh", "en"])
  const source = useSource(props.flow, files, languages)
  const title = source === null ? "" : source.words.names.flow(props.flow)
  useEffect(() => {
    document.title = title === "" ? t("doc.name") : `${t("doc.name")} · ${title}`
  }, [title, t])
  const parts = useMemo(() => {
    if (source === null) return []
    const { used, context } = source
    const concerned = new Set([
      context.around.flowFiles[context.flow.id] ?? "",
      ...used.wordings.map((id) => `wordings/${id}.yaml`),
      ...used.questionnaires.map((id) => `questionnaires/${id}.yaml`),
      ...["rules.yaml", "flowset.yaml", "services.yaml"],
    ])
    return changesBetween(release.files, files, source.words).filter(({ file }) => concerned.has(file))
  }, [source, files, release])
  const rules = useMemo(() => {
    const parsed = rulesSchema.safeParse(files.value("rules.yaml"))
    return parsed.success ? parsed.data.rules : []
  }, [files])
  if (source === null) {
    return (
      <p className="review-state" role="alert">
        {t("doc.noFlow", { flow: props.flow })}
      </p>
    )
  }
  return (
    <ReviewProvider value={source}>
      <ReviewTools languages={languages} onLanguages={setLanguages} />
      <ReviewDocument parts={parts} rules={rules} released={release.created} />
    </ReviewProvider>
  )
}

function useSource(flow: string, files: Files, languages: readonly string[]): ReviewSource | null {
  const { t } = useTranslation("review")
  const { t: canvas } = useTranslation("canvas")
  const locale = useLocale()
  return useMemo(() => {
    const around = createSurroundingsReader()(files)
    const names = createNames(around, locale, canvas)
    const context = names.context(flow)
    if (context === null) return null
    const drawing = createDrawer()(context)
    const model = reviewModel(drawing, context, stepsChapter, t("doc.looseSteps"))
    const used = usedBy(context.flow, around)
    return { context, drawing, model, used, words: { t, canvas, names }, languages }
  }, [flow, files, languages, t, canvas, locale])
}
