import { type ReactNode, useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { FlowDocument } from "../../engine/document/schema.ts"
import { isMap, type Path, valueAt } from "../../engine/index.ts"
import { createDrawContext } from "../canvas/drawing/context.ts"
import type { Drawing } from "../canvas/drawing/drawing.ts"
import { useDocuments } from "../document/documents.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { useScene } from "../model/scene.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { useDiagnostics } from "../problems/checker.ts"
import { type Form, FormProvider } from "./FormContext.ts"
import { fieldProblems } from "./fieldProblems.ts"
import { UnreadFile } from "./UnreadFile.tsx"

/** Makes an element of a file what the fields inside write to and read from, with its problems. */
export function ElementForm(props: {
  readonly file: string
  /** Where it stands in the file. */
  readonly base: Path
  readonly flow: FlowDocument
  /** The drawing in which its states stand; absent: the one that is shown. */
  readonly drawing?: Drawing
  readonly children: ReactNode
}) {
  const { t: canvas } = useTranslation("canvas")
  const locale = useLocale()
  const around = useSurroundings()
  const shown = useScene((scene) => scene.drawing)
  const source = useDocuments(({ files }) => files.source(props.file))
  const { diagnostics } = useDiagnostics()
  const { file, base, flow } = props
  const key = base.join("/")
  const value = useDocuments(({ files }) => valueAt(files.value(file), base))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a path is the same when its steps are
  const problems = useMemo(
    () => (value === undefined ? new Map() : fieldProblems(source, base, value, diagnostics)),
    [source, key, value, diagnostics],
  )
  if (!isMap(value)) return <UnreadFile file={props.file} />
  const form: Form = {
    ...{ file, base, value, flow, around, problems },
    drawing: props.drawing ?? shown,
    words: createDrawContext(flow, around, locale, canvas),
  }
  return <FormProvider value={form}>{props.children}</FormProvider>
}
