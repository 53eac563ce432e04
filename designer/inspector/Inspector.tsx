import { useEffect, useRef } from "react"
import { findState, isMap, type Path } from "../../engine/index.ts"
import { useDocuments } from "../document/documents.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { NoteForm } from "../notes/NoteForm.tsx"
import { noteIn } from "../notes/notes.ts"
import { useRoom } from "../shell/room.ts"
import { useView } from "../shell/viewStore.ts"
import { ElementForm } from "./ElementForm.tsx"
import { EdgeForm } from "./forms/EdgeForm.tsx"
import { FlowForm } from "./forms/FlowForm.tsx"
import { ManyForm } from "./forms/ManyForm.tsx"
import { StateForm } from "./forms/StateForm.tsx"
import { UnreadFile } from "./UnreadFile.tsx"

/** The form of what is selected; where there is no room to edit it can only be read. */
export function Inspector({ flow }: { readonly flow: string }) {
  const isReading = useRoom() === "reading"
  const selection = useView((state) => state.selection)
  const form = useRef<HTMLFieldSetElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form of another element is read from its beginning
  useEffect(() => {
    form.current?.parentElement?.scrollTo(0, 0)
  }, [flow, selection])
  return (
    <fieldset ref={form} className="inspector-field" disabled={isReading}>
      <Selected flow={flow} />
    </fieldset>
  )
}

/** A state, a connection, several of them, a note, or the flow itself. */
function Selected({ flow }: { readonly flow: string }) {
  const selection = useView((state) => state.selection)
  const around = useSurroundings()
  const file = around.flowFiles[flow] ?? ""
  const value = useDocuments(({ files }) => files.value(file))
  const [only] = selection
  if (!isMap(value)) return <UnreadFile file={file} />
  if (selection.length > 1) return <ManyForm selection={selection} />
  const note = only === undefined ? null : noteIn(only)
  if (note !== null) return <NoteForm key={note} id={note} />
  if (only?.includes("#") === true) return <EdgeForm id={only} />
  const state = only === undefined ? undefined : findState(value, only)
  if (state === undefined) return <Element key="" flow={flow} file={file} base={[]} id="" />
  return <Element key={state.id} flow={flow} file={file} base={state.path} id={state.id} />
}

function Element(props: {
  readonly flow: string
  readonly file: string
  readonly base: Path
  readonly id: string
}) {
  const around = useSurroundings()
  const flow = around.flows[props.flow]
  if (flow === undefined) return null
  return (
    <ElementForm file={props.file} base={props.base} flow={flow}>
      <div className="inspector">{props.id === "" ? <FlowForm /> : <StateForm id={props.id} />}</div>
    </ElementForm>
  )
}
