import { LifeBuoy } from "lucide-react"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Files, Json, Use } from "../../../engine/index.ts"
import { exitsOf, isMap, statesOf } from "../../../engine/index.ts"
import { isStateType } from "../../../engine/states/registry.ts"
import { createDrawContext } from "../../canvas/drawing/context.ts"
import { createDrawer } from "../../canvas/drawing/drawFlow.ts"
import { useLocale } from "../../i18n/useLocale.ts"
import { FormProvider, useForm } from "../../inspector/FormContext.ts"
import { StateFields } from "../../inspector/forms/StateForm.tsx"
import { noFlow } from "../../model/noFlow.ts"
import { camelCase, type Entry, type Model, type Page } from "../page.ts"

const file = "flowset.yaml"

/** The states to which exits lead that a flow does not name itself. */
export const defaultsPage: Page = {
  icon: LifeBuoy,
  entries: ({ files, text, canvas }) =>
    statesOf(files.value(file) ?? null).map(({ id, value, path }) => ({
      ...{ item: id, id, title: text(value.title as string | undefined) || id },
      note: typeInWords(value.type, canvas),
      ...{ group: "", file, base: path, flow: noFlow },
    })),
  Form: DefaultForm,
  uses: usesOfDefault,
  add: {
    example: "callBack",
    pattern: camelCase,
    make: ({ around }, id, title) => {
      const locale = around.settings.locales[0] ?? "zh"
      const state = { type: "message", title: { [locale]: title }, say: { [locale]: "…" } }
      return { command: { name: "state.add", args: { file, id, state } }, item: id }
    },
  },
  rename: ({ id }, to) => ({ command: { name: "state.rename", args: { file, id, to } }, item: to }),
  remove: ({ id }) => ({ name: "state.remove", args: { file, ids: [id] } }),
}

function typeInWords(type: Json | undefined, canvas: Model["canvas"]): string {
  return typeof type === "string" && isStateType(type) ? canvas(`type.${type}`) : ""
}

/** The exits of flows that name a default state, where the flow has none of its own of that id. */
function usesOfDefault(files: Files, { id }: Entry): readonly Use[] {
  return Object.keys(files.texts).flatMap((flowFile): readonly Use[] => {
    const value = /(^|\/)flow(set)?\.yaml$/.test(flowFile) ? files.value(flowFile) : undefined
    if (!isMap(value)) return []
    const states = statesOf(value)
    if (flowFile !== file && states.some((state) => state.id === id)) return []
    const own = [{ value, path: [] as readonly string[] }, ...states]
    const named = own.flatMap((owner) =>
      exitsOf(owner.value, owner.path).filter(({ target }) => target === id),
    )
    return named.map(({ path }) => ({ file: flowFile, path, change: { do: "set", path, value: id } }))
  })
}

function DefaultForm({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation("catalogue")
  const { t: canvas } = useTranslation("canvas")
  const locale = useLocale()
  const form = useForm()
  const { around } = form
  const [draw] = useState(createDrawer)
  const own = useMemo(() => {
    const flow = { ...noFlow, states: around.settings.defaults.states }
    const words = createDrawContext(flow, around, locale, canvas)
    return { flow, words, drawing: draw(words) }
  }, [around, locale, canvas, draw])
  return (
    <FormProvider value={{ ...form, ...own }}>
      <p className="form-hint">{t("defaults.hint")}</p>
      <StateFields id={entry.id} />
    </FormProvider>
  )
}
