import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { findState, isMap, type JsonMap, type Path } from "../../engine/index.ts"
import { createDrawContext } from "../canvas/drawing/context.ts"
import { useDocuments } from "../document/documents.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { useProblems } from "../problems/useProblems.ts"
import { useView } from "../shell/viewStore.ts"
import { type Form, FormProvider } from "./FormContext.ts"
import { fieldProblems } from "./fieldProblems.ts"
import { EdgeForm } from "./forms/EdgeForm.tsx"
import { FlowForm } from "./forms/FlowForm.tsx"
import { ManyForm } from "./forms/ManyForm.tsx"
import { StateForm } from "./forms/StateForm.tsx"

/** The form of what is selected: a state, a connection, several of them, or the flow itself. */
export function Inspector({ flow }: { readonly flow: string }) {
  const selection = useView((state) => state.selection)
  const around = useSurroundings()
  const file = around.flowFiles[flow] ?? ""
  const value = useDocuments(({ files }) => files.value(file))
  const [only] = selection
  if (!isMap(value)) return null
  if (selection.length > 1) return <ManyForm selection={selection} />
  if (only?.includes("#") === true) return <EdgeForm id={only} />
  const state = only === undefined ? undefined : findState(value, only)
  if (state === undefined) return <Element key="" flow={flow} file={file} base={[]} value={value} id="" />
  return (
    <Element key={state.id} flow={flow} file={file} base={state.path} value={state.value} id={state.id} />
  )
}

function Element(props: {
  readonly flow: string
  readonly file: string
  readonly base: Path
  readonly value: JsonMap
  readonly id: string
}) {
  const { t: canvas } = useTranslation("canvas")
  const locale = useLocale()
  const around = useSurroundings()
  const source = useDocuments(({ files }) => files.source(props.file))
  const { ofFlow } = useProblems(props.flow)
  const { base, value, file } = props
  const key = base.join("/")
  // biome-ignore lint/correctness/useExhaustiveDependencies: a path is the same when its steps are
  const problems = useMemo(() => fieldProblems(source, base, value, ofFlow), [source, key, value, ofFlow])
  const flow = around.flows[props.flow]
  if (flow === undefined) return null
  const form: Form = {
    file,
    base,
    value,
    flow,
    around,
    words: createDrawContext(flow, around, locale, canvas),
    problems,
  }
  return (
    <FormProvider value={form}>
      <div className="inspector">{props.id === "" ? <FlowForm /> : <StateForm id={props.id} />}</div>
    </FormProvider>
  )
}
