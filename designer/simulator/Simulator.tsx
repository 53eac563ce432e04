import { RotateCcw, Save, Square } from "lucide-react"
import { Tabs } from "radix-ui"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { FlowSetFiles, Scenario } from "../../engine/index.ts"
import { Composer } from "../chat/composer/Composer.tsx"
import { EndedBar } from "../chat/composer/EndedBar.tsx"
import { ChatProvider } from "../chat/session/useChat.ts"
import { Transcript } from "../chat/transcript/Transcript.tsx"
import { useLocale } from "../i18n/useLocale.ts"
import { IconButton } from "../ui/IconButton.tsx"
import { ActLabel } from "./ActLabel.tsx"
import { AgentBar } from "./AgentBar.tsx"
import { CallBar } from "./CallBar.tsx"
import { ClockBar } from "./ClockBar.tsx"
import { createRehearsalChat } from "./createRehearsalChat.ts"
import { FactsView } from "./FactsView.tsx"
import { rehearsal, useRehearsal } from "./rehearsalStore.ts"
import { SaveScenario } from "./SaveScenario.tsx"
import { StartForm } from "./StartForm.tsx"
import type { Scene } from "./scene.ts"
import { TraceView } from "./TraceView.tsx"
import "../chat/transcript/transcript.css"
import "../chat/transcript/cards.css"
import "../chat/composer/composer.css"
import "./simulator.css"

export type SimulatorProps = {
  /** The flow set as it is being edited. */
  readonly files: FlowSetFiles
  readonly flow: string
  readonly titleOf: (flow: string) => string
  /** Brings a state, as `flow/state`, into sight. */
  readonly onShow: (state: string) => void
  /** Keeps a scenario of the flow under a file name, or returns why it cannot. */
  readonly onSave: (scenario: Scenario, file: string) => string | null
}

/** A conversation with the flow beside its drawing: as the customer, the agent, the core system and the clock. */
export function Simulator(props: SimulatorProps) {
  const { files } = props
  const scene = useRehearsal((state) => state.scene)
  const isBusy = useRehearsal((state) => state.isBusy)
  const locale = useLocale()
  useEffect(() => rehearsal.readIn(locale), [locale])
  // The conversation follows the edits; a pause keeps half a word from being a flow set.
  useEffect(() => {
    const timer = setTimeout(() => rehearsal.edited(files), 600)
    return () => clearTimeout(timer)
  }, [files])
  return (
    <div className="simulator" aria-busy={isBusy}>
      {scene === null ? <StartForm {...props} /> : <Rehearsing {...props} scene={scene} />}
    </div>
  )
}

function Rehearsing({ scene, files, flow, onShow, onSave }: SimulatorProps & { readonly scene: Scene }) {
  const { t } = useTranslation("simulator")
  const chat = useMemo(createRehearsalChat, [])
  const [tab, setTab] = useState("talk")
  const [isSaving, setSaving] = useState(false)
  const tabs = ["talk", "facts", "trace"] as const
  return (
    <ChatProvider value={chat}>
      <Tabs.Root className="simulator-tabs" value={tab} onValueChange={setTab}>
        <div className="simulator-head">
          <Tabs.List className="tab-list" aria-label={t("title")}>
            {tabs.map((id) => (
              <Tabs.Trigger key={id} className="tab" value={id}>
                {t(id)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <IconButton
            label={t("again")}
            icon={RotateCcw}
            onClick={() => rehearsal.start(files, scene.options)}
          />
          <IconButton
            label={t("save")}
            icon={Save}
            disabled={scene.acts.length === 0}
            onClick={() => setSaving(true)}
          />
          <IconButton label={t("end")} icon={Square} onClick={rehearsal.end} />
        </div>
        <Notices scene={scene} />
        {isSaving && <SaveScenario flow={flow} onSave={onSave} onDone={() => setSaving(false)} />}
        <Tabs.Content className="simulator-talk" value="talk" tabIndex={-1}>
          <Transcript />
          <AgentBar scene={scene} />
          {scene.open.map((call) => (
            <CallBar key={call.id} call={call} errors={scene.errors[call.operation] ?? []} />
          ))}
          {scene.conversation.status === "ended" ? (
            <EndedBar onNew={() => rehearsal.start(files, scene.options)} />
          ) : (
            <Composer flows={[]} />
          )}
        </Tabs.Content>
        <Tabs.Content className="simulator-page" value="facts" tabIndex={-1}>
          <FactsView facts={scene.facts} />
        </Tabs.Content>
        <Tabs.Content className="simulator-page" value="trace" tabIndex={-1}>
          <TraceView trace={scene.trace} onShow={onShow} />
        </Tabs.Content>
        <ClockBar scene={scene} />
      </Tabs.Root>
    </ChatProvider>
  )
}

/** What could not be done, and why. */
function Notices({ scene }: { readonly scene: Scene }) {
  const { t } = useTranslation("simulator")
  const refusal = useRehearsal((state) => state.refusal)
  const errors = useRehearsal((state) => state.errors)
  return (
    <div role="status">
      {refusal !== null && <p className="simulator-notice">{t("refused", { why: refusal })}</p>}
      {errors.length > 0 && <p className="simulator-notice">{t("broken", { count: errors.length })}</p>}
      {scene.stopped !== undefined && (
        <p className="simulator-notice">
          <ActLabel
            act={scene.stopped.act}
            within={(act) => t("stopped", { act, why: scene.stopped?.why ?? "" })}
          />
        </p>
      )}
    </div>
  )
}
