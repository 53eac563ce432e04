import { Headset } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useForm } from "../../inspector/FormContext.ts"
import { queueChoices } from "../../inspector/fields/choices.ts"
import { NamesField, SelectField } from "../../inspector/fields/inputs.tsx"
import { PeriodField } from "../../inspector/fields/PeriodField.tsx"
import { TextField } from "../../inspector/fields/TextField.tsx"
import { noFlow } from "../../model/noFlow.ts"
import { camelCase, type Entry, type Page } from "../page.ts"
import { sharedElements } from "./sharedElements.ts"

const file = "flowset.yaml"

/** The people to whom a conversation is handed. */
export const queuesPage: Page = {
  icon: Headset,
  entries: ({ around, text, t }) =>
    Object.entries(around.settings.queues).map(([id, { title, hours }]) => ({
      ...{ item: id, id, title: text(title) || id, note: hours?.join("、") ?? t("queues.officeHours") },
      ...{ group: "", file, base: ["queues", id], flow: noFlow },
    })),
  Form: QueueForm,
  ...sharedElements(file, "queue", {
    example: "claimsDesk",
    pattern: camelCase,
    fields: () => ({ sla: "PT60S" }),
  }),
}

function QueueForm({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation("catalogue")
  const form = useForm()
  return (
    <>
      <TextField label={t("queues.title")} path={["title"]} isPlain />
      <PeriodField label={t("queues.sla")} path={["sla"]} hint={t("queues.slaHint")} />
      <NamesField label={t("queues.hours")} path={["hours"]} add="09:00-18:00" hint={t("queues.hoursHint")} />
      <NamesField label={t("queues.skills")} path={["skills"]} add={t("queues.addSkill")} />
      <SelectField
        label={t("queues.overflow")}
        path={["overflow"]}
        none={t("queues.noOverflow")}
        choices={queueChoices(form).filter(({ value }) => value !== entry.id)}
        hint={t("queues.overflowHint")}
      />
    </>
  )
}
