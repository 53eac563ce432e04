import type { SlotDocument } from "../../engine/document/schema.ts"
import { periodInWords } from "../model/periodInWords.ts"
import { conditionIn } from "./conditionIn.ts"
import { useReview } from "./ReviewContext.ts"
import { Texts } from "./Texts.tsx"

/** What customers are asked for: in what words, what counts, how sensitive it is and how long it is kept. */
export function SlotsChapter() {
  const { used, context } = useReview()
  return used.slots.map((name) => {
    const slot = context.slot(name)
    return slot === undefined ? null : <Slot key={name} name={name} slot={slot} />
  })
}

function Slot({ name, slot }: { readonly name: string; readonly slot: SlotDocument }) {
  const { context, words } = useReview()
  const { t } = words
  const type = t(`slotType.${slot.type}` as "slotType.text", { defaultValue: slot.type })
  const traits = [
    type,
    slot.optional === true ? t("slot.optional") : "",
    slot.sensitive === undefined ? "" : t(`slot.sensitive.${slot.sensitive}`),
    slot.confirm === undefined ? "" : t(`slot.confirm.${slot.confirm}`),
    slot.needs === undefined ? "" : t("slot.needs", { title: words.names.wording(slot.needs) }),
    slot.retain === undefined
      ? ""
      : t(`slot.retain.${slot.retain.from}`, { period: periodInWords(slot.retain.for, words.canvas) }),
  ].filter((each) => each !== "")
  const options = optionsOf(slot)
  return (
    <article className="step">
      <h4>
        {context.text(slot.title) || name}
        <span className="kind">{traits.join(" · ")}</span>
      </h4>
      {slot.when !== undefined && (
        <p className="when">{t("doc.onlyWhen", { condition: conditionIn(slot.when, t, context) })}</p>
      )}
      {(["ask", "reask", "help"] as const).map((field) => {
        const text = slot[field]
        return text === undefined ? null : (
          <div key={field}>
            <p className="label">{t(`slot.${field}`)}</p>
            <Texts text={text} className="bubble" />
          </div>
        )
      })}
      {options.fromData && <p className="line">{t("slot.fromData")}</p>}
      {options.list.length > 0 && (
        <div>
          <p className="label">{t("slot.options")}</p>
          {options.list.map(({ key, label }) => (
            <Texts key={key} text={label} className="option" />
          ))}
        </div>
      )}
      {slot.valid?.map(({ when, else: otherwise }) => (
        <div key={when}>
          <p className="label">{t("slot.valid", { condition: conditionIn(when, t, context) })}</p>
          <Texts text={otherwise} className="bubble" />
        </div>
      ))}
      {slot.check !== undefined && (
        <div>
          <p className="label">{t("slot.check", { service: words.names.operation(slot.check.service) })}</p>
          <Texts text={slot.check.else} className="bubble" />
        </div>
      )}
    </article>
  )
}

function optionsOf({ options }: SlotDocument) {
  if (options === undefined) return { fromData: false, list: [] }
  const fromData = "from" in options && typeof options.from === "string"
  const fixed = fromData ? (("also" in options ? options.also : undefined) ?? {}) : options
  const list = Object.entries(fixed).flatMap(([key, option]) =>
    typeof option === "object" && "label" in option && option.label !== undefined
      ? [{ key, label: option.label }]
      : [],
  )
  return { fromData, list }
}
