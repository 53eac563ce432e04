import { TextCursorInput } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { SlotDocument } from "../../../engine/document/schema.ts"
import { isBuiltInType, usesOfOwned } from "../../../engine/index.ts"
import { SlotFields } from "../../inspector/forms/SlotFields.tsx"
import { noFlow } from "../../model/noFlow.ts"
import { camelCase, type Entry, type Model, type Page } from "../page.ts"
import { sharedItem } from "../uses/place.ts"

const shared = "flowset.yaml"

/** What a flow asks of customers, and what all flows share. */
export const slotsPage: Page = {
  icon: TextCursorInput,
  entries(model) {
    const { flow, flowFile, around, t } = model
    const own = Object.entries(flow.slots ?? {}).map(([id, slot]) => ({
      ...common(model, id, slot),
      ...{ item: id, file: flowFile, flow, group: t("group.ownSlots", { flow: model.text(flow.title) }) },
    }))
    const all = Object.entries(around.settings.slots ?? {}).map(([id, slot]) => ({
      ...common(model, id, slot),
      ...{ item: sharedItem(id), file: shared, flow: noFlow, group: t("group.sharedSlots") },
    }))
    return [...own, ...all]
  },
  Form: SlotPageForm,
  uses: (files, { file, id }) => usesOfOwned(files, file, "slot", id),
  add: {
    example: "policyHolderName",
    pattern: camelCase,
    make(model, id, title, near) {
      const isShared = near?.file === shared
      const locale = model.around.settings.locales[0] ?? "zh"
      const value = {
        ...{ type: "text", title: { [locale]: title } },
        ask: { [locale]: model.t("slots.firstAsk", { title }) },
      }
      const file = isShared ? shared : model.flowFile
      return {
        command: { name: "element.add", args: { file, kind: "slot", name: id, value } },
        item: isShared ? sharedItem(id) : id,
      }
    },
  },
  rename: ({ file, id }, to) => ({
    command: { name: "slot.rename", args: { file, name: id, to } },
    item: file === shared ? sharedItem(to) : to,
  }),
  remove: ({ file, id }) => ({ name: "element.remove", args: { file, kind: "slot", name: id } }),
}

function common({ text, inspector, around }: Model, id: string, slot: SlotDocument) {
  const { type } = slot
  const declared = around.settings.types?.[type]?.title
  const kind = isBuiltInType(type) ? inspector(`slotType.${type}`) : text(declared) || type
  return { id, title: text(slot.title) || id, note: kind, base: ["slots", id] }
}

function SlotPageForm({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation("inspector")
  return (
    <>
      {entry.file === shared && <p className="form-hint">{t("slot.shared")}</p>}
      <SlotFields />
    </>
  )
}
