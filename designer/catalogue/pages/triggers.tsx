import { MessageCircleQuestion } from "lucide-react"
import { useTranslation } from "react-i18next"
import { usesOf } from "../../../engine/index.ts"
import { useForm } from "../../inspector/FormContext.ts"
import { eventChoices } from "../../inspector/fields/choices.ts"
import { LineField, NamesField } from "../../inspector/fields/inputs.tsx"
import { PhrasesField } from "../../inspector/fields/PhrasesField.tsx"
import { noFlow } from "../../model/noFlow.ts"
import { titleOfEvent } from "../../model/titleOfValue.ts"
import { SchemaFields } from "../fields/SchemaFields.tsx"
import type { Entry, Page } from "../page.ts"
import { eventItem } from "../uses/place.ts"

/** What starts the flows: words of customers, and events from outside. */
export const triggersPage: Page = {
  icon: MessageCircleQuestion,
  entries({ around, t, text, flow: open }) {
    const flows = Object.values(around.flows)
      .filter(({ id }) => around.flowFiles[id]?.startsWith("patterns/") === false)
      .map((flow) => {
        const counts = around.settings.locales.map((locale) => flow.triggers?.examples?.[locale]?.length ?? 0)
        return {
          ...{ item: flow.id, id: flow.id, title: text(flow.title) || flow.id },
          ...{
            note:
              flow.triggers === undefined
                ? t("triggers.inner")
                : t("triggers.count", { counts: counts.join(" / ") }),
            group: t("group.flows"),
          },
          ...{ file: around.flowFiles[flow.id] ?? "", base: [], own: ["triggers"], flow },
        }
      })
      .sort((a, b) => Number(b.id === open.id) - Number(a.id === open.id))
    const events = Object.keys(around.settings.events ?? {}).map((id) => ({
      ...{
        item: eventItem(id),
        id,
        title: text(titleOfEvent(id, around)),
        note: "",
        group: t("group.events"),
      },
      ...{ file: "flowset.yaml", base: ["events", id], flow: noFlow },
    }))
    return [...flows, ...events]
  },
  Form: TriggerForm,
  uses: (files, { id, item }) => usesOf(files, isEvent(item) ? "event" : "flow", id),
  add: {
    example: "surrender.paid",
    pattern: "[a-z][A-Za-z0-9.\\-]*",
    make: (_, id) => ({
      command: {
        name: "element.add",
        args: { file: "flowset.yaml", kind: "event", name: id, value: { type: "object", properties: {} } },
      },
      item: eventItem(id),
    }),
  },
  rename: ({ id, item, file }, to) =>
    isEvent(item)
      ? { command: { name: "element.rename", args: { kind: "event", name: id, to } }, item: eventItem(to) }
      : { command: { name: "flow.rename", args: { file, to } }, item: to },
  remove: ({ id, item, file }) =>
    isEvent(item) ? { name: "element.remove", args: { file, kind: "event", name: id } } : null,
}

const isEvent = (item: string): boolean => item.startsWith("event/")

function TriggerForm({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation("catalogue")
  const form = useForm()
  if (isEvent(entry.item))
    return (
      <>
        <LineField label={t("title")} path={["title"]} hint={t("triggers.titleHint")} />
        <SchemaFields label={t("triggers.payload")} path={[]} />
      </>
    )
  return (
    <>
      <PhrasesField label={t("triggers.examples")} path={["triggers", "examples"]} />
      <p className="form-hint">{t("triggers.examplesHint")}</p>
      <NamesField
        label={t("triggers.events")}
        path={["triggers", "events"]}
        choices={eventChoices(form)}
        hint={t("triggers.eventsHint")}
      />
    </>
  )
}
