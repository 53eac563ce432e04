import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { SignInNeeded } from "../api/operator.ts"
import { documents, useDocuments } from "../document/documents.ts"
import { useFlowTitle } from "../model/useFlowTitle.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { NewFlow } from "../newFlow/NewFlow.tsx"
import { askForNewFlow } from "../newFlow/newFlow.ts"
import { Rail } from "./Rail.tsx"
import { SignIn } from "./SignIn.tsx"
import { useFlowAddress } from "./useFlowAddress.ts"
import { Workbench } from "./Workbench.tsx"

/** The flow designer's page. */
export function Designer() {
  const { t } = useTranslation("shell")
  const { t: ui } = useTranslation("ui")
  const is = useDocuments((state) => state.is)
  const flow = useFlowAddress()
  const needsSignIn = useDocuments((state) => state.problem instanceof SignInNeeded)
  const { flowFiles, stale } = useSurroundings()
  const hasNone = Object.keys(flowFiles).length === 0
  const isStale = Object.keys(stale).length > 0
  useEffect(() => {
    if (isStale) void documents.recall()
  }, [isStale])
  const titleOf = useFlowTitle()
  useEffect(() => {
    document.title = flow === null ? t("page") : `${titleOf(flow)} · ${t("page")}`
  }, [flow, titleOf, t])
  return (
    <div className="designer">
      <Rail />
      {is === "ready" && flow !== null && <Workbench flow={flow} />}
      {is === "ready" && hasNone && (
        <div className="designer-state">
          <p>{t("noFlows")}</p>
          <button type="button" className="plain-button primary" onClick={askForNewFlow}>
            {t("newFlow.title")}
          </button>
        </div>
      )}
      {is === "ready" && <NewFlow />}
      {is === "loading" && (
        <p className="designer-state" role="status">
          {t("loading")}
        </p>
      )}
      {is === "failed" && needsSignIn && <SignIn />}
      {is === "failed" && !needsSignIn && (
        <div className="designer-state" role="alert">
          <p>{t("failed")}</p>
          <button type="button" className="plain-button" onClick={() => void documents.open()}>
            {ui("retry")}
          </button>
        </div>
      )}
    </div>
  )
}
